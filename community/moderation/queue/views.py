"""Pages of moderation: the queue, and a case in it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.queue.cases import find_comment
from community.moderation.queue.deciding_views import decide
from community.moderation.queue.handling_views import handle, open_case, to_next
from community.moderation.queue.pages import asked, list_page
from community.moderation.queue.waiting_list import read_list
from community.moderation.team.reading import may_read
from community.threads.models import Comment


@moderators_only
@require_safe
def queue_page(request: HttpRequest, moderator: Member) -> HttpResponse:
    """What waits, the most urgent first. Looking at the list claims nothing."""
    return list_page(request, read_list(asked(request), moderator), moderator)


@moderators_only
@require_POST
def begin(request: HttpRequest, moderator: Member) -> HttpResponse:
    """Claim the most urgent comment that nobody else reads, and open it."""
    return to_next(request, moderator)


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def moderate_comment(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """One case: reading it, and deciding on it."""
    comment = found_for(moderator, pk)
    if comment.moved_to_id:
        return redirect("moderate_comment", comment.moved_to_id)
    if request.method == "POST":
        return decide(request, moderator, comment)
    return open_case(request, moderator, comment)


@moderators_only
@require_POST
def handle_case(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """Everything one does with a case besides deciding on it."""
    comment = found_for(moderator, pk)
    return handle(request, moderator, comment)


def found_for(moderator: Member, pk: int) -> Comment:
    """The comment, or 404 where it is none or under a topic that somebody else reads."""
    comment = find_comment(pk)
    if comment is None or not may_read(moderator, comment):
        raise Http404("There is no page here.")
    return comment
