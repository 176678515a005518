"""E-mail addresses, plain and disguised: "jane (at) example dot org"."""

import re
from collections.abc import Iterator

from community.screening.contact_details.disguised_emails import find_disguised
from community.screening.contact_details.told_emails import find_told
from community.screening.folded import Folded, Span
from community.screening.help_lines import is_help_mailbox

# RFC 5321 allows 64 characters before the @ and 63 in each part of a host.
MAILBOX = r"[a-z0-9](?:[a-z0-9._%+'-]{0,62}[a-z0-9_+-])?"
LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
ENDING = r"[a-z]{2,24}"

PLAIN = re.compile(rf"(?<![\w.+%-]){MAILBOX}@(?:{LABEL}\.){{1,6}}{ENDING}(?![\w-])")

# Signs nobody writes by accident: "(at)", "[at]", " @ ", "_at_". Then any kind of dot will do.
SURE_AT = r"\s{0,3}(?:[(\[{<*_-]{1,2}\s?(?:at|@|a)\s?[)\]}>*_-]{1,2}|@{1,2})\s{0,3}"
ANY_DOT = (
    r"(?:\s{0,2}[(\[{<*_-]{1,2}\s?(?:dot|punkt|punto|point|ponto|punt|kropka|\.)\s?[)\]}>*_-]{1,2}\s{0,2}"
    r"|\s{1,3}(?:dot|punkt|punto|point|ponto|punt|kropka|prikk|piste)\s{1,3}|\.{1,2}|\s\.\s|[\u3002\uff61])"
)
SPELT_DOT = r"\s{1,3}(?:dot|punkt|\(dot\)|\[dot\])\s{1,3}"
SPELT_BOX = (
    r"[a-z0-9][a-z0-9._+-]{0,40}"
    r"(?:\s(?:dot|punkt|underscore|dash|hyphen|minus)\s[a-z0-9][a-z0-9_+-]{0,40}){0,3}"
)
SURE = re.compile(rf"(?<![\w.+-]){SPELT_BOX}{SURE_AT}(?:{LABEL}{ANY_DOT}){{1,4}}{ENDING}\b")

# A bare " at " is a plain word. It counts when the dot is spelt out too ...
SPELT = re.compile(
    rf"(?<![\w.+-])(?P<box>{SPELT_BOX})\sat\s(?:{LABEL}{SPELT_DOT}){{1,4}}(?:{ENDING})\b"
)
# ... but not after a word that leads to a place: "I found it at healthline dot com".
WORDS_BEFORE_A_PLACE = frozenset(
    """
    it them this that these those one ones up out more info information details here there
    found find look looked looking read see saw seen available posted published article page
    site website online blog store shop buy bought sold order ordered is are was were be me us
    you him her everyone people work works working worked study studies and or video talk
    listed listened started starting now today everything something recipe recipes tips
    """.split()
)
# ... or when the host is one that keeps mailboxes.
PROVIDERS = (
    "gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|aol|gmx|mail|"
    "protonmail|proton|tutanota|fastmail|zoho|yandex|btinternet|btopenworld|sky|virginmedia|"
    "talktalk|comcast|verizon|att|sbcglobal|bigpond|optusnet|telia|spray|bredband|web|t-online|"
    "freenet|arcor|orange|wanadoo|laposte|free|sfr|libero|tiscali|rediffmail|ziggo|kpnmail|"
    "planet|shaw|rogers|telus|xtra|eircom|hushmail|pm"
)
AT_PROVIDER = re.compile(
    rf"(?<![\w.+-])(?P<box>{SPELT_BOX})\s(?:at|on)\s(?P<host>{PROVIDERS})"
    r"(?:\s?\.\s?[a-z]{2,4}|\sdot\s[a-z]{2,4}){1,2}\b"
)
# Hosts that are also plain words need the ending beside them, which AT_PROVIDER asks for;
# without an ending only names that nothing else has.
AT_NAME = re.compile(
    rf"(?<![\w.+-])(?P<box>{SPELT_BOX})\s(?:at|@)\s(?:gmail|googlemail|hotmail|yahoo|icloud|protonmail)\b"
)
CUE = re.compile(
    r"\b(?:e-?mail|mail|write|contact|reach|message|drop|ping|schreibt?|skriv|mejla|maila|ecri\w{1,4}|escrib\w{1,3}|scriv\w{1,4}|napisz)\b[^.!?\n]{0,40}$|\baddress is\s*$"
)
CUE_REACH = 60  # characters before an address in which "write to me" still belongs to it
AFTER_CUE = re.compile(
    rf"(?<![\w.+-])(?P<box>{SPELT_BOX})\sat\s(?:{LABEL}\.){{1,3}}{ENDING}(?![\w-])"
)
# Without one where what stands before "at" is no plain word, or where a line holds nothing else.
HANDLE_AT = re.compile(
    rf"(?<![\w.+-])(?P<box>[a-z][a-z0-9]{{0,30}}[._][a-z0-9._-]{{1,30}}|[a-z]{{2,30}}\d{{1,6}})\sat\s"
    rf"(?:{LABEL}\.){{1,3}}{ENDING}(?![\w-])"
)
ALONE = re.compile(
    rf"(?:^|[:\n])[ \t]{{0,3}}(?P<box>[a-z0-9._+-]{{4,40}})\sat\s(?:{LABEL}\.){{1,3}}(?:com|org|net|[a-z]{{2}})"
    r"[ \t]{0,3}(?=[.!,;]?\s{0,3}(?:$|\n))"
)

