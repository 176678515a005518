"""What tests of single journeys share: how a page is looked at, and whether it fits the screen."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django.test import Client
from playwright.sync_api import Page

NewPage = Callable[..., Page]
SignIn = Callable[[Page, Any], None]
FindTroubles = Callable[[Page], list[str]]
# A theme and a width: both of each are met.
LOOKS = [("light", 1280), ("dark", 320)]


def wide(page: Page) -> list[str]:
    """The address of a page that runs out of the screen."""
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{page.url} is {width} px wide"] if width > page.viewport_size["width"] else []


def sign_in_anew(client: Client, member: Any) -> None:
    """Sign somebody in who showed a moment ago that it is them, as pages ask that could lock one out."""
    client.force_login(member)
    session = client.session
    request = SimpleNamespace(session=session)
    record_authentication(request, member, method="mfa", reauthenticated=True)
    session.save()
