"""Contact and payment details, which become public with the post: e-mail, phone, card."""

import re

from community.screening.contact_details.cards import find_cards
from community.screening.contact_details.emails import find_emails
from community.screening.contact_details.phones import find_phones
from community.screening.folded import Folded, Span
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold details in the text and in the name. A number that pays is not also one to call."""
    emails, cards, phones = _details(submission.folded)
    named_emails, named_cards, named_phones = _details(submission.folded_name)
    phones = [span for span in phones if not _is_public(submission.text[slice(*span)], context)]
    return (
        *reason_for(Code.EMAIL, submission, emails, named_emails),
        *reason_for(Code.PAYMENT_CARD, submission, cards, named_cards),
        *reason_for(Code.PHONE, submission, phones, named_phones),
    )


def _is_public(number: str, context: Context) -> bool:
    """A help line that staff added; those of the first content are known to the rule of phones."""
    return re.sub(r"\D", "", number) in context.public_numbers


def _details(folded: Folded) -> tuple[list[Span], list[Span], list[Span]]:
    cards = find_cards(folded)
    phones = [span for span in find_phones(folded) if not _touches(span, cards)]
    return find_emails(folded), cards, phones


def _touches(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
