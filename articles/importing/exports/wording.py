"""Names, titles and addresses of exports, which hold markup and references where none belong."""

from articles.importing.exports.limits import MAX_EMAIL_CHARS
from common.html import html_to_text
from common.text import one_line
from common.urls import clean_address


def plain(html: str) -> str:
    """Give what a reader sees of a title or a name, on one line."""
    return one_line(html_to_text(html))


def web_address(text: str) -> str:
    """Give an http or https address in its one form, or ""."""
    address = clean_address(text) or ""
    return "" if address.startswith("mailto:") else address


def email_address(text: str) -> str:
    """Give an address of mail as it is, or "" for what cannot be one."""
    address = one_line(text)
    return address if "@" in address and len(address) <= MAX_EMAIL_CHARS else ""
