"""The questions of the last 30 days, as the desk lists them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from articles.ask.models import Question
from articles.keeping.limits import kept_for

PAGE_LENGTH = 50  # questions: three screens


@dataclass(frozen=True)
class Asked:
    """One question with how long it stays."""

    question: Question
    days_left: int


def read_questions(now: datetime, *, unanswered: bool, page: int) -> tuple[list[Asked], bool]:
    """A page of questions, the newest first, and whether there are more."""
    found = Question.objects.select_related("article")
    if unanswered:
        found = found.filter(Q(is_answered=False) | Q(feedback=Question.Feedback.NO))
    start = (page - 1) * PAGE_LENGTH
    rows = list(found[start : start + PAGE_LENGTH + 1])
    shown = [Asked(each, days_left(each, now)) for each in rows[:PAGE_LENGTH]]
    return shown, len(rows) > PAGE_LENGTH


def days_left(question: Question, now: datetime) -> int:
    """Whole days until it is deleted."""
    return max(0, (question.asked_at + kept_for("questions") - now).days)


def count_questions() -> dict[str, int]:
    """How many were asked, answered, and said to be answered or not."""
    counted: dict[str, int] = Question.objects.aggregate(
        asked=Count("pk"),
        answered=Count("pk", filter=Q(is_answered=True)),
        helped=Count("pk", filter=Q(feedback=Question.Feedback.YES)),
        partly=Count("pk", filter=Q(feedback=Question.Feedback.PARTLY)),
        missed=Count("pk", filter=Q(feedback=Question.Feedback.NO)),
    )
    return counted
