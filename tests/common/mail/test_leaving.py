"""Mail by which somebody ends something."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.mail.leaving import Leaving, leaving_words, read_leaving

TOKEN = "17-" + "5f0c" * 8
WANTED = Leaving("newsletter", TOKEN)


def letter(**headers: str) -> bytes:
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content("Words below it, which nobody reads.")
    return message.as_bytes()


@pytest.mark.parametrize(
    "data",
    [
        letter(Subject=leaving_words("newsletter", TOKEN)),
        letter(Subject=f"Re: UNSUBSCRIBE newsletter {TOKEN.upper()}"),
        letter(Subject="x" * 60 + " " + leaving_words("newsletter", TOKEN)),
        letter(Subject="Please", To=f"returned+unsubscribe-newsletter-{TOKEN}@talk.example"),
        letter(Delivered_To=f"unsubscribe-newsletter-{TOKEN}@talk.example"),
        letter(Subject=leaving_words("newsletter", TOKEN), Auto_Submitted="no"),
    ],
)
def test_the_subject_or_the_address_names_what_is_to_end(data: bytes) -> None:
    assert read_leaving(data) == WANTED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        letter(Subject="unsubscribe"),
        letter(Subject=f"unsubscribe {TOKEN}"),
        letter(Subject=leaving_words("newsletter", TOKEN + "0")),
        letter(Subject=leaving_words("newsletter", TOKEN[:-1])),
        letter(Subject=leaving_words("newsletter", TOKEN), Auto_Submitted="auto-replied"),
        f"Subject: Hello\n\n{leaving_words('newsletter', TOKEN)}".encode(),
        (
            f"Subject: {leaving_words('newsletter', TOKEN)}\n"
            'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b--\n'
        ).encode(),
    ],
)
def test_anything_else_ends_nothing(data: bytes) -> None:
    assert read_leaving(data) is None


@given(st.binary(max_size=400))
def test_no_bytes_break_it(noise: bytes) -> None:
    read_leaving(noise)
    read_leaving(b"Subject: unsubscribe " + noise)
    read_leaving(b"Content-Type: " + noise)
