"""The beginning of a text, for sources that let no more of it stand elsewhere. Pure."""

import re

from common.text import word_count

# What quoting and teasing usually mean: two or three paragraphs, never a whole short text.
WORDS_MAX = 120
SHARE_MAX = 0.5

_BLOCK = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


def excerpt_of(body_html: str) -> str:
    """The first paragraphs of sanitised HTML, at most `WORDS_MAX` words and half of the whole.

    Only paragraphs count; what does not fit is cut behind a sentence, or else behind a word,
    without its links and emphasis.
    """
    blocks = _BLOCK.findall(body_html)
    left = min(WORDS_MAX, int(word_count(_TAGS.sub(" ", body_html)) * SHARE_MAX))
    kept = []
    for block in blocks:
        plain = _TAGS.sub("", block)
        words = word_count(plain)
        if words <= left:
            kept.append(f"<p>{block}</p>")
            left -= words
            continue
        if not kept or left > WORDS_MAX // 3:
            kept.append(f"<p>{_cut(plain, left)}</p>")
        break
    return "".join(kept)


def _cut(text: str, most: int) -> str:
    whole = ""
    for sentence in _SENTENCE_END.split(text):
        longer = f"{whole} {sentence}".strip()
        if word_count(longer) > most:
            break
        whole = longer
    return whole or " ".join(text.split()[: max(most, 1)]) + " …"
