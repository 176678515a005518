"""E-mail addresses that are told rather than written: "before the squiggle is gran_of_six ...".

Also those with a sign in the words of other languages, with something to be taken out, or with a
plain " at " after what can only be a mailbox. All patterns are for folded texts: "małpa" is "malpa".
"""

import re
from collections.abc import Iterator

from community.screening.folded import Span

# Wider than RFC 5321 needs nowhere: whoever tells an address tells a short one.
MAILBOX = r"[a-z0-9][a-z0-9._+-]{1,40}"
LABEL = r"[a-z0-9][a-z0-9-]{0,40}"
ENDING = r"(?:com|org|net|info|example|edu|eu|[a-z]{2})"
PROVIDER = (
    r"(?:g[\s.-]?mail|gee?[\s-]mail|jee[\s-]mail|google[\s-]?mail|hot[\s-]?mail|i[\s-]?cloud|"
    r"proton[\s-]?mail|tutanota|fastmail|gmx|yahoo|ya[\s-]hoo|outlook|aol|web\.de)"
)

# English names of the sign, the at-words of Europe, the Indian "at the rate", and pictures.
SIGN = (
    r"(?:at[\s-](?:sign|symbol|tecken|zeichen)|(?:at-?)?arroba|arobas[ea]?|"
    r"snabel[\s-]?a|krollalfa|alfakroll|chiocciola|chiocciolina|klammeraffe|affenschwanz|"
    r"ape(?:n)?staart(?:je)?|malpa|malpka|kukac|miukumauku|miuku|zavinac|kissanhanta|"
    r"(?:squiggle|swirl|(?:squiggly|swirly)\s(?:a|thing)|curly\sa|funny\sa|twirly\sa|round\sa|"
    r"little\smonkey|monkey(?:\stail|\ssign)?|circled\sa|a\s(?:in|with)\sa\s(?:circle|ring|tail)|"
    r"snail\s(?:sign|thing)))"
)
PICTURE = "[\U0001f412\U0001f435\U0001f300]"  # monkeys and a swirl
RATE = r"at\s(?:the\s)?rate(?:\sof)?"  # in India; elsewhere a price
OPEN = "[\"'|/~=`(\\[{<*_:.\u201e\u201c\u201d\u00ab\u00bb\u201a\u2018\u2019\u2039\u203a-]"
AT = r"(?:at|aet|ett|pa|bei|hos|chez|em|na|bij|su)"
DOT_WORD = r"(?:dot|punkt|punto|point|ponto|punt|kropka|prikk|prik|piste|tecka|full\sstop|period)"
DOT = rf"(?:\s?{OPEN}{{0,2}}\s?{DOT_WORD}\s?[\])}}>\"'|/~=*_\u201d\u201c\u00bb\u00ab\u2019\u2018-]{{0,2}}\s?|\s?\.\s?)"
BARE_DOT = rf"(?:\s{DOT_WORD}\s|\.)"
HOST = rf"(?:{LABEL}{DOT}){{1,3}}{ENDING}(?![\w-])"

IN_WORDS = re.compile(
    rf"""
      (?<![\w.+-]) {MAILBOX} [\s,]{{0,2}} {OPEN}{{0,2}}\s?(?:the\s)?(?:{SIGN}|{RATE}|{PICTURE}|snail)[\])}}>,]?\s?{OPEN}{{0,2}} \s? {HOST}
    | (?<![\w.+-]) {MAILBOX} \s?@\s? (?:{PROVIDER}|proton) (?!\w)
    | (?<![\w.+-]) {MAILBOX} \s? {OPEN}{{1,2}}\s?(?:at|aet|@)\s?{OPEN}{{1,2}} \s? {HOST}
    | (?<![\w.+-]) {MAILBOX} \s(?:at|aet)\s (?:{LABEL}\s(?:punkt|kropka|prikk|prik|piste|tecka)\s){{1,3}}{ENDING}(?!\w)
    | (?<![\w.+-]) {MAILBOX} \s{AT}\s {PROVIDER} {DOT} [a-z]{{2,4}} (?!\w)
    | (?<![\w.+-]) {MAILBOX} \saet\s {HOST}
    """,
    re.VERBOSE,
)

