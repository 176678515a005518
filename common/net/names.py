"""Host names as they are looked up: one form, in ASCII, and none that means a private place."""

from common.hosts import MAX_HOST_LENGTH, MAX_LABEL_LENGTH, clean_host
from common.net.errors import FetchRefused

# Names of one's own machine and network (RFC 6761, 6762, 8375, ICANN's ".internal"), names that
# lead elsewhere than to the web (RFC 7686, 9476), and what routers and clusters call themselves.
_PRIVATE_ENDS = frozenset(
    """
    alt arpa corp home home.arpa internal intranet invalid lan local localdomain localhost onion
    private svc metadata.goog
    """.split()
)

# Services whose names spell the IP address they lead to, nearly always one's own machine.
# What they lead to would be checked as well; this is to say so before asking them.
_SPELLING_SERVICES = frozenset(
    "nip.io sslip.io xip.io localtest.me lvh.me lacolhost.com vcap.me rbndr.us 1u.ms".split()
)

_ENCODED = "xn--"
_DOTS = str.maketrans({"\u3002": ".", "\uff61": "."})  # full stops of East Asia (UTS #46)
_HEX = frozenset("0123456789abcdef")

NO_HOST = "This is no complete web address. Check how it is written, or copy it from the browser."
NUMBER = "Sites are read by their name. Write the name of the site instead of the number."
PRIVATE = "This address leads into a private network. Give the address of a public site."


def ascii_host(host: str) -> str:
    """The one form of a host: small letters, "xn--" labels, no last dot; IPv6 in brackets.

    Raises `FetchRefused` for what cannot be a host, for numbers in any other form than a plain
    IPv4 address, and for names that mean a private place. Unicode is brought into form with NFKC
    first and judged afterwards, so that no letter can turn into something else later.
    """
    clean = clean_host(host.translate(_DOTS))
    if clean is None:
        raise FetchRefused(NUMBER if _is_odd_number(host) else NO_HOST)
    if is_literal(clean):
        return clean
    name = ".".join(map(_ascii_label, clean.split(".")))
    if len(name) > MAX_HOST_LENGTH:
        raise FetchRefused(NO_HOST)
    _refuse_private(name)
    return name


def is_literal(host: str) -> bool:
    """Whether a host in its one form is an IP address."""
    return host.startswith("[") or host.rpartition(".")[2].isdigit()


def _ascii_label(label: str) -> str:
    """RFC 3492. An "xn--" label must be what its letters give again, or it hides something."""
    if label.startswith(_ENCODED):
        letters = label.removeprefix(_ENCODED).encode("ascii", "ignore").decode("punycode")
        as_host = f"{letters}.com"
        if clean_host(as_host) != as_host or _encoded(letters) != label:
            raise FetchRefused(NO_HOST)
        return label
    return _encoded(label)


def _encoded(letters: str) -> str:
    if letters.isascii():
        return letters
    label = _ENCODED + letters.encode("punycode").decode("ascii")
    if len(label) > MAX_LABEL_LENGTH:
        raise FetchRefused(NO_HOST)
    return label


def _refuse_private(name: str) -> None:
    labels = name.split(".")
    ends = {".".join(labels[-length:]) for length in (1, 2)}
    if len(labels) == 1 or ends & (_PRIVATE_ENDS | _SPELLING_SERVICES):
        raise FetchRefused(PRIVATE)


def _is_odd_number(host: str) -> bool:
    """Whether the host ends like a number, as browsers tell it (WHATWG URL, "ends in a number")."""
    last = host.lower().rstrip(".").rpartition(".")[2]
    return last.isdigit() or (last.startswith("0x") and _HEX.issuperset(last[2:]))
