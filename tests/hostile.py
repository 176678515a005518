"""Hostile HTML to clean, the same on every machine."""

import random
from collections.abc import Callable

import pytest

# Escaped to the last character, it stays under the limit of what `sanitize` gives back.
LONGEST = 25_000

CLASSICS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script\x0b>alert(1)</script\t>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    '<img """><script>alert(1)</script>">',
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src='javascript:alert(1)'>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "<style>*{background:url(javascript:alert(1))}</style>",
    "<p style='behavior:url(x)' onclick=alert(1) id=x class=y>pain</p>",
    "<form action='javascript:alert(1)'><button formaction=javascript:alert(1)>go</button></form>",
    "<b onmouseover=alert(1)>bold</b onmouseover=alert(1)>",
    "<isindex type=image src=1 onerror=alert(1)>",
    "<xss style=animation-name:x onanimationstart=alert(1)>x</xss>",
]

LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\x00script:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A&#x61vascript:123",
    "&#0000106&#0000097vascript:alert(1)",
    "javascript:123",
    "javascript://example.org/%0aalert(1)",
    "vbscript:msgbox(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "feed:javascript:alert(1)",
    "//evil.example/x",
    "\\\\evil.example/x",
    "/\\evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:\\\\evil.example",
    "https:///evil.example",
    "https://",
    "https://?x",
    "https://@evil.example",
    "https://good.example@evil.example",
    "https://good.example\\@evil.example",
    "https://[",
    "https://[::1",
    "https://exa mple.org",
    "https://xn--a.example",
    "https://1.2.3.999/",
    "https://\u202eexample.org",
    "https://example.org/'onclick='alert(1)",
    'https://example.org/"onclick="alert(1)',
    "https://example.org/?a=1&copy=2&lt;",
    "http://example.org:99999/",
    "mailto:",
    "mailto:x@example.org?bcc=all@example.org",
    "mailto:a@b@c",
    "ftp://example.org",
    "file:///etc/passwd",
    "#top",
    "page.html",
    "?q=1",
    "https://example.org/ok",
    "mailto:someone@example.org",
]

MUTATIONS = [
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<math><annotation-xml encoding='text/html'><style><img src=x onerror=alert(1)></style></math>",
    "<svg><foreignObject><p><style><![CDATA[</style><img src=x onerror=alert(1)>]]></svg>",
    "<svg><title><style><img src=x onerror=alert(1)></title></svg>",
    "<svg><desc><template><style></svg><img src=x onerror=alert(1)>",
    "<title><img src=x onerror=alert(1)></title>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'>",
    "<template><p></template><script>alert(1)</script></p></template>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<plaintext><b>x</plaintext></b>",
    "<noembed><img title='</noembed><img src=x onerror=alert(1)>'></noembed>",
    "<select><template><style><!--</select><img src=x onerror=alert(1)>--></style>",
    "<table><caption><svg><td><style></table><img src=x onerror=alert(1)>",
    "<a><table><a href=javascript:1>x<tr><td></a>y</table>z</a>",
    "<p><table><p>x</table></p><ul><table><li>y</table></ul>",
    "<b><p><i></b>x</i></p>",
    "<a href=https://example.org><p><a href=https://example.org/2>x</p></a>y</a>",
    "<pre>\n\n\nx<b>\n</pre>\n</b>",
    "<li><dd><dt><li><td><tr><table><li>x",
    "<dl><li>x<dt>y<p>z<dd>w</dl>",
    "<h2><p>x<h3>y</h2>z</h3>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--x--!><img src=x onerror=alert(1)>",
    "<!-- unclosed <img src=x onerror=alert(1)>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml version='1.0'?><?php echo 1 ?>",
    "<!DOCTYPE html [<!ENTITY a 'aaaa'>]>&a;&a;",
    "</ x><//b></3 hours></>",
    "<b/><b //><br/x=1><p/><a/href=https://example.org>x</a/>",
]

WEIRD = ["\x00", "\x0b", "\x0c", "\x1f", "\x7f", "\x85", "\r", "\r\n", "\u00a0", "\u200b", "\u200d"]
WEIRD += ["\u2028", "\u202e", "\u2066", "\ud800", "\udc00", "\udbff\ud800", "\ufeff", "\ufffe"]
WEIRD += [
    "\U0001f469\u200d\U0001f9b0",
    "e\u0301",
    "\U0010ffff",
    "<",
    ">",
    "&",
    '"',
    "'",
    "/",
    "=",
    " ",
]

