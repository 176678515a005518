"""Own-written advertising as forums of patients get it, and what patients write: to learn from.

Texts are filled from templates with made-up names and reserved addresses. Whole families of
templates are held out, so that what is learned on some is measured on others.
"""

import random
from collections.abc import Iterator, Sequence

from tests.screened_phrases import phrases

SLOTS: dict[str, Sequence[str]] = {
    "drug": "tramadol|oxycodone|xanax|valium|viagra|ambien|codeine|gabapentin|adderall".split("|"),
    "illness": "fibromyalgia|chronic pain|migraine|arthritis|back pain|fatigue|neuropathy".split(
        "|"
    ),
    "brand": "VitaZen|PuraLife|NeuroCalm|GreenDrop|FlexiJoy|HerbaNova".split("|"),
    "healer": "Dr Ogbala|Doctor Mavu|Dr Zanter|Priest Olumo|Dr Kadir".split("|"),
    "name": "Sandra Velt|Marco Dune|Anita Rook|Jon Carvel".split("|"),
    "link": (
        "https://best-deal.example/offer|www.cheapmeds.example|http://go.example/x7|"
        "health-shop.example.com|https://win.example/free"
    ).split("|"),
    "messenger": "WhatsApp +1 555 0134|Telegram @quickmeds|whatsapp 01632 960777|dm me".split("|"),
    "mail": "sales@example.com|drhelp@example.org|office at example dot net".split("|"),
    "phone": "+1 555 0199|01632 960888|+234 555 0111".split("|"),
    "price": "$49|$199|29 EUR|€15|£20|500 dollars".split("|"),
    "percent": "20%|50 %|70%|90 percent".split("|"),
    "days": "3|7|10|14|21|30".split("|"),
    "code": "RELIEF20|SAVE50|FIBRO10".split("|"),
}


def templates() -> dict[str, list[str]]:
    """The templates by family."""
    found: dict[str, list[str]] = {}
    for line in phrases("spam/templates"):
        family, _, template = line.partition(" | ")
        found.setdefault(family, []).append(template)
    return found


def filled(template: str, chance: random.Random) -> str:
    """A template with a value in each of its gaps."""
    while "{" in template:
        start, end = template.index("{"), template.index("}")
        template = (
            template[:start] + chance.choice(SLOTS[template[start + 1 : end]]) + template[end + 1 :]
        )
    return template


def spam_texts(families: Sequence[str], number: int, chance: random.Random) -> list[str]:
    """So many different advertisements of these families."""
    every = [template for family in families for template in templates()[family]]
    return [filled(chance.choice(every), chance) for _ in range(number)]


def wanted_texts(half: str, number: int, chance: random.Random) -> list[str]:
    """What patients write, of one half of our phrases: one to four sentences each."""
    sentences = phrases(f"ordinary_{half}") + phrases(f"harmless_{half}")
    return [" ".join(chance.sample(sentences, chance.randint(1, 4))) for _ in range(number)]


def lessons(
    families: Sequence[str], number: int, share: float, chance: random.Random
) -> Iterator[tuple[str, bool]]:
    """So many texts to learn from, with a share of advertising, in any order."""
    spam = round(number * share)
    texts = [(text, True) for text in spam_texts(families, spam, chance)]
    texts += [(text, False) for text in wanted_texts("tuned", number - spam, chance)]
    chance.shuffle(texts)
    yield from texts
