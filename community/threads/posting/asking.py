"""What a writer is told about the words in the form: whom to call, and what to think about first."""

from dataclasses import dataclass

from django.http import HttpRequest

from community.help_lines.reading import for_country
from community.screening.help_lines import CountryHelp, country_from_language
from community.screening.marking import Piece, marked_paragraphs
from community.screening.pipeline import screen
from community.screening.reasons import NUDGES, Code
from community.screening.records import Context, Submission, Verdict
from community.threads.actions import COMMENT_MAX
from community.threads.models import Comment


@dataclass(frozen=True)
class Question:
    """What the writer is asked: their own words with the places marked, and what was seen there.

    Details are asked about because of who could read them, advice because of whom it could harm.
    """

    paragraphs: list[list[Piece]]
    details: list[str]
    is_advice: bool


@dataclass(frozen=True)
class Help:
    """Whom to call: lines for a crisis, the emergency number for symptoms; None where not needed."""

    lines: CountryHelp | None = None
    emergency: CountryHelp | None = None

    def __bool__(self) -> bool:
        return self.lines is not None or self.emergency is not None


def look_at(text: str) -> Verdict:
    """What the words alone say, whoever writes them."""
    return screen(Submission(text[:COMMENT_MAX]), Context())


def question_about(text: str, verdict: Verdict) -> Question | None:
    """What to ask the writer; None when there is nothing to ask."""
    if not verdict.asks_writer:
        return None
    asked = [reason for reason in verdict.reasons if reason.code in NUDGES]
    return Question(
        paragraphs=marked_paragraphs(text, [reason.as_json() for reason in asked]),
        details=[NUDGES[r.code] for r in asked if r.code != Code.TREATMENT_ADVICE],
        is_advice=any(reason.code == Code.TREATMENT_ADVICE for reason in asked),
    )


def help_for_words(request: HttpRequest, verdict: Verdict) -> Help:
    """Whom to call, for the reader's country, when the words sound like danger."""
    return help_from(request, {reason.code for reason in verdict.reasons})


def help_for_comments(request: HttpRequest, *comments: Comment) -> Help:
    """The same for comments that are stored."""
    return help_from(request, {r["code"] for comment in comments for r in comment.reasons})


def help_from(request: HttpRequest, codes: set[str] | set[Code]) -> Help:
    """Whom to call because of these reasons."""
    if codes.isdisjoint({Code.CRISIS, Code.RED_FLAG}):
        return Help()
    near = for_country(reader_country(request))
    return Help(
        lines=near if Code.CRISIS in codes else None,
        emergency=near if Code.RED_FLAG in codes else None,
    )


def reader_country(request: HttpRequest) -> str | None:
    """The country that the browser's language names; never taken from the network address."""
    return country_from_language(request.headers.get("Accept-Language", ""))
