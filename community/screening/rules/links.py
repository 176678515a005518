"""Links: how many, shortened ones, disguised ones, and names made to look like others."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from community.screening.folded import Folded, Span
from community.screening.link_hosts.look_alikes import looks_like_another, registered_name
from community.screening.link_hosts.shorteners import SHORTENERS
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for
from community.screening.rules.new_author import is_new

# A well-meant answer names a study, a guideline and perhaps a leaflet. More is a list.
LINKS_OF_A_TRUSTED_AUTHOR = 3

# Endings that make a bare "name.ending" an address.
ENDINGS = (
    "com|org|net|info|biz|io|co|app|dev|shop|store|online|site|xyz|club|top|live|link|click|"
    "health|care|clinic|life|pharmacy|blog|news|edu|gov|int|eu|uk|ie|ca|au|nz|se|dk|fi|"
    "de|ch|nl|fr|es|pt|pl|cz|gr|hu|ro|ru|ua|tr|il|jp|cn|kr|br|mx|ar|za|ly|gl|gd|cc|tv"
)
# Endings that are also words: "It helped.in the end" is a forgotten space. They need a path.
WORD_ENDINGS = (
    "me|in|us|at|be|no|it|to|is|so|id|st|do|al|ae|my|gy|ink|one|ee|gg|su|li|cl|cx|im|sh|fm|cv|gs|by|bio|"
    "asia|press|lol|kim|page|re|pe|ph"
)

LINK = re.compile(
    rf"""
      (?: https?|hxxps?|ftp ) \s? : \s? //? [^\s<>"']{{3,}}
    | (?<![\w@.]) www \. [^\s<>"']{{3,}}
    | (?<![\w@./-]) (?: [a-z0-9] [a-z0-9-]{{0,62}} \. ){{1,4}}
      (?: (?: {ENDINGS} ) (?![\w@-]) (?! \.\w ) | (?: {WORD_ENDINGS} ) (?=/\w) )
      (?: [/?\#:] [^\s<>"']* )?
    """,
    re.VERBOSE,
)
# "buyhere dot com", "buyhere[.]com": an address that does not want to be seen by a rule.
WRITTEN_OUT = re.compile(
    r"(?<![\w@.-])(?P<host>[a-z0-9-]{3,40}) ?"
    r"(?:[(\[{] ?(?:dot|\.) ?[)\]}]| dot ) ?(?P<ending>com|net|org|info|biz|shop|store)\b"
)
# Every address has a dot or colon with something close behind it, or the word. Few posts do.
ANY_LINK = re.compile(r"[.:](?:(?<=\.)(?:\S| ?[)\]}])|(?<=:)\s?/)")
BEFORE_A_MAILBOX = re.compile(r"(?:@|\bat|[)\]}])\s*$")
HOST = re.compile(r"^(?:[a-z]+\s?:\s?//?)?(?P<host>[^/?#\s]+)")
# An address of numbers: four in a row, or one of the forms that only programs read.
BARE_NUMBER = re.compile(r"(?:0x[\da-f]+|\d+)(?:\.(?:0x[\da-f]+|\d+)){0,3}\.?$")
# A browser reads a backslash as a slash and the ideographic full stop as a dot; nobody types
# signs of a host in hexadecimal, or lets one begin with a bracket.
ODD_IN_A_HOST = re.compile("[\\\\%\u3002\uff61]|^\\[")
TRAILING = ".,;:!?)]}'\""


@dataclass(frozen=True, slots=True)
class Link:
    """`host` is folded, without user name, port and "www."."""

    span: Span
    host: str
    is_disguised: bool


def may_hold_a_link(text: str) -> bool:
    """Whether a search is worth its time. True for every text that holds an address."""
    return ANY_LINK.search(text) is not None or "dot" in text


def find_links(folded: Folded) -> list[Link]:
    """Find every web address in a text, with or without a scheme."""
    if not may_hold_a_link(folded.text):
        return []
    found = [_link(folded, match) for match in LINK.finditer(folded.text)]
    return found + list(_written_out(folded))


def _link(folded: Folded, match: re.Match[str]) -> Link:
    address = match.group().rstrip(TRAILING)
    span = folded.span(match.start(), match.start() + len(address))
    parts = HOST.match(address)
    if parts is None:
        return Link(span, "", True)
    authority = parts["host"]
    host = authority.rpartition("@")[2].partition(":")[0].removeprefix("www.")
    first, past = folded.span(match.start() + parts.start("host"), match.start() + parts.end())
    hides = (
        address.startswith("hxx")
        or "@" in authority
        or "xn--" in host
        or bool(BARE_NUMBER.match(host))
        or bool(ODD_IN_A_HOST.search(authority))
    )
    return Link(span, host, hides or not _is_latin(folded.original[first:past]))


def _is_latin(written: str) -> bool:
    """Letters of another alphabet can look the same and lead elsewhere."""
    return all(
        unicodedata.name(letter, "").startswith("LATIN") for letter in written if letter.isalpha()
    )


def _written_out(folded: Folded) -> Iterator[Link]:
    for match in WRITTEN_OUT.finditer(folded.text):
        before = folded.text[max(0, match.start() - 8) : match.start()]
        if not BEFORE_A_MAILBOX.search(before):
            host = f"{match['host']}.{match['ending']}"
            yield Link(folded.span(match.start(), match.end()), host, True)


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold too many links, any link of a new author, and links that do not lead where they seem to."""
    links = [x for x in find_links(submission.folded) if x.host not in context.own_hosts]
    named = [x for x in find_links(submission.folded_name) if x.host not in context.own_hosts]
    allowed = 0 if is_new(submission, context) else LINKS_OF_A_TRUSTED_AUTHOR
    many = [x.span for x in links] if len(links) > allowed else []
    short = [x.span for x in links if not SHORTENERS.isdisjoint({x.host, registered_name(x.host)})]
    alike = [x.span for x in links if looks_like_another(x.host, context.own_hosts)]
    hidden = [x.span for x in links if x.is_disguised]
    return (
        *reason_for(Code.LINKS, submission, many, [x.span for x in named]),
        *reason_for(Code.SHORT_LINK, submission, short),
        *reason_for(Code.DISGUISED_LINK, submission, hidden),
        *reason_for(Code.LOOK_ALIKE_LINK, submission, alike),
    )
