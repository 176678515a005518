"""The page on which a conversation begins. Whatever comes in between, the words come back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.models import Topic
from common.html import comment_html
from community.conversations.actions import start_conversation
from community.conversations.forms import StartForm
from community.members.attempts.network import client_address
from community.members.models import Member
from community.threads.actions import COMMENT_MAX
from community.threads.holding.views import ask_to_agree, held_key, let_go, take_agreement
from community.threads.models import joined_words
from community.threads.posting.asking import Question, help_for_words, look_at, question_about
from community.threads.posting.network import network_hash
from community.threads.posting.restraints import MustAgree, NotAllowed
from community.threads.posting.verdicts import Asked, Refused
from community.threads.posting.views import ANYWAY, in_plain_words

KEPT = "conversation_words"  # in the session of somebody who has to sign in first
KEPT_SECONDS = 24 * 3600  # a code by mail may wait for the next morning; a shared computer may not
TITLE_READ, TEXT_READ = 1_000, 2 * COMMENT_MAX  # characters kept of each through a sign-in
BEGIN = "begin"  # a button elsewhere, that brings a title and posts nothing yet


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def start_page(request: HttpRequest, **context: Any) -> HttpResponse:
    """The form, for members; others sign in first and find here what they wrote.

    `context` holds what the writer should read before, see `page`.
    """
    member = request.user
    if request.method == "POST":
        if not isinstance(member, Member):
            keep_words(request)
            return redirect_to_login(reverse("conversation_new"))
        return posted(request, member, **context)
    initial = kept_words(request) | named_in_address(request)
    if not isinstance(member, Member):
        # What a link brings goes on in the address: a reader who only looks gets no cookie.
        context = {"next": request.get_full_path(), "section": "conversations"}
        return render(request, "community/conversations/sign_in_first.html", context)
    form = StartForm(initial=initial, action=reverse("conversation_new"))
    return page(request, form, comes_back=bool(initial.get("comment")))


def posted(request: HttpRequest, member: Member, **context: Any) -> HttpResponse:
    """What a member sent: a title from elsewhere, a look at it first, or the whole."""
    action = reverse("conversation_new")
    if BEGIN in request.POST:
        initial = {"title": request.POST.get("title", "")[:TITLE_READ]}
        return page(request, StartForm(initial=initial, action=action))
    form = StartForm(request.POST, action=action)
    if not form.is_valid():
        return page(request, form, **context)
    if "preview" in request.POST:
        return page(request, form, preview=True, **context)
    return take(request, member, form, **context)


def take(request: HttpRequest, member: Member, form: StartForm, **context: Any) -> HttpResponse:
    """Begin the conversation, or give the words back with the reason."""
    said = form.cleaned_data
    take_agreement(request)
    try:
        begun = start_conversation(
            topic=said["topic"],
            author=member,
            title=said["title"],
            text=said["comment"],
            audience=said["audience"],
            network=network_hash(client_address(request)),
            asks=ANYWAY not in request.POST,
        )
    except MustAgree:
        besides = {
            "title": said["title"],
            "topic": str(said["topic"].pk),
            "audience": said["audience"],
        }
        return ask_to_agree(request, None, said["comment"], more=besides)
    except Asked as asked:
        question = question_about(words_of(form), asked.verdict)
        return page(request, form, question=question, **context)
    except (NotAllowed, Refused) as trouble:
        form.add_error(None, in_plain_words(trouble))
        return page(request, form, **context)
    request.session.pop(KEPT, None)
    let_go(request)
    return redirect(f"{begun.comment.thread.get_absolute_url()}?posted={begun.comment.pk}")


def page(
    request: HttpRequest,
    form: StartForm,
    *,
    preview: bool = False,
    comes_back: bool = False,
    question: Question | None = None,
    warnings: Sequence[Any] = (),
    measures: Callable[[], Sequence[Any]] = tuple,
) -> HttpResponse:
    """The form with its errors, its preview, and what should be read before.

    `warnings` and `measures` are as in `threads.writing_views.write_page`.
    """
    verdict = look_at(words_of(form))
    form.confirms = warnings[0].pk if warnings else 0
    form.offers_anyway = question is not None
    form.held = held_key(request)
    context: dict[str, Any] = {
        "form": form,
        "comes_back": comes_back,
        "help": help_for_words(request, verdict),
        "question": question,
        "warnings": warnings,
        "measures": measures,
        "section": "conversations",
    }
    if preview:
        context["question"] = question_about(words_of(form), verdict)
        context["preview_title"] = form.cleaned_data["title"]
        context["preview_html"] = mark_safe(comment_html(form.cleaned_data["comment"]))  # noqa: S308 - sanitised
    status = 422 if form.errors else 200
    return render(request, "community/conversations/start_page.html", context, status=status)


def words_of(form: StartForm) -> str:
    """Everything that was typed, as it would be screened."""
    return joined_words(form["title"].value() or "", form["comment"].value() or "")


def keep_words(request: HttpRequest) -> None:
    """Keep what somebody sent who is not, or no longer, signed in."""
    sent = request.POST
    keep(
        request,
        {
            "title": sent.get("title", "")[:TITLE_READ],
            "comment": sent.get("comment", "")[:TEXT_READ],
            "topic": sent.get("topic", "")[:TITLE_READ],
            "audience": sent.get("audience", "")[:TITLE_READ],
        },
    )


def keep(request: HttpRequest, words: Mapping[str, Any]) -> None:
    """Keep words in the session, where there are any."""
    if any(words.values()):
        request.session[KEPT] = {**words, "at": timezone.now().timestamp()}


def kept_words(request: HttpRequest) -> dict[str, Any]:
    """What was kept, while it is fresh; the field of the form names it."""
    kept: dict[str, Any] = dict(request.session.get(KEPT) or {})
    at = kept.pop("at", 0)
    is_fresh = timezone.now().timestamp() - at < KEPT_SECONDS
    return {name: value for name, value in kept.items() if value} if is_fresh else {}


def named_in_address(request: HttpRequest) -> dict[str, Any]:
    """The topic and the title that a link brings."""
    named: dict[str, Any] = {}
    topic = Topic.objects.filter(slug=request.GET.get("topic", "")).first()
    if topic is not None:
        named["topic"] = str(topic.pk)
    if title := request.GET.get("title", "")[:TITLE_READ]:
        named["title"] = title
    return named
