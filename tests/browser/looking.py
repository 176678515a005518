"""What tests of single journeys share: how a page is looked at, and whether it fits the screen."""

from collections.abc import Callable
from typing import Any

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
