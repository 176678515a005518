"""What a feed holds, before it is written in one format or the other."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.utils.feedgenerator import get_tag_uri

# When a feed changed in which nothing ever stood.
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One article or comment. `summary` is plain text, `html` was sanitised when it was stored.

    `via` is the address it was first published at, `talk` that of the comments on it, `talk_feed`
    their feed. `answers` are the id and the address of what it replies to. Missing: "".
    """

    id: str
    title: str
    url: str
    summary: str
    html: str
    author: str
    published: datetime
    updated: datetime
    rights: str = ""
    topics: tuple[str, ...] = ()
    via: str = ""
    talk: str = ""
    talk_feed: str = ""
    answers: tuple[str, str] = ("", "")


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed with its newest entries first. `url` is the page it belongs to, `own_url` its own."""

    title: str
    subtitle: str
    url: str
    own_url: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime:
        """When anything in it last changed."""
        return max((entry.updated for entry in self.entries), default=BEGINNING)


def site_address(path: str) -> str:
    """The full address of one of our own paths."""
    return f"{settings.SITE_URL}{path}"


def lasting_id(path: str, day: datetime) -> str:
    """The id of what stands at a path since a day, whatever becomes of its address.

    A tag URI (RFC 4151), which RFC 4287, section 4.2.6 wants never to change: it stays when the
    site moves to https or to another port. `day` must never change either.
    """
    return get_tag_uri(site_address(path.rstrip("/")), day)
