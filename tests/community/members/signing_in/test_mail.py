"""Messages: text and HTML from the same words."""

from pathlib import Path

import pytest
from django.conf import settings

from community.members.signing_in.mail import build

MAILS = sorted(
    str(file.relative_to(folder)).removesuffix("_message.txt")
    for folder in map(Path, settings.TEMPLATES[0]["DIRS"])
    for area in ("account", "mfa")
    for file in folder.glob(f"{area}/email/*_message.txt")
)
CONTEXT = {
    "code": "1234-5678",
    "signup_url": "https://talk.example.org/account/signup/",
    "to_email": "new@example.org",
    "from_email": "old@example.org",
}


def test_all_messages_are_found() -> None:
    assert len(MAILS) == 13


@pytest.mark.parametrize("mail", MAILS)
def test_a_message_has_a_subject_and_says_who_writes(mail: str) -> None:
    message = build(mail, "alice@example.org", CONTEXT)
    assert message.to == ["alice@example.org"]
    assert settings.SITE_NAME in message.subject
    assert "\n" not in message.subject
    assert message.body.startswith("Hello,\n\n")
    assert message.body.endswith(f"{settings.SITE_NAME}\n{settings.SITE_URL}/\n")
    assert "\n\n\n" not in message.body


@pytest.mark.parametrize("mail", MAILS)
def test_the_html_holds_the_same_words(mail: str) -> None:
    message = build(mail, "alice@example.org", CONTEXT)
    html = message.alternatives[0][0]
    assert message.subject in html
    first = message.body.split("\n\n")[1].split(" with ")[0].split("new@")[0]
    assert " ".join(first.split())[:60] in html
    assert "<script" not in html
    assert "http://" not in html.replace(settings.SITE_URL, "")


@pytest.mark.parametrize(
    "mail", [name for name in MAILS if name.endswith(("_code", "_known", "_confirmation"))]
)
def test_the_code_stands_alone_on_its_line_and_large_in_the_html(mail: str) -> None:
    message = build(mail, "alice@example.org", CONTEXT)
    assert "\n\n1234-5678\n\n" in message.body
    assert ">1234-5678</p>" in message.alternatives[0][0]


def test_a_name_of_the_site_with_signs_is_written_as_it_is() -> None:
    context = CONTEXT | {"site_name": "Otter & <Co>"}
    message = build("account/email/login_code", "alice@example.org", context)
    assert message.subject == "Your sign-in code for Otter & <Co>"
    assert "Otter & <Co>" in message.body
    assert "Otter &amp; &lt;Co&gt;" in message.alternatives[0][0]
