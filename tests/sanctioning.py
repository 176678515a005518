"""Deciding about people and threads in tests, and posting as somebody it concerns."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from community.members.models import Member
from community.moderation.models import Sanction
from community.moderation.sanctions.actions import sanction_member
from community.threads.models import Comment, Thread

DAY = timedelta(days=1)
WORDS = "Please stop."


def decide(member: Member, moderator: Member, kind: str, **more: Any) -> Sanction:
    """Decide about somebody, who is looked at anew afterwards."""
    given = {"ground": "attack", "words": WORDS, **more}
    sanction = sanction_member(member=member, moderator=moderator, kind=kind, **given)
    member.refresh_from_db()
    return sanction


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


def post(client: Client, thread: Thread, **sent: str) -> HttpResponse:
    return client.post(f"/articles/{thread.article.slug}/comments/", sent)


def found(response: HttpResponse) -> LexborHTMLParser:
    return LexborHTMLParser(response.content.decode())


def kept(response: HttpResponse) -> str:
    """What stands in the form that came back."""
    area = found(response).css_first("textarea[name=comment]")
    assert area is not None
    return area.text().strip()


def button(response: HttpResponse, name: str) -> str:
    """The value of a button, "" where there is none."""
    node = found(response).css_first(f"button[name={name}]")
    return node.attributes["value"] or "" if node else ""


def person_address(member: Member) -> str:
    return f"/moderation/people/{member.pk}/"


def codes(comment: Comment) -> list[str]:
    return [reason["code"] for reason in comment.reasons]
