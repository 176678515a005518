"""Asking the archive: the question, its answer, what the reader says of it, deleting it."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from articles.ask.actions import (
    delete_question,
    say_whether_answered,
    store_question,
)
from articles.ask.answering import answer
from articles.ask.caution import needs_a_person
from articles.ask.models import Question
from articles.ask.wording import QUESTION_MAX, keywords
from articles.keeping.limits import days_left, kept_for
from community.asking.blanking import without_blanks, without_details
from community.asking.forms import QuestionForm
from community.asking.references import answer_url, question_of, token_of
from community.members.attempts.network import client_address
from community.threads.posting.asking import help_for_words, look_at
from community.threads.posting.network import is_within

# Questions from one network in so many seconds: a waiting room shares an address, a program asks more.
QUESTIONS_IN_WINDOW = 60
WINDOW_SECONDS = 600
TOO_MANY = (
    "Many questions came from your network just now. Please ask again in ten minutes; "
    "your question is kept below."
)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_page(request: HttpRequest) -> HttpResponse:
    """The form with its notices; a question that was asked leads to its answer."""
    typed = request.GET.get("q", "")[: QUESTION_MAX * 2]
    form = QuestionForm(
        request.POST if request.method == "POST" else None,
        action=reverse("ask"),
        initial={"question": typed},
    )
    if request.method == "POST" and form.is_valid():
        if is_within_rate(request):
            return take(form.cleaned_data["question"])
        form.add_error("question", TOO_MANY)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    text = request.POST.get("question", "") or typed
    context = {
        "form": form,
        "help": help_for_words(request, look_at(text)) if text else None,
        "kept_days": kept_for("questions").days,
    }
    return render(request, "community/asking/ask_page.html", context, status=status)


def take(text: str) -> HttpResponse:
    """Answer a question, keep it without its details, and lead to the page of the answer."""
    kept = without_details(text)
    question = store_question(text=kept, answer=answer(without_blanks(kept)))
    return redirect(answer_url(question))


def is_within_rate(request: HttpRequest) -> bool:
    """Count the questions of a network."""
    address = client_address(request)
    return is_within("questions", address, most=QUESTIONS_IN_WINDOW, seconds=WINDOW_SECONDS)


@never_cache
@require_http_methods(["GET", "HEAD"])
def answer_page(request: HttpRequest, token: str) -> HttpResponse:
    """The answer as the archive gives it now: what was withdrawn since is not in it."""
    question = question_of(token)
    context = {
        "question": question,
        "answer": answer(without_blanks(question.text)),
        "keywords": keywords(without_blanks(question.text)),
        "token": token_of(question),
        "help": help_for_words(request, look_at(question.text)),
        "needs_a_person": needs_a_person(question.text),
        "feedback_choices": Question.Feedback.choices,
        "goes_at": question.asked_at + kept_for("questions"),
        "days_left": days_left("questions", question.asked_at, timezone.now()),
        "form": QuestionForm(action=reverse("ask")),
    }
    response = render(request, "community/asking/answer_page.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


@csrf_exempt
@never_cache
@require_POST
def answer_feedback(request: HttpRequest, token: str) -> HttpResponse:
    """Whether it was an answer; leads back to it."""
    question = question_of(token)
    try:
        say_whether_answered(question=question, feedback=request.POST.get("feedback", ""))
    except ValueError:
        raise Http404("There is no such choice.") from None
    return redirect(f"{answer_url(question)}#feedback")


@csrf_exempt
@never_cache
@require_POST
def answer_delete(request: HttpRequest, token: str) -> HttpResponse:
    """Delete the question now."""
    delete_question(question=question_of(token))
    return redirect("question_deleted")


@never_cache
@require_http_methods(["GET", "HEAD"])
def question_deleted(request: HttpRequest) -> HttpResponse:
    """It is gone."""
    return render(request, "community/asking/deleted_page.html")
