"""The sample articles, and what readers wrote elsewhere: stored as the desk imports documents."""

from articles.importing.records import ParsedArticle, ParsedComment
from articles.importing.storing import store_article
from articles.models import ImportRun
from common.html import comment_html
from common.text import normalise
from community.desk.actions import log_act, publish_article
from community.desk.models import DeskLogEntry
from community.desk.old_comments import import_comments
from community.desk.sample.markup import body_html
from community.desk.sample.records import SaidElsewhere, SampleArticle
from community.desk.sample.stage import Stage
from community.desk.sample.state import RUN_FORMAT, SOURCE
from community.threads.placing import open_thread

EDITOR = "pell"


def publish_sample(stage: Stage, article: SampleArticle) -> None:
    """Bring an article in with its old comments, and publish it unless it stays a draft."""
    editor = stage.people[EDITOR]
    run = ImportRun.objects.create(source=SOURCE, format=RUN_FORMAT)
    parsed = parsed_article(stage, article)
    stored = store_article(parsed, run).article
    log_act(stored, DeskLogEntry.Act.IMPORTED, editor, SOURCE)
    thread = open_thread(stored)
    import_comments(thread, parsed.comments, run)
    if article.state == "published":
        publish_article(article=stored, editor=editor)
    stage.threads[article.key] = thread


def parsed_article(stage: Stage, article: SampleArticle) -> ParsedArticle:
    """The article as a format module would hand it over."""
    first = article.first_published
    return ParsedArticle(
        title=article.title,
        standfirst=article.standfirst,
        body_html=body_html(article.body),
        author=article.author,
        source_name=SOURCE,
        source_url=article.source_url,
        published_at=stage.now - first if first else None,
        topics=[stage.topics[key] for key in article.topics],
        state=article.state,
        comments=[parsed_comment(stage, said) for said in article.imported],
    )


def parsed_comment(stage: Stage, said: SaidElsewhere) -> ParsedComment:
    """A comment from elsewhere, perhaps without a name or a time."""
    return ParsedComment(
        external_id=said.id,
        parent_id=said.to or None,
        author_name=said.name,
        body_html=comment_html(normalise(said.text)),
        created_at=stage.now - said.ago if said.ago else None,
    )
