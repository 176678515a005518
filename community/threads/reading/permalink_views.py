"""The lasting address of a comment, which leads to the page it stands on."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from community.threads.editing.own import Person, person_of
from community.threads.models import Comment
from community.threads.reading.pages import locate


@require_safe
def permalink(request: HttpRequest, pk: int) -> HttpResponseRedirect:
    """Leads to the page on which the comment stands, or to its author's own view of it."""
    comments = Comment.objects.select_related("thread__article")
    comment = get_object_or_404(comments, pk=pk)
    person = person_of(request)
    is_placed = comment.placement or (comment.is_opening and comment.is_visible)
    is_read = is_placed and comment.thread.is_readable_by(person.member)
    if is_read or is_own(person, comment):
        page, _, anchor = locate(comment).partition("#")
        if posted := request.GET.get("posted"):
            page += ("&" if "?" in page else "?") + urlencode({"posted": posted})
        response = redirect(f"{page}#{anchor}")
        if comment.is_visible and not comment.thread.is_for_members:
            response["Link"] = oembed_link(comment)
        return response
    if is_placed and comment.thread.is_for_members:
        return redirect(comment.thread)  # there it says that one has to sign in
    raise Http404("This comment cannot be read here.")


def oembed_link(comment: Comment) -> str:
    """Where to ask what a link to a comment shows, as a header (RFC 8288): it has no page."""
    asked = urlencode({"format": "json", "url": settings.SITE_URL + comment.get_absolute_url()})
    address = f"{settings.SITE_URL}{reverse('oembed')}?{asked}"
    return f'<{address}>; rel="alternate"; type="application/json+oembed"'


def is_own(person: Person, comment: Comment) -> bool:
    """Whether the person wrote the comment."""
    if comment.author_id is not None:
        return person.member is not None and person.member.pk == comment.author_id
    return comment.pk in person.comment_ids
