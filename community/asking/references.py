"""The address of an answer: who has it may see the question, say whether it was answered, delete it."""

from django.core import signing
from django.http import Http404
from django.urls import reverse

from articles.ask.models import Question

SALT = "community.asking.answer"
TOKEN_MAX = 100


def answer_url(question: Question) -> str:
    """The address of the page with the answer; nobody can guess it."""
    return reverse("answer", args=[token_of(question)])


def token_of(question: Question) -> str:
    """The signed key of a question."""
    return signing.Signer(salt=SALT).sign(str(question.pk))


def question_of(token: str) -> Question:
    """The question of a token; 404 where it is forged, or the question is gone."""
    try:
        key = signing.Signer(salt=SALT).unsign(token[:TOKEN_MAX])
    except signing.BadSignature:
        raise Http404("There is no answer at this address.") from None
    found = Question.objects.filter(pk=int(key)).first()
    if found is None:
        raise Http404("There is no answer at this address any more.")
    return found
