"""What was said in the sample community: screened one by one, or stored as visible."""

from collections.abc import Sequence

from common.html import comment_html
from common.text import normalise, slugify_title
from community.desk.sample.records import Said, SampleArticle
from community.desk.sample.stage import Stage
from community.desk.sample.state import MAIL_DOMAIN
from community.threads.actions import post_comment
from community.threads.bulk import NewComment, store_comments
from community.threads.models import Comment
from community.threads.posting.submissions import Author, Guest


def post(stage: Stage, article: SampleArticle, said: Said) -> None:
    """Post a comment as its writer did, so that screening itself gives the reasons."""
    posted = post_comment(
        thread=stage.threads[article.key],
        author=author_of(stage, said),
        text=said.text,
        parent=stage.comment(article, said.to),
    )
    stage.keep(article, said, posted.comment)


def author_of(stage: Stage, said: Said) -> Author:
    """The member as of now, or the guest with an address under which no mail arrives."""
    if not said.guest:
        member = stage.people[said.by]
        member.refresh_from_db(fields=["approved_posts"])
        return member
    return Guest(said.guest, f"{slugify_title(said.guest)}@{MAIL_DOMAIN}")


def store_visible(stage: Stage, article: SampleArticle, run: Sequence[Said]) -> None:
    """Store comments that members wrote one after another and that everybody can see."""
    new: dict[str, NewComment] = {}
    for said in run:
        parent = new.get(said.to) or stage.comment(article, said.to)
        new[said.id] = new_comment(stage, said, parent)
    stored = store_comments(stage.threads[article.key], list(new.values()))
    for said, comment in zip(run, stored, strict=True):
        stage.keep(article, said, comment)


def new_comment(stage: Stage, said: Said, parent: NewComment | Comment | None) -> NewComment:
    """A comment of a member, with the time at which it was written."""
    author = stage.people[said.by]
    text = normalise(said.text)
    return NewComment(
        body=text,
        body_html=comment_html(text),
        author_name=author.pseudonym,
        created_at=stage.now - said.ago,
        parent=parent,
        fields={"author": author},
    )
