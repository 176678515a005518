"""Saying why nothing was decided, on the case as it is now. No word that was typed is lost."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from community.members.models import Member
from community.moderation.claims.actions import ClaimedByOther, NotAllowed
from community.moderation.decisions.outcomes import Trouble, who_was_first
from community.moderation.decisions.refusals import AlreadyDecided, WordsChanged
from community.moderation.queue.cases import changes_since, find_comment
from community.moderation.queue.pages import case_page
from community.threads.models import Comment

HINDRANCES = (AlreadyDecided, WordsChanged, ClaimedByOther, NotAllowed)


def hindered(
    request: HttpRequest,
    moderator: Member,
    comment: Comment,
    error: Exception,
    *,
    words: str = "",
    version: int = 0,
) -> HttpResponse:
    """The case with what came in between; `version` is the one that was read."""
    now = find_comment(comment.pk) or comment
    status = HTTPStatus.FORBIDDEN if isinstance(error, NotAllowed) else HTTPStatus.CONFLICT
    trouble = trouble_of(error, now, words, version)
    return case_page(request, moderator, now, trouble=trouble, status=status)


def trouble_of(error: Exception, comment: Comment, words: str, version: int) -> Trouble:
    """What to say about an error."""
    match error:
        case AlreadyDecided():
            return who_was_first(error, words)
        case WordsChanged():
            return Trouble("changed", changes=changes_since(comment, version), words=words)
        case ClaimedByOther():
            return Trouble("claimed", claim=error.claim, words=words)
    return Trouble("not-allowed", sentence=str(error), words=words)
