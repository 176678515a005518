"""What staff can open at the desk: runs, sources, changes, stories."""

from django.utils import timezone

from articles.models import Article, Source, SourceChange, Story
from articles.newsletter.actions import create_issue, pick_article
from community.desk.actions import edit_article
from community.desk.runs.actions import Upload, start_run
from community.desk.runs.working import work_at_once
from community.desk.sources.actions import edit_source, pause_feed
from community.members.models import Member
from community.moderation.models import ReplyTemplate
from community.yardsticks.models import BlockedTerm


def run_pages() -> list[str]:
    """A run with several articles and a problem, one of its articles, and a run at work."""
    editor = Member.objects.get(email="pell@sample.example")
    text = "{0} walks\n\nThey walked {0} times.\n\nSubscribe now\n\nComments\n\n1. So did I, and rested.\n"
    documents = [Upload(f"{n}.txt", [text.format(n).encode()]) for n in (2, 3)]
    run = start_run(editor=editor, uploads=[*documents, Upload("bad.txt", [b"\0"])])
    work_at_once(run)
    waiting = start_run(editor=editor, addresses=["https://example.org/news"])
    return [f"/desk/runs/{run.pk}/", f"/desk/runs/{run.pk}/1/", f"/desk/runs/{waiting.pk}/"]


def source_pages() -> list[str]:
    """A source with a feed that is paused, and a change at it that waits."""
    editor = Member.objects.get(email="pell@sample.example")
    source = Source.objects.exclude(name="")[0]
    source = edit_source(source=source, editor=editor, feed_url="https://example.org/feed")
    pause_feed(source=source, editor=None, note="Paused after 8 visits that failed.")
    article = Article.objects.published()[0]
    edit_article(article=article, editor=editor, standfirst="Changed here.")
    change = SourceChange.objects.create(
        article=article, title=article.title, body_html="<p>Other words.</p>", fingerprint="x"
    )
    return [
        "/desk/questions/",
        "/desk/agreements/",
        "/desk/agreements/guidelines/",
        "/desk/newsletter/",
        *issue_pages(),
        "/desk/sources/",
        "/desk/sources/add/",
        f"/desk/sources/{source.pk}/",
        "/desk/changes/",
        f"/desk/changes/{change.pk}/",
        f"/desk/articles/{article.pk}/",
        f"/desk/articles/{article.pk}/history/",
    ]


def staff_pages() -> list[str]:
    draft = Article.objects.filter(state="draft").first()
    assert draft
    reply = ReplyTemplate.objects.create(title="A reply", words="Please read it again.")
    return [
        "/desk/",
        *run_pages(),
        *source_pages(),
        f"/desk/articles/{draft.pk}/",
        f"/desk/articles/{draft.pk}/edit/",
        f"/desk/articles/{draft.pk}/read/",
        "/desk/stories/",
        f"/desk/stories/{Story.objects.all()[0].pk}/",
        "/desk/help-lines/",
        "/desk/help-lines/SE/",
        "/desk/help-lines/add/",
        "/moderation/replies/",
        "/moderation/replies/new/",
        f"/moderation/replies/{reply.pk}/",
        "/moderation/terms/?whole=1",
        f"/moderation/terms/{BlockedTerm.objects.first().pk}/",
        "/admin/",
    ]


def issue_pages() -> list[str]:
    """An issue that is composed, its letter as text, and one that is being sent."""
    article = Article.objects.published()[0]
    draft = create_issue(title="A draft of news")
    pick_article(issue=draft, article=article)
    going = create_issue(title="News that go out", started_at=timezone.now(), state="sending")
    composed = f"/desk/newsletter/{draft.pk}/"
    return [composed, f"{composed}text/", f"/desk/newsletter/{going.pk}/"]
