"""Details that say who or where somebody is: address, birth date, numbers of registers and files."""

from community.screening.folded import Folded, Span
from community.screening.personal_details.addresses import find_addresses
from community.screening.personal_details.birth_dates import find_birth_dates
from community.screening.personal_details.national_numbers import find_national_numbers
from community.screening.personal_details.record_numbers import find_record_numbers
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold details in the text and in the name. A number has one reason, the surer one."""
    folded, name = submission.folded, submission.folded_name
    numbers, named = find_national_numbers(folded), find_national_numbers(name)
    national, in_name = [span for span, _ in numbers], [span for span, _ in named]
    kinds = ", ".join(dict.fromkeys(kind for _, kind in (*numbers, *named)))
    return (
        *reason_for(Code.ADDRESS, submission, find_addresses(folded), find_addresses(name)),
        *reason_for(Code.BIRTH_DATE, submission, find_birth_dates(folded), find_birth_dates(name)),
        *_with_detail(reason_for(Code.NATIONAL_NUMBER, submission, national, in_name), kinds),
        *reason_for(
            Code.RECORD_NUMBER,
            submission,
            _records(folded, national),
            _records(name, in_name),
        ),
    )


def _records(folded: Folded, national: list[Span]) -> list[Span]:
    return [span for span in find_record_numbers(folded) if not _touches(span, national)]


def _touches(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _with_detail(reasons: tuple[Reason, ...], detail: str) -> tuple[Reason, ...]:
    return tuple(Reason(r.code, r.words, r.spans, r.outcome, detail) for r in reasons)
