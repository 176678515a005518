"""Opening a case, and what one does with it besides deciding: notes, passing on, giving back."""

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from community.members.models import Member
from community.moderation.claims.actions import (
    ClaimedByOther,
    NoLongerWaits,
    NotAllowed,
    add_note,
    ask_second_opinion,
    pass_claim,
    release_claim,
    take_over,
)
from community.moderation.decisions.outcomes import Trouble
from community.moderation.queue.acting import read_number
from community.moderation.queue.cases import claimed, find_comment
from community.moderation.queue.handling_forms import (
    AboutForm,
    HandlingForm,
    NoteForm,
    OpenNoteForm,
    PassForm,
)
from community.moderation.queue.pages import asked, case_page, case_url
from community.moderation.queue.places import Place
from community.moderation.queue.querysets import place_of, queue
from community.moderation.queue.waiting_list import claim_next, is_waiting
from community.moderation.sanctions.noting import note_about, take_note_away
from community.threads.models import Comment

ALL_READ = "Everything that waits is being read by somebody just now."


def open_case(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """The page of a case. Opening one that waits claims it, unless somebody else reads it."""
    if request.method == "GET" and is_waiting(comment):
        comment = claimed(comment, moderator)
    return case_page(request, moderator, comment)


def to_next(
    request: HttpRequest,
    moderator: Member,
    place: Place | None = None,
    *,
    besides: Comment | None = None,
) -> HttpResponse:
    """Claim the next case and lead there; when there is none that is free, to the list."""
    following = claim_next(moderator, asked(request), after=place, besides=besides)
    if following:
        return redirect(case_url(following.pk, asked(request)))
    if queue().exclude(author=moderator).exists():
        messages.info(request, ALL_READ)
    return redirect("queue")


def handle(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """What a form or a button of a case asks for."""
    act = ACTS.get(request.POST.get("act", ""), look_again)
    try:
        return act(request, moderator, comment)
    except ClaimedByOther as error:
        trouble = Trouble("claimed", claim=error.claim, words=request.POST.get("words", ""))
        return case_page(request, moderator, comment, trouble=trouble, status=HTTPStatus.CONFLICT)
    except NotAllowed as error:
        trouble = Trouble("not-allowed", sentence=str(error), words=request.POST.get("words", ""))
        is_late = isinstance(error, NoLongerWaits)
        now = find_comment(comment.pk) if is_late else comment
        status = HTTPStatus.CONFLICT if is_late else HTTPStatus.FORBIDDEN
        return case_page(request, moderator, now or comment, trouble=trouble, status=status)


def look_again(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """Back to the case, when a form did not say what it was about."""
    return redirect(case_url(comment.pk, asked(request)))


def take(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """Take it over from somebody who cannot go on."""
    take_over(comment=comment, moderator=moderator)
    return look_again(request, moderator, comment)


def give_back(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """End one's own claim."""
    release_claim(comment=comment, moderator=moderator)
    messages.success(request, "Given back. Others can begin with it at once.")
    return redirect("queue")


def leave(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """End one's own claim, and go on with the next."""
    release_claim(comment=comment, moderator=moderator)
    return to_next(request, moderator, place_of(comment), besides=comment)


def pass_on(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """Hand it to somebody else, and go on with the next."""
    form = PassForm(request.POST, action=request.get_full_path(), moderator=moderator)
    if not form.is_valid():
        return again(request, moderator, comment, form)
    to = form.cleaned_data["to"]
    pass_claim(comment=comment, moderator=moderator, to=to)
    messages.success(request, f"Passed on to {to.pseudonym}, who has ten minutes for it.")
    return to_next(request, moderator, place_of(comment))


def write_down(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """Keep a note for the others."""
    form = note_form(request, comment)
    if not form.is_valid():
        return again(request, moderator, comment, form)
    add_note(comment=comment, moderator=moderator, words=form.cleaned_data["words"])
    messages.success(request, "The note is kept.")
    return look_again(request, moderator, comment)


def write_about(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """Keep a note about the person who wrote it."""
    if comment.author is None:
        return look_again(request, moderator, comment)
    form = AboutForm(request.POST, action=request.get_full_path())
    if not form.is_valid():
        return again(request, moderator, comment, form)
    note_about(member=comment.author, moderator=moderator, words=form.cleaned_data["words"])
    messages.success(request, "The note about the person is kept.")
    return look_again(request, moderator, comment)


def forget_about(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """Take a note about the person who wrote it away."""
    if comment.author is not None:
        take_note_away(
            member=comment.author, note=read_number(request, "note"), moderator=moderator
        )
        messages.success(request, "The note is gone.")
    return look_again(request, moderator, comment)


def hold(request: HttpRequest, moderator: Member, comment: Comment) -> HttpResponse:
    """Keep a note and leave the case to somebody else; go on with the next."""
    if not is_waiting(comment):
        return write_down(request, moderator, comment)
    form = note_form(request, comment)
    if not form.is_valid():
        return again(request, moderator, comment, form)
    ask_second_opinion(comment=comment, moderator=moderator, words=form.cleaned_data["words"])
    messages.success(request, "Held. Somebody else decides on it, and reads your note.")
    return to_next(request, moderator, place_of(comment))


def note_form(request: HttpRequest, comment: Comment) -> NoteForm:
    """What was written, in the form that the case has."""
    kind = OpenNoteForm if is_waiting(comment) else NoteForm
    return kind(request.POST, action=request.get_full_path())


def again(
    request: HttpRequest, moderator: Member, comment: Comment, form: HandlingForm
) -> HttpResponse:
    """The case with a form that needs something more."""
    return case_page(request, moderator, comment, handling=form)


ACTS: dict[str, Callable[[HttpRequest, Member, Comment], HttpResponse]] = {
    "leave": leave,
    "release": give_back,
    "take-over": take,
    "pass": pass_on,
    "note": write_down,
    "note-about": write_about,
    "take-note-away": forget_about,
    "second-opinion": hold,
}