# Letters that only a mailbox has: "j_doe", "kat1989", "p.kowalczyk", "jjflynn".
LINED_BOX = r"[a-z0-9.-]{1,30}_[a-z0-9._-]{1,30}"
SURE_BOX = (
    r"(?:[a-z0-9.-]{1,30}_[a-z0-9._-]{1,30}"
    r"|(?!(?:covid|sars|omega|windows|win|ios|iphone|ipad|android|version|page|room|vitamin|type|"
    r"step|part|figure|table|cox|hla|nct|pmid|icd|cyp|gpt|web|galaxy|pixel|office|cov|pmc)\d)"
    r"[a-z][a-z-]{2,30}\d{1,6}[a-z0-9]{0,10})"
)
DOTTED_BOX = r"(?!(?:[apei]\.[mge]|u\.[sk]|www\.|st\.|dr\.|no\.))[a-z]{1,30}\.[a-z][a-z0-9.]{0,30}"
NO_VOWELS = r"[b-df-hj-np-tv-z]{5,20}"

# "carol[nospam]@example.com", "carol@[remove]example.com", "carol@gmailcom", "moc.elpmaxe@lorac".
JUNK = r"[(\[{<*_-]{1,2}[a-z][a-z .'_-]{1,25}[)\]}>*_-]{1,2}"
TO_MEND = re.compile(
    rf"""
      (?<![\w.+-]) {MAILBOX} \s? {JUNK} \s?@\s? {LABEL}(?:\.{LABEL}){{1,4}}
    | (?<![\w.+-]) {MAILBOX} @ {JUNK} \s? {LABEL}(?:\.{LABEL}){{1,4}}
    | (?<![\w.+-]) {MAILBOX} @ [a-z0-9-]{{1,40}} {JUNK} [.a-z0-9-]{{2,40}}
    | (?<![\w.+-]) {MAILBOX} @ [a-z0-9-]{{3,40}}(?:com|org|net)(?![\w@])
    | (?<![\w.+@/-]) (?:{SURE_BOX}|{DOTTED_BOX}) @ [a-z][a-z0-9-]{{2,40}} (?![\w@])
    | (?<![\w.+-]) (?:moc|gro|ten|ofni|ue|ku\.oc|ed|es|on|kd|ln|rf|ti|lp|if|ei)\.[a-z0-9-]{{2,40}}@[a-z0-9._-]{{2,40}}
    """,
    re.VERBOSE,
)

SURE_MAILBOX = re.compile(
    rf"(?<![\w.+@/-])(?:{SURE_BOX}|{DOTTED_BOX}|{NO_VOWELS})\s(?:at|aet)\s"
    rf"(?:{LABEL}{BARE_DOT}){{1,3}}{ENDING}(?![\w-]|\.\w)"
)
# A line that is an address and nothing else.
WHOLE_LINE = re.compile(
    rf"^\s?[a-z][a-z0-9._-]{{2,30}}(?<!ing)(?<!ed)\sat\s(?:{LABEL}\.){{1,3}}{ENDING}\s?[.!]?\s?$",
    re.MULTILINE,
)
BEFORE_A_PLACE = re.compile(
    r"\s?(?:available|details?|info|information|more|article|podcast|video|news|story|someone|"
    r"everyone|everything|people|folks|source|data|link|here|there|see|look|read|found|seen|study|"
    r"recipe|shop|survey|out|forum|results?|report|page|research|it|this|that|not|is|now)\s"
)