NAMES = "b i p a ul ol li table tr td th pre code blockquote dl dt dd h2 em strong br hr".split()
NAMES += "div span svg math style script title template noscript foreignObject mglyph".split()
NAMES += "annotation-xml textarea iframe select option form head body html q abbr caption".split()

FRAGMENTS = [
    "pain ",
    "3 < 5 ",
    "a <- b ",
    "<3 ",
    "AT&T ",
    "&lt;b&gt; ",
    "&notit; ",
    "&#0;&#x110000;",
]
FRAGMENTS += ["&#xD800;", "&#13;", "&amp;lt;script&amp;gt;", "&" * 40, "<" * 40, "]]>", "-->"]


def _link(chance: random.Random) -> str:
    quote = chance.choice(["'", '"', "", "`"])
    name = chance.choice(["href", "HREF", "xlink:href", "href\x00", " href"])
    return f"<a {name}={quote}{chance.choice(LINKS)}{quote}>link</a>"


def _tag(chance: random.Random) -> str:
    name = chance.choice(NAMES)
    extra = chance.choice(["", "", "", " x", " title='<b>\"", ' on="', " a=b/", " =", "/"])
    return chance.choice([f"<{name}{extra}>", f"</{name}>"])


def _soup(chance: random.Random) -> str:
    parts = [chance.choice([_tag, _tag, _text])(chance) for _ in range(chance.randint(2, 15))]
    return "".join(parts)


def _text(chance: random.Random) -> str:
    return chance.choice(FRAGMENTS)


def _classic(chance: random.Random) -> str:
    return chance.choice(CLASSICS)


def _mutation(chance: random.Random) -> str:
    return chance.choice(MUTATIONS)


def _nested(chance: random.Random) -> str:
    outer = [chance.choice(NAMES) for _ in range(chance.randint(1, 6))]
    closing = outer[::-1] if chance.random() < 0.5 else chance.sample(outer, len(outer))
    middle = chance.choice([_classic, _mutation, _link, _soup])(chance)
    return "".join(f"<{n}>" for n in outer) + middle + "".join(f"</{n}>" for n in closing)


def _flood(chance: random.Random) -> str:
    size = chance.choice([20, 40, 100, 5_000 if chance.random() < 0.02 else 50])
    unit = chance.choice(
        [
            "<b>",
            "<a href=https://example.org><b>",
            "<p>",
            "<ul><li>",
            "<table><td>",
            "<!--",
            "<![",
            "&",
        ]
        + [
            "</b>",
            " x=y",
            "<b x=",
            "&#1",
            "<blockquote>",
            "<b><p>",
            '<a b="',
            "<svg>",
            "<",
            "\ud800",
        ]
    )
    return (
        chance.choice(["", "<b", "x"]) + unit * size + chance.choice(["", ">", "x", "</b>" * size])
    )


def _disturbed(chance: random.Random, text: str) -> str:
    for _ in range(chance.choice([0, 0, 1, 2, 5])):
        at = chance.randrange(len(text) + 1)
        upto = min(len(text), at + chance.randint(1, 8))
        change = chance.randrange(5)
        if change == 0:
            text = text[:at] + chance.choice(WEIRD) + text[at:]
        elif change == 1:
            text = text[:at] + text[upto:]
        elif change == 2:
            text = text[:at] + text[at:upto].swapcase() + text[upto:]
        elif change == 3:
            text = text[:upto] + text[at:upto] + text[upto:]
        else:
            text = text[:at] + "".join(f"&#{ord(c)};" for c in text[at:upto]) + text[upto:]
    return text


_MAKERS = [_classic, _mutation, _link, _soup, _soup, _nested, _nested, _flood]


def _hostile_string(chance: random.Random) -> str:
    parts = [chance.choice(_MAKERS)(chance) for _ in range(chance.choice([1, 1, 1, 2]))]
    return _disturbed(chance, chance.choice(["", " ", "words "]).join(parts))[:LONGEST]


@pytest.fixture
def hostile_strings() -> Callable[[int, int], list[str]]:
    """A function of seed and count: the same seed gives the same strings on every machine."""

    def make(seed: int, count: int) -> list[str]:
        chance = random.Random(seed)
        return [_hostile_string(chance) for _ in range(count)]

    return make
