"""The page on which a moderator writes a note below a comment, changes it or takes it away."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.decisions.annotating import (
    annotate_comment,
    note_mark,
    remove_annotation,
)
from community.moderation.decisions.annotating_forms import AnnotationForm
from community.moderation.decisions.outcomes import done
from community.moderation.queue.acting import (
    acting_context,
    address_of,
    comment_to_act_on,
    may_act,
    read_number,
)
from community.moderation.queue.hindrances import HINDRANCES, hindered
from community.moderation.queue.pages import asked, case_url
from community.threads.models import Comment


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def annotate_page(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """A note below one comment."""
    comment = comment_to_act_on(request, moderator, pk)
    if request.method == "POST":
        return take(request, moderator, comment)
    if not may_act(comment, moderator) or not comment.is_visible:
        return redirect(case_url(pk, asked(request)))
    known = {"version": comment.version, "known": note_mark(comment), "words": comment.annotation}
    return page(request, comment, form_of(request, comment, initial=known))


def form_of(request: HttpRequest, comment: Comment, **kwargs: object) -> AnnotationForm:
    """The form, empty or as it was sent."""
    action = address_of(request, "annotate_comment", comment)
    return AnnotationForm(action=action, has_note=bool(comment.annotation), **kwargs)


def take(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """Write, change or take away the note."""
    form = form_of(request, comment, data=request.POST)
    if not form.is_valid():
        return page(request, comment, form)
    given, said = form.cleaned_data, "The note is gone."
    try:
        if request.POST.get("do") == "remove":
            remove_annotation(comment=comment, moderator=moderator, known=given["known"])
        else:
            said = done(annotate_comment(comment=comment, moderator=moderator, **given))
    except HINDRANCES as error:
        version = read_number(request, "version")
        words = given["words"]
        return hindered(request, moderator, comment, error, words=words, version=version)
    messages.success(request, said)
    return redirect(case_url(comment.pk, asked(request)))


def page(request: HttpRequest, comment: Comment, form: AnnotationForm) -> HttpResponse:
    """The comment as readers see it, and the form."""
    context = acting_context(request, comment) | {"form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "community/moderation/note_page.html", context, status=status)
