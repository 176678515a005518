"""Codes that travel by mail, pure: making one, comparing it, and how long it is good for."""

import hmac
import secrets
from dataclasses import asdict, dataclass, field
from typing import Any

# Digits, because every telephone has a large keyboard for them; two groups of four are easy to
# carry over. A hundred million codes against sixty guesses an hour at one address: guessing
# for two months finds one with a chance of one in a thousand.
DIGITS = 8
# Mail can take minutes, and so can finding the telephone. Half an hour leaves time for both.
SECONDS = 30 * 60
MINUTES = SECONDS // 60
# Two slips and a wrong line read out are human; more than five are a machine.
TRIES = 5
# A message may be lost once, or twice. After that, waiting helps more than sending.
RESENDS = 2


def new_code() -> str:
    """A code as it is written in a message: two groups of digits with a dash between."""
    digits = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    return f"{digits[: DIGITS // 2]}-{digits[DIGITS // 2 :]}"


def same_code(typed: str, sent: str) -> bool:
    """Whether both have the same digits; dashes and spaces do not count."""
    left, right = only_digits(typed), only_digits(sent)
    return bool(right) and hmac.compare_digest(left, right)


def only_digits(text: str) -> str:
    """The digits of a text, in whichever script they were typed, as 0 to 9."""
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())


@dataclass
class SentCode:
    """A code on its way: to which address, since when (seconds), and how often it was tried.

    `note` is what the person had already told us, to go on with once the code is back, `agreed` the keys of the
    texts they agreed to.
    """

    address: str
    code: str
    sent_at: float
    tries: int = 0
    resends: int = 0
    note: str = ""
    agreed: list[int] = field(default_factory=list)

    def is_good(self, now: float) -> bool:
        """Whether it may still be entered."""
        return self.tries < TRIES and now - self.sent_at <= SECONDS

    @property
    def tries_left(self) -> int:
        return max(0, TRIES - self.tries)

    @property
    def may_resend(self) -> bool:
        return self.resends < RESENDS

    def enter(self, typed: str) -> bool:
        """Try a code; a wrong one counts."""
        if same_code(typed, self.code):
            return True
        self.tries += 1
        return False

    def renew(self, now: float) -> None:
        """Put a new code in place of the old one. Tries already made stay counted."""
        self.code, self.sent_at, self.resends = new_code(), now, self.resends + 1

    def as_json(self) -> dict[str, Any]:
        """Plain values, for the session."""
        return asdict(self)
