"""What staff do with an issue: permission, transaction, change, log row."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Issue, IssueArticle
from articles.newsletter import actions as newsletter
from articles.newsletter.writing import shown_articles, test_letter
from community.desk.actions import NotAllowed, check_is_staff
from community.desk.newsletter.models import IssueLogEntry
from community.members.models import Member

Result = TypeVar("Result")


def logged(issue: Issue | None, editor: Member, act: str, change: Callable[[], Result]) -> Result:
    """Do a change and write down who did it."""
    check_is_staff(editor)
    with transaction.atomic():
        result = change()
        about = issue if issue is not None else result
        assert isinstance(about, Issue)
        IssueLogEntry.objects.create(issue=about, editor=editor, act=act)
    return result


def begin_issue(*, title: str, editor: Member) -> Issue:
    """A new draft."""
    return logged(None, editor, "begun", lambda: newsletter.create_issue(title=title))


def change_issue(*, issue: Issue, editor: Member, teasers: dict[int, str], **fields: Any) -> None:
    """Change its words, its teasers, and who gets it."""

    def change() -> None:
        newsletter.change_issue(issue=issue, **fields)
        newsletter.say_about(issue=issue, teasers=teasers)

    logged(issue, editor, "changed", change)


def pick_article(*, issue: Issue, article: Article, editor: Member) -> None:
    """Put an article into it. Raises `NotAllowed` for one that readers cannot see."""
    if not article.is_published:
        raise NotAllowed("Only an article that readers can see goes into an issue.")
    act = f"picked: {article.title}"[:60]
    logged(issue, editor, act, lambda: newsletter.pick_article(issue=issue, article=article))


def drop_article(*, picked: IssueArticle, editor: Member) -> None:
    """Take an article out."""
    act = f"left out: {picked.article.title}"[:60]
    issue = picked.issue
    logged(issue, editor, act, lambda: newsletter.drop_article(issue=issue, picked=picked))


def move_article(*, picked: IssueArticle, by: int, editor: Member) -> None:
    """Move an article up or down; the order is no matter for the log."""
    check_is_staff(editor)
    newsletter.move_article(issue=picked.issue, picked=picked, by=by)


def order_articles(*, issue: Issue, keys: list[int], editor: Member) -> None:
    """Bring its articles into an order."""
    check_is_staff(editor)
    newsletter.order_articles(issue=issue, keys=keys)


def send_test(*, issue: Issue, editor: Member) -> None:
    """Send it to whoever composes it, and to nobody else."""
    check_is_staff(editor)
    test_letter(issue, editor.email).send()


def schedule_issue(*, issue: Issue, at: datetime | None, editor: Member) -> None:
    """Send it at a time, now (a time that is over), or keep it as a draft (None).

    Raises `NotAllowed` for an issue in which there is nothing to read, or that goes to nobody.
    """
    if at is not None and not shown_articles(issue):
        raise NotAllowed("There is no article in it that readers can see.")
    if at is not None and not (issue.for_weekly or issue.for_monthly or issue.for_each):
        raise NotAllowed("Nobody gets it: please tick for whom it is.")
    act = (
        "kept as a draft"
        if at is None
        else f"to be sent {max(at, timezone.now()):%Y-%m-%d %H:%M} UTC"
    )
    logged(issue, editor, act, lambda: newsletter.schedule_issue(issue=issue, at=at))


def pause_issue(*, issue: Issue, editor: Member) -> None:
    """Hand over nothing more until it goes on."""
    logged(issue, editor, "paused", lambda: newsletter.pause_issue(issue=issue))


def resume_issue(*, issue: Issue, editor: Member) -> None:
    """Go on sending."""
    logged(issue, editor, "goes on", lambda: newsletter.resume_issue(issue=issue))


def send_unknown_again(*, issue: Issue, editor: Member) -> None:
    """Send once more to those of whom nobody knows whether they got it."""
    act = "those not known once more"
    logged(issue, editor, act, lambda: newsletter.send_unknown_again(issue=issue))
