"""E-mail addresses that name a provider only, or hide their signs: "gmail: alice77", "a l i c e @ ..."."""

import re
from collections.abc import Iterator

from community.screening.folded import Span

# Providers whose names mean nothing else, so that no ending is needed.
PARTS_OF_NAMES = ("mail", "yahoo", "outlook", "icloud", "gmx")
ONLY_A_NAME = r"(?:g(?:ee)?[\s-]?mail|googlemail|hot[\s-]?mail|icloud|proton[\s-]?mail|gmx)"
NAME = rf"(?:{ONLY_A_NAME}|yahoo|outlook)"  # these two are also plain words
HANDLE = r"[a-z][a-z._-]{0,40}\d[a-z\d._-]{0,20}|[a-z]{2,30}[._][a-z\d._-]{2,30}"  # no plain word
MAILBOX = r"[a-z0-9][a-z0-9._+-]{1,40}"
DOT = r"(?:\s?\.\s?|\s(?:dot|punkt|punto|point|ponto|punt|kropka|piste|prikk)\s)"
ENDINGS = "com|net|org|couk|de|fr|se|no|dk|fi|nl|ie|es|it|pl|ca"

WITH_A_PROVIDER = re.compile(
    rf"""
      (?<![\w.+@-]) {MAILBOX} @ \s? {NAME} (?:{ENDINGS})? (?!\w)      # alice@gmail, alice@gmailcom
    | (?<!\w) {NAME} (?:\s(?:is|its|it's|i\sam|i'm|me|as|address|account|name|id)){{0,3}} \s?[:=,-]?\s? (?:{HANDLE}) (?![\w@])
    | (?<!\w) {ONLY_A_NAME} (?:\saddress)? \s?[:=]\s? [a-z]{{5,30}} (?= \s*(?:$|[.,;!)\n]) )
    | (?<![\w.+-]) (?:{HANDLE}) (?:\s(?:on|at))? \s? [(\[]? {NAME} (?!\w)
    | (?<!\w) (?:find|reach|contact|message|e-?mail|write\sto) \s (?:me|us) \s (?:at|on|via) \s {ONLY_A_NAME} (?!\w)
    | (?:before|in\sfront\sof) \s the \s (?:@|at(?:\ssign)?|squiggle|swirl|curl|monkey|funny\sa|curly\sa) (?!\w)
      [^\n]{{1,80}}? (?<!\w) {NAME} (?!\w)
    | [)\]"'] \s? at \s {NAME} {DOT} [a-z]{{2,4}} (?!\w)                 # alice (no spaces) at ...
    | (?<![\w.+-]) {MAILBOX} \s (?:bei|hos|chez|en|su) \s {NAME} {DOT} [a-z]{{2,4}} (?!\w)
    """,
    re.VERBOSE,
)

# What the sign is called, and brackets of all kinds around "at".
AT_WORD = (
    r"(?:\s(?:the\s)?(?:at[ -](?:sign|symbol)|(?:at|@)[ -]the[ -]rate(?:\sof)?|aet)\s|\s?[\s(\[{<](?:arroba|arobas[ea]?|snabel-?a|krollalfa|"
    r"chiocciola|klammeraffe|apestaart(?:je)?|malpa|kukac|miukumauku)[\s)\]}>]\s?|\s?[\"'|/~=\u201e\u201c\u201d\u2018\u2019\u00ab\u00bb]{1,2}at[\"'|/~=\u201e\u201c\u201d\u2018\u2019\u00ab\u00bb]{1,2}\s?)"
)
QUOTES = "\"'|/~=\u201e\u201c\u201d\u2018\u2019\u00ab\u00bb"
ANY_DOT = rf"(?:{DOT}|\s?[{QUOTES}]{{1,2}}dot[{QUOTES}]{{1,2}}\s?)"
NAMED_SIGN = re.compile(
    rf"(?<![\w.+-]){MAILBOX}{AT_WORD}(?:[a-z0-9-]{{1,40}}{ANY_DOT}){{1,3}}[a-z]{{2,10}}(?!\w)"
)
NAMES_OF_THE_SIGN = (
    "at sign", "at-sign", "at symbol", "at-symbol", "arrob", "arobas", "snabel", "krollalfa",
    "chiocciola", "klammeraffe", "apestaart", "malpa", "kukac", "miukumauku", "the rate", "the-rate", "aet",
)  # fmt: skip
MARKED_AT = re.compile(rf"[{QUOTES}]at[{QUOTES}]")

# "a l i c e @ g m a i l . c o m"
SPACED = re.compile(
    r"(?<![^\s:(])(?:(?:[a-z0-9._-]\s){2,30}(?:@|at)\s|[a-z0-9._-]{2,30}\s?@\s?)"
    r"(?:[a-z0-9-]\s){2,30}(?:\.|dot)(?:\s[a-z]){2,6}(?!\w)"
)
ANY_SPACED = re.compile(r"(?:@\s?|\sat\s)(?:[\w-]\s){2}")

# A comma for the dot, in an address that is otherwise whole; "point" is also a plain word.
COMMA = re.compile(
    r"(?<![\w.+-])[a-z0-9][a-z0-9._+-]{1,40}@[a-z0-9-]{2,40},\s?"
    r"(?:com|org|net|info|se|no|dk|fi|de|uk|nl|fr|es|it|ie|ca|au)(?!\w)"
)
POINT = re.compile(
    rf"(?<![\w.+-]){MAILBOX}\sat\s[a-z0-9-]{{2,40}}\s(?:point|punto|ponto)\s(?:com|org|net|fr|ch|eu|info)(?!\w)"
)

# "alice[nospam]@example.com", and addresses that are to be put together.
NO_SPAM = re.compile(
    r"(?<![\w.+-])[a-z0-9][a-z0-9._+-]{0,40}[(\[{<*_-]{0,2}(?:no[ -]?spam|anti[ -]?spam|remove\s?(?:this|me)?|"
    r"delete\s?(?:this|me)?)[)\]}>*_-]{0,2}(?:[a-z0-9._+-]{0,40})@(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,10}(?!\w)"
)
PUT_TOGETHER = re.compile(
    r"(?:(?:@|\bat\ssign)\s(?:goes\s)?between\s\S{1,40}\sand|\bthen\s(?:an?\s)?(?:@|at)\s(?:and\s)?then)"
    r"\s(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,10}(?!\w)"
)


def find_disguised(text: str) -> Iterator[Span]:
    """Yield the places of disguised addresses in a folded text."""
    for pattern in worth_a_search(text):
        yield from (match.span() for match in pattern.finditer(text))


def worth_a_search(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns whose signs are in the text. Most posts have none of them."""
    if any(part in text for part in PARTS_OF_NAMES):
        yield WITH_A_PROVIDER
    if MARKED_AT.search(text) or any(name in text for name in NAMES_OF_THE_SIGN):
        yield NAMED_SIGN
    if ANY_SPACED.search(text):
        yield SPACED
    if "@" in text and any(word in text for word in ("spam", "remove", "delete")):
        yield NO_SPAM
    if "between" in text or "then " in text:
        yield PUT_TOGETHER
    if "@" in text and "," in text:
        yield COMMA
    if "point" in text or "punto" in text or "ponto" in text:
        yield POINT