# The two halves of an address, told apart: a sign, a host and a word of order near each other.
TOLD_SIGN = re.compile(
    rf"(?<!\w)(?:{SIGN}|(?:an?|the|then|and|with|plus|put|add|by|of)\s[\"'(]?@(?!\s?\d))(?!\w)"
)
ORDER = re.compile(
    r"\b(?:before|after|between|behind|in\sfront|then|left|right|add|put|goes|first|followed|nick|name)\b"
)
WHERE = (
    rf"(?:(?<!\w){PROVIDER}|(?<![\w.])(?:{LABEL}(?:\.|\sdot\s)){{1,2}}"
    r"(?:com|org|net|example|uk|de|se|no|dk|nl|fr|es|it|pl|ie|fi))(?!\w)"
)
HOST_NEAR = re.compile(rf"(?<![\w.])(?!(?:facebook|twitter|x|reddit|instagram|youtube)\.){WHERE}")
REACH = 100  # characters between the sign and what belongs to it
HALVES = re.compile(
    rf"""
      \b(?:name|mailbox|user\s?name|login|nick|handle)\b(?:\s(?:is|on\shere))?\s?[:=,-]?\s?\w[\w.-]{{2,30}}
        [^\n]{{0,40}} \b(?:provider|host|domain|server)\b(?:\sis)?\s?[:=,-]?\s? (?:{WHERE})
    | \b(?:provider|host|domain|server)\b(?:\sis)?\s?[:=,-]?\s? (?:{WHERE})
        [^\n]{{0,40}} \b(?:name|mailbox|user\s?name|login|nick|handle)\b
    """,
    re.VERBOSE,
)
# "use my gmail its big_stu_1971", "big_stu_1971, it's a yahoo one"
OWN = r"\b(?:my|me|mine|i'm|i\sam|use|its|it's|find)\b"
HERS = re.compile(
    rf"""
      (?<!\w){PROVIDER} [^.!?\n@]{{0,25}}? (?<![\w.@/-]){LINED_BOX}(?![\w@/])
    | (?:\b(?:i'm|i\sam|me|find|write))\s(?:on|at|via|through|over\sat)\s{PROVIDER}\s(?:under|as)\s[a-z0-9._-]{{3,30}}
    | (?<!\w){PROVIDER} [^.!?\n@]{{0,20}}? \b(?:handle|login|user\s?name)\s?(?:is|:)\s?[a-z0-9._-]{{4,30}}(?=\s?(?:$|[.,;!)]))
    | (?<!\w){PROVIDER} [^.!?\n@]{{0,30}}? \bsame\s(?:as|like)\s(?:my|the)\s(?:nick|name|handle|user\s?name)
    | (?<!\w)(?!this|that|which|there|here|what|where)[a-z][a-z0-9._-]{{4,30}}\sis\smy\s{PROVIDER}(?=\s?(?:$|[.,;!)]|address|name|one))
    | {OWN} [^.!?\n]{{0,30}}? (?<!\w){PROVIDER}(?!\w) [^!?\n@]{{0,40}}? (?<![\w.@/-]){SURE_BOX}(?![\w@/])
    | (?<![\w.@/-]){SURE_BOX} [^.!?\n@]{{0,30}}? (?<!\w){PROVIDER}(?!\w) (?=[^\n]{{0,12}}(?:one|account|address|$|[.!,]))
    """,
    re.VERBOSE,
)

SOME_PROVIDER = re.compile(PROVIDER)
SOME_SIGN = re.compile(rf"{SIGN}|@|{PICTURE}")
# Every sign has one of these in it. To look for them takes a tenth of the time, and most posts have none.
PARTS_OF_SIGNS = (
    "@", "sign", "symbol", "tecken", "zeichen", "arrob", "arobas", "snabel", "krollalfa", "alfakroll",
    "chiocciol", "klammeraffe", "affenschwanz", "staart", "malp", "kukac", "miuku", "zavinac",
    "kissanhanta", "squiggl", "swirl", "curly", "funny", "twirly", "round", "monkey", "circle",
    "ring", "tail", "snail", *PICTURE[1:-1],
)  # fmt: skip
SOME_HOST_WORD = re.compile("provider|host|domain|server")  # in both ways to tell two halves
SOME_AT = re.compile(rf"{RATE}|snail|{OPEN}\s?(?:at|aet|@)|\saet\s|@")
# A plain word for "at" stands in most posts; it says nothing without a dot of a host behind it.
PLAIN_AT = re.compile(rf"\s(?:{AT})\s")
SOME_DOT = re.compile(rf"\.[a-z0-9]|{DOT_WORD}")


def find_told(text: str) -> Iterator[Span]:
    """Yield the places of told addresses in a folded text."""
    for pattern in worth_a_search(text):
        for match in pattern.finditer(text):
            if pattern is not WHOLE_LINE or not BEFORE_A_PLACE.match(match.group()):
                yield match.span()
    if names_a_sign(text):
        yield from _in_halves(text)


def names_a_sign(text: str) -> bool:
    """Whether "@" is written, drawn or named by one of its many names."""
    return may_name_a_sign(text) and SOME_SIGN.search(text) is not None


def may_name_a_sign(text: str) -> bool:
    """Whether a search for it is worth its time. True for every text that names a sign."""
    return any(part in text for part in PARTS_OF_SIGNS)


def _in_halves(text: str) -> Iterator[Span]:
    """What stands around a sign that is spoken of, where a host and a word of order do, too."""
    done = 0
    for match in TOLD_SIGN.finditer(text):
        start, end = max(0, match.start() - REACH), match.end() + REACH
        if match.start() < done:
            continue
        near = text[start:end]
        if HOST_NEAR.search(near) and ORDER.search(near):
            done = end
            yield match.span()


def worth_a_search(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns whose signs are in the text. Most posts have none of them."""
    has_sign = names_a_sign(text)
    has_provider = SOME_PROVIDER.search(text) is not None
    is_plain = PLAIN_AT.search(text) and (has_provider or SOME_DOT.search(text))
    if has_sign or SOME_AT.search(text) or is_plain:
        yield from (IN_WORDS, SURE_MAILBOX, WHOLE_LINE)
    if "@" in text:
        yield TO_MEND
    if SOME_HOST_WORD.search(text):
        yield HALVES
    if has_provider:
        yield HERS
