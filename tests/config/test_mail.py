"""What the terminal says of mail that goes into a folder."""

from pathlib import Path

from django.core.mail import EmailMessage

from community.members.signing_in.mail import build
from config.mail import announcement


def test_the_code_of_a_message_is_said() -> None:
    message = build("account/email/login_code", "alice@example.org", {"code": "ABCD-1234"})
    assert announcement(message, Path("mail/1.log")) == (
        "Mail for alice@example.org: Your sign-in code for Common Thread. "
        "The code is ABCD-1234. (1.log in mail)"
    )


def test_a_line_that_looks_like_a_code_is_none() -> None:
    message = EmailMessage("About your comment", "Hello,\n\nWHAT\n\nFIBRO", to=["a@example.org"])
    assert "code" not in announcement(message, Path("mail/1.log"))
