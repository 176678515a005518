"""What was read, and what to tell the site the next time so that it need not send it again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from common.net.exchanging import Answer

# What a site says about a page, of each kind. No server that is well needs more to know its own
# page, and whoever keeps it has to have room for it.
MAX_CONDITION_LENGTH = 1_000

_SENDABLE = re.compile("[ -~]+")


@dataclass(frozen=True)
class Fetched:
    """`address` is the one after redirects; `content_type` is what the site claims.

    `etag` and `modified` are for the next `fetch` of the same address. All three are in ASCII,
    at most `MAX_CONDITION_LENGTH` characters, and empty if the site gave none such. `status` is 304 when nothing is new, otherwise 200 or another 2xx.
    """

    content: bytes
    address: str
    content_type: str
    status: int = 200
    etag: str = ""
    modified: str = ""

    @property
    def not_modified(self) -> bool:
        """Whether nothing is new since `etag` and `modified`; the content is empty then."""
        return self.status == 304


def fetched(address: str, answer: Answer) -> Fetched:
    """The answer, without anything but what is listed above."""
    return Fetched(
        content=answer.content,
        address=address,
        content_type=_said(answer, "content-type"),
        status=answer.status,
        etag=_said(answer, "etag"),
        modified=_said(answer, "last-modified"),
    )


def conditions(etag: str, modified: str) -> Mapping[str, str]:
    """The headers that ask for news only (RFC 9110, section 13.1); what cannot be one is left out."""
    wanted = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in wanted.items() if _is_sendable(value)}


def _said(answer: Answer, name: str) -> str:
    value = answer.headers.get(name, "")
    return value if _is_sendable(value) else ""


def _is_sendable(value: str) -> bool:
    return len(value) <= MAX_CONDITION_LENGTH and bool(_SENDABLE.fullmatch(value))
