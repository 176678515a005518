"""Reading a foreign address: the one door to the outside."""

from common.net.errors import FetchFailed
from common.net.exchanging import Answer
from common.net.fetched import Fetched, conditions, fetched
from common.net.memory import Memory
from common.net.rules import STRICT, FetchRules
from common.net.targets import check_address
from common.net.visiting import Visit

_SHARED = Memory()

_NOT_MODIFIED = 304

_SENTENCES = {
    401: "The site shows this page only to people who sign in. Copy the text by hand.",
    402: "The site shows this page only to people who pay for it. Ask its owner.",
    403: "The site does not let us read this page. Ask its owner, or copy the text by hand.",
    404: "There is no page at this address. Check the address.",
    410: "The page was there and is gone for good. Look for another address.",
    429: "The site asks us to read less often. Try again later.",
    451: "The site may not show this page for legal reasons. Look for another address.",
    503: "The site is too busy or under repair. Try again later.",
}


def fetch(
    address: str,
    *,
    etag: str = "",
    modified: str = "",
    rules: FetchRules = STRICT,
    memory: Memory = _SHARED,
) -> Fetched:
    """What is at a public web address; at most `rules.max_bytes` in `rules.seconds` in all.

    With the `etag` and `modified` of an earlier answer the site may say that nothing is new:
    `not_modified` is then true and the content empty. Redirects are followed, each checked anew.

    Raises `FetchRefused` for an address that we will not read (private, unusual, forbidden by
    robots.txt) and `FetchFailed` where reading did not work; both with a `reason` for people.
    """
    visit = Visit(rules, memory)
    asked = conditions(etag, modified)
    target, answer = visit.follow(check_address(address, rules), asked)
    if answer.is_success or (answer.status == _NOT_MODIFIED and asked):
        return fetched(target.address, answer)
    raise _failed(answer)


def _failed(answer: Answer) -> FetchFailed:
    usual = f"The site answered with an error (status {answer.status}). Try again later."
    return FetchFailed(
        _SENTENCES.get(answer.status, usual),
        retry_after=answer.retry_after,
        status=answer.status,
    )
