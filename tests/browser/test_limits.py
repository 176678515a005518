"""Limits that only a browser meets. See docs/limits.md."""

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from community.threads.models import Thread

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WRITING = Path(__file__).parents[2] / "static" / "js" / "writing.js"


def draft_life() -> int:
    """Milliseconds, as the script has them: a product of numbers."""
    found = re.search(r"const DRAFT_LIFE = ([\d *]+);", WRITING.read_text(encoding="utf-8"))
    assert found
    product = 1
    for factor in found[1].split("*"):
        product *= int(factor)
    return product


def open_with_draft(page: Page, thread: Thread, age: int) -> str | None:
    """Open the article with a draft of that age on the device; gives what is left of the draft."""
    key = f"draft:article-{thread.article_id}:0"
    page.goto("/")  # a page with the same storage and without the form
    draft = json.dumps({"text": "Half a thought", "at": time.time() * 1000 - age})
    page.evaluate("([key, draft]) => localStorage.setItem(key, draft)", [key, draft])
    page.goto(thread.article.get_absolute_url())
    left: str | None = page.evaluate("key => localStorage.getItem(key)", key)
    return left


def test_a_draft_stays_on_the_device_for_a_month(
    live_server: Any, thread: Thread, page: Page
) -> None:
    minute = 60_000
    assert open_with_draft(page, thread, draft_life() - minute)
    expect(page.get_by_label("Your comment")).to_have_value("Half a thought")
    expect(page.get_by_text("We kept what you wrote here.")).to_be_visible()
    assert open_with_draft(page, thread, draft_life() + minute) is None
    expect(page.get_by_label("Your comment")).to_have_value("")
