"""What is done with questions. They belong to nobody, so nobody is asked for permission here."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.ask.answering import Answer
from articles.ask.models import Question
from articles.ask.wording import QUESTION_MAX, Asked
from articles.keeping.batches import delete_in_batches
from common.proofs import digest
from common.text import fold

# Two clicks of tired hands on a slow line lie so far apart; two people with the same words do not.
SAME_CLICK = timedelta(seconds=20)
BATCH = 500  # questions looked through at a time
NEVER = r"(?!)"  # what no text holds


def store_question(*, text: str, answer: Answer) -> Question:
    """Keep a question for a while. `text` is without personal details already.

    The same words once more within `SAME_CLICK` are a second click, and the first question comes back: nothing
    is known of who asks, so words and time have to say it. Who asks the same again later counts again.
    """
    text = text[:QUESTION_MAX]
    now = timezone.now()
    known = Question.objects.filter(text=text, asked_at__gt=now - SAME_CLICK).first()
    if known is not None:
        return known
    fields = {
        "text": text,
        "words": words_of(answer.asked, text),
        "article": answer.citations[0].article if answer.is_answered else None,
        "is_answered": answer.is_answered,
    }
    return Question.objects.get_or_create(submission_key=key_of(text, now), defaults=fields)[0]


def words_of(asked: Asked, text: str) -> str:
    """By what two questions are the same: their telling words, in whatever order they were asked."""
    return (" ".join(sorted(asked.terms)) or fold(text))[:QUESTION_MAX]


def key_of(text: str, now: datetime) -> str:
    """The same for two clicks at the same moment, of which the database lets one in."""
    moment = int(now.timestamp() // SAME_CLICK.total_seconds())
    return digest("articles.ask.submission", f"{moment}:{text}", settings.SECRET_KEY)


def say_whether_answered(*, question: Question, feedback: str) -> None:
    """Note what the reader says about the answer; saying it again replaces it. ValueError else."""
    if feedback not in Question.Feedback.values:
        raise ValueError(f"{feedback!r} says nothing about an answer")
    Question.objects.filter(pk=question.pk).update(feedback=feedback)


def delete_question(*, question: Question) -> None:
    """Delete a question at once."""
    Question.objects.filter(pk=question.pk).delete()


def forget_old_questions(*, before: datetime) -> int:
    """Delete the questions asked before a moment; returns how many."""
    return delete_in_batches(Question.objects.filter(asked_at__lt=before))


def nowhere(text: str) -> bool:
    """Nothing else is looked for."""
    return False


def erase_questions_with(*, words: list[str], holding: Callable[[str], bool] = nowhere) -> int:
    """Delete every question that holds one of these names or addresses as whole words; returns how many.

    Capitals and accents do not count. What has fewer than three letters is passed over. `holding` says of a
    question whether it has something else that is to go.
    """
    known = [re.escape(folded) for word in words if len(folded := fold(word).strip()) > 2]
    wanted = re.compile(rf"(?<!\w)(?:{'|'.join(known or [NEVER])})(?!\w)")
    with transaction.atomic():
        rows = Question.objects.values_list("pk", "text").iterator(chunk_size=BATCH)
        keys = [key for key, text in rows if wanted.search(fold(text)) or holding(text)]
        return Question.objects.filter(pk__in=keys).delete()[0] if keys else 0
