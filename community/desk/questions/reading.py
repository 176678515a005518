"""The questions of the last 30 days, as the desk lists them: what is asked again and again stands together."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, F, Max, Min, Q, QuerySet, When

from articles.ask.models import Question
from articles.keeping.limits import days_left

PAGE_LENGTH = 50  # questions: three screens
Feedback = Question.Feedback


@dataclass(frozen=True)
class Asked:
    """One question, in the words of whoever asked it last, with how often it was asked.

    `first_left` and `last_left` are the days until the first and the last of them are deleted.
    """

    question: Question
    times: int
    answered: int
    helped: int
    partly: int
    missed: int
    first_left: int
    last_left: int

    @property
    def has_feedback(self) -> bool:
        return bool(self.helped or self.partly or self.missed)


def read_questions(now: datetime, *, unanswered: bool, page: int) -> tuple[list[Asked], bool]:
    """A page of questions, the most asked first, then the newest, and whether there are more."""
    found = Question.objects.all()
    if unanswered:
        found = found.filter(Q(is_answered=False) | Q(feedback=Feedback.NO))
    start = (page - 1) * PAGE_LENGTH
    rows = list(grouped(found)[start : start + PAGE_LENGTH + 1])
    shown = rows[:PAGE_LENGTH]
    newest = Question.objects.select_related("article").in_bulk([row["newest"] for row in shown])
    asked = [as_asked(row, newest[row["newest"]], now) for row in shown if row["newest"] in newest]
    return asked, len(rows) > PAGE_LENGTH


def grouped(found: QuerySet[Question]) -> QuerySet[Any, Any]:
    """One row for all questions with the same telling words."""
    # What was kept before there were groups has no such words yet.
    same = Case(When(words="", then=F("text")), default=F("words"))
    rows = found.order_by().annotate(same=same).values("same")
    rows = rows.annotate(
        times=Count("pk"),
        answered=Count("pk", filter=Q(is_answered=True)),
        helped=Count("pk", filter=Q(feedback=Feedback.YES)),
        partly=Count("pk", filter=Q(feedback=Feedback.PARTLY)),
        missed=Count("pk", filter=Q(feedback=Feedback.NO)),
        newest=Max("pk"),
        first_at=Min("asked_at"),
        last_at=Max("asked_at"),
    )
    return rows.order_by("-times", "-newest")


def as_asked(row: dict[str, Any], newest: Question, now: datetime) -> Asked:
    """A group as it is listed."""
    names = ("times", "answered", "helped", "partly", "missed")
    return Asked(
        question=newest,
        **{name: row[name] for name in names},
        first_left=days_left("questions", row["first_at"], now),
        last_left=days_left("questions", row["last_at"], now),
    )


def count_questions() -> dict[str, int]:
    """How many were asked, answered, and said to be answered or not."""
    counted: dict[str, int] = Question.objects.aggregate(
        asked=Count("pk"),
        answered=Count("pk", filter=Q(is_answered=True)),
        helped=Count("pk", filter=Q(feedback=Feedback.YES)),
        partly=Count("pk", filter=Q(feedback=Feedback.PARTLY)),
        missed=Count("pk", filter=Q(feedback=Feedback.NO)),
    )
    return counted
