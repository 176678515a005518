"""What is done with questions. They belong to nobody, so nobody is asked for permission here."""

import re
from datetime import datetime

from django.db import transaction

from articles.ask.answering import Answer
from articles.ask.models import Question
from articles.ask.wording import QUESTION_MAX
from articles.keeping.batches import delete_in_batches
from common.text import fold

BATCH = 500  # questions looked through at a time


def store_question(*, text: str, answer: Answer) -> Question:
    """Keep a question for a while. `text` is without personal details already."""
    article = answer.citations[0].article if answer.is_answered else None
    return Question.objects.create(
        text=text[:QUESTION_MAX], article=article, is_answered=answer.is_answered
    )


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


def erase_questions_with(*, words: list[str]) -> int:
    """Delete every question that holds one of these names or addresses as whole words; returns how many.

    Capitals and accents do not count. What has fewer than three letters is passed over.
    """
    known = [re.escape(folded) for word in words if len(folded := fold(word).strip()) > 2]
    if not known:
        return 0
    wanted = re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)")
    with transaction.atomic():
        rows = Question.objects.values_list("pk", "text").iterator(chunk_size=BATCH)
        keys = [key for key, text in rows if wanted.search(fold(text))]
        return Question.objects.filter(pk__in=keys).delete()[0] if keys else 0
