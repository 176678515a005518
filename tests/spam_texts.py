"""Own-written advertising as forums of patients get it, and what patients write: to learn from.

Two kinds: texts filled from templates, with made-up names and reserved addresses; and texts written
one by one, by two hands that did not read each other. What is shipped was learned from both; so
whatever is measured on the texts of one hand takes what was learned from the other in its place.
"""

import random
from collections.abc import Collection, Sequence
from functools import cache

import pytest

from community.screening.learned import learning, scoring
from community.screening.learned.first_lessons import learn_first, texts_of
from community.screening.learned.model import Model
from tests.screened_phrases import PHRASES, phrases

Lesson = tuple[str, bool]

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
    "thing": "heating pad|walking stick|pillow|mattress|shower stool|wrist brace|cushion".split(
        "|"
    ),
    "errand": "the taxi to the clinic|a private scan|my prescriptions|the doctor's letter".split(
        "|"
    ),
    "page": (
        "https://www.nhs.uk/conditions/|https://pain.example.org/pacing|www.versusarthritis.org|"
        "https://doi.org/10.1000/example.77|https://clinic.example.org/leaflet.pdf"
    ).split("|"),
    "medicine": (
        "duloxetine|pregabalin|gabapentin|amitriptyline|tramadol|naproxen|methotrexate|codeine"
    ).split("|"),
    "part": "left knee|neck|hands|lower back|hip|shoulder|jaw|feet".split("|"),
    "person": "husband|sister|mother|best friend|boss|daughter".split("|"),
    "fad": "a detox|turmeric|a magnet bracelet|CBD oil|celery juice|a miracle diet".split("|"),
}


def templates(name: str = "templates") -> dict[str, list[str]]:
    """The templates by family: of advertising, or "wanted_templates"."""
    found: dict[str, list[str]] = {}
    for line in phrases(f"spam/{name}"):
        family, _, template = line.partition(" | ")
        found.setdefault(family, []).append(template)
    return found


def written(name: str, families: Collection[str] = ()) -> list[str]:
    """Texts written one by one, "advertising_tuned" and the like; of these families, or of all."""
    lines = [line.partition(" | ") for line in phrases(f"spam/{name}")]
    return [text for family, _, text in lines if not families or family in families]


@cache
def first_of(hand: str) -> Model:
    """What would be shipped if only this hand had written."""
    return learn_first(PHRASES, (hand,))


def ship_only(hand: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have it shipped in this test."""
    for module in (learning, scoring):
        monkeypatch.setattr(module, "first_lessons", lambda: first_of(hand))


def by_hand(hand: str, chance: random.Random) -> tuple[list[str], list[str]]:
    """The advertising and the honest posts of a hand, in any order."""
    lines = list(texts_of(PHRASES, hand))
    chance.shuffle(lines)
    return [text for text, is_spam in lines if is_spam], [
        text for text, is_spam in lines if not is_spam
    ]


def filled(template: str, chance: random.Random) -> str:
    """A template with a value in each of its gaps."""
    while "{" in template:
        start, end = template.index("{"), template.index("}")
        template = (
            template[:start] + chance.choice(SLOTS[template[start + 1 : end]]) + template[end + 1 :]
        )
    return template


def spam_texts(families: Sequence[str], number: int, chance: random.Random) -> list[str]:
    """So many different advertisements of these families, from templates."""
    every = [template for family in families for template in templates()[family]]
    return [filled(chance.choice(every), chance) for _ in range(number)]


def wanted_texts(half: str, number: int, chance: random.Random) -> list[str]:
    """What patients write, of one half of our phrases: one to four sentences each."""
    sentences = phrases(f"ordinary_{half}") + phrases(f"harmless_{half}")
    return [" ".join(chance.sample(sentences, chance.randint(1, 4))) for _ in range(number)]


def wanted_lessons(number: int, chance: random.Random) -> list[str]:
    """Honest posts to learn from: those written one by one, the rest from phrases and templates."""
    every = [line for lines in templates("wanted_templates").values() for line in lines]
    posts = written("wanted_tuned")
    posts += [filled(chance.choice(every), chance) for _ in range(number // 3)]
    posts += wanted_texts("tuned", number, chance)
    return posts[:number] if len(posts) == number else chance.sample(posts, number)


def lessons(
    families: Sequence[str],
    number: int,
    share: float,
    chance: random.Random,
    posts: Sequence[str] = (),
) -> list[Lesson]:
    """So many texts to learn from, with a share of advertising, in any order.

    The advertising is `posts`, as far as there is room, and the rest from templates of `families`.
    """
    spam = round(number * share)
    chosen = chance.sample(posts, min(spam, len(posts)))
    chosen += spam_texts(families, spam - len(chosen), chance)
    texts = [(text, True) for text in chosen]
    texts += [(text, False) for text in wanted_lessons(number - spam, chance)]
    chance.shuffle(texts)
    return texts
