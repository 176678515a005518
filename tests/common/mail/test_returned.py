"""Reports of mail that came back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.mail.returned import Why, read_returned

NAMED = "<issue-3-17@people.example>"


def report(
    kind: str, part: str, quoted: str = f"Message-ID: {NAMED}\nSubject: Hello\n\nWords"
) -> bytes:
    return (
        f'Content-Type: multipart/report; report-type={kind}; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nSomething about your letter.\n"
        f"--b\n{part}\n--b\nContent-Type: message/rfc822\n\n{quoted}\n--b--\n"
    ).encode()


def bounce(status: str, action: str = "failed") -> bytes:
    part = (
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; gus@people.example\nAction: {action}\nStatus: {status}\n"
    )
    return report("delivery-status", part)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (bounce("5.1.1"), Why.FOR_GOOD),
        (bounce("4.2.2", "delayed"), Why.FOR_NOW),
        (
            report(
                "feedback-report", "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n"
            ),
            Why.COMPLAINT,
        ),
    ],
)
def test_a_report_names_the_letter_and_says_why(data: bytes, why: Why) -> None:
    found = read_returned(data)
    assert found is not None
    assert (found.why, found.message_id) == (why, NAMED)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Subject: I am on holiday\n\nBack on Monday.",
        bounce("2.0.0", "delivered"),
        bounce("5.7.1"),
        report(
            "delivery-status",
            "Content-Type: message/delivery-status\n\nStatus: 5.1.1\n",
            "Subject: x\n\ny",
        ),
        b"Content-Type: multipart/report; report-type=delivery-status\n\nno boundary",
    ],
)
def test_anything_else_is_passed_over(data: bytes) -> None:
    assert read_returned(data) is None


@given(st.binary(max_size=400))
def test_no_bytes_break_it(noise: bytes) -> None:
    read_returned(noise)
    read_returned(bounce("5.1.1")[:200] + noise)