# Nobody is written to there: "kat1989 at reddit.com" is somebody's name on a site.
SITE = re.compile(
    r"[^@]*\b(?:facebook|reddit|twitter|x|youtube|instagram|tiktok|linkedin|wikipedia|healthunlocked|"
    r"patientslikeme|inspire|mumsnet|quora|nhs|webmd|healthline|drugs|amazon|ebay|etsy)"
    r"(?:\.|\sdot\s)(?:com|org|net|uk|co\.uk)"
)

# Every address above has a sign, or a plain "at" and a host. Most posts have neither, and are
# not searched further.
ANY_SIGN = re.compile(r"@|[(\[{<*_-]\s?(?:at|a)\s?[)\]}>*_-]")
ANY_AT = re.compile(rf"\s(?:at|on|@)\s(?:(?P<provider>(?:{PROVIDERS})\b)|)")
DOT_IN_A_WORD = re.compile(r"\.[a-z]")


def may_hold_an_address(text: str) -> bool:
    """Whether a search is worth its time. True for every text that holds an address."""
    if ANY_SIGN.search(text):
        return True
    found = list(ANY_AT.finditer(text))
    if not found or any(match["provider"] for match in found):
        return bool(found)
    return "dot" in text or "punkt" in text or DOT_IN_A_WORD.search(text) is not None


def find_emails(folded: Folded) -> list[Span]:
    """Return the places in the original of everything that reads as an e-mail address.

    The published mailboxes of help lines are left out: they are there to be passed on.
    """
    return [
        folded.span(start, end)
        for start, end in _all_places(folded.text)
        if not is_help_mailbox(folded.text[start:end])
        and not SITE.fullmatch(folded.text[start:end])
    ]


def _all_places(text: str) -> Iterator[Span]:
    yield from _places(text)
    yield from find_disguised(text)
    yield from find_told(text)


def _places(text: str) -> Iterator[Span]:
    if not may_hold_an_address(text):
        return
    for pattern in (PLAIN, SURE):
        yield from (match.span() for match in pattern.finditer(text))
    for pattern in (SPELT, AT_PROVIDER, AT_NAME, HANDLE_AT, ALONE):
        yield from (m.span() for m in pattern.finditer(text) if _is_box(m["box"]))
    for match in AFTER_CUE.finditer(text):
        before = text[max(0, match.start() - CUE_REACH) : match.start()]
        if CUE.search(before) and _is_box(match["box"]):
            yield match.span()


def _is_box(words: str) -> bool:
    return words.rpartition(" ")[2] not in WORDS_BEFORE_A_PLACE
