"""Any HTML made into plain, well-nested HTML of one policy, in linear time.

This is no guard by itself: `sanitize` sends the result through two independent ones. It is
there so that they are given something simple: on tangled input they take minutes, and each
untangles it in its own way.
"""

from collections.abc import Iterable

from common.html.elements import INLINE
from common.html.entities import decode
from common.html.policies import Policy
from common.html.silent import RAW_ELEMENTS, without_silent
from common.html.tokens import Aside, End, Start, Text, Token, tokens
from common.html.writer import Writer


def tidy(html: str, policy: Policy) -> str:
    """HTML with nothing but the policy's elements, each opened and closed in order.

    `html` is text that `common.text.storable` let through. Tidying tidy HTML changes nothing.
    """
    stream: Iterable[Token] = tokens(html, RAW_ELEMENTS & policy.silent)
    if policy.silent:
        stream = without_silent(stream, policy.silent)
    tidying = _Tidying(policy)
    for token in stream:
        tidying.take(token)
    return tidying.writer.result()


class _Tidying:
    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.writer = Writer()

    def take(self, token: Token) -> None:
        match token:
            case Text():
                self.writer.text(decode(token.raw))
            case Start():
                self._start(token)
            case End():
                self._end(token)
            case Aside():
                self._leave_out(token.raw)

    def _start(self, token: Start) -> None:
        name = self._known_as(token.name)
        if name not in self.policy.tags:
            self._leave_out(token.raw)
            return
        start = self.policy.start_tag(name, token.attributes)
        if start and not self.writer.open(name, start):
            self._leave_out(token.raw)
            self.writer.gap()

    def _end(self, token: End) -> None:
        name = self._known_as(token.name)
        if name not in self.policy.tags:
            self._leave_out(token.raw)
        elif not self.writer.close(name) and name not in INLINE:
            self.writer.gap()

    def _known_as(self, name: str) -> str:
        return self.policy.stands_for.get(name, name)

    def _leave_out(self, raw: str) -> None:
        if self.policy.shows_unknown:
            self.writer.text(raw)
