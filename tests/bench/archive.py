"""An archive of made-up words to compare: as many different words, names and numbers as in life."""

import random
from datetime import timedelta
from itertools import accumulate

from django.utils import timezone

from articles.models import Article

WORDS = 20_000
LENGTH = 500  # words of an article
SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yi zo".split()
THEMES = 80  # articles of one theme share words that others have not


def word(number: int) -> str:
    """A word that no other number has."""
    syllables = []
    for _ in range(4):
        number, at = divmod(number, len(SYLLABLES))
        syllables.append(SYLLABLES[at])
    return "".join(syllables)


def fill(count: int) -> None:
    """Store so many published articles; their words are spread as in any language (Zipf)."""
    rng = random.Random(20_127)
    words = [word(number) for number in range(WORDS)]
    weights = list(accumulate(1 / (rank + 10) for rank in range(WORDS)))
    themes = [rng.sample(words, 60) for _ in range(THEMES)]
    now = timezone.now()
    Article.objects.bulk_create(
        (
            Article(
                slug=f"made-up-{number}",
                title=" ".join(rng.choices(themes[number % THEMES], k=6)),
                body_html=body(
                    rng, rng.choices(words, cum_weights=weights, k=LENGTH), themes[number % THEMES]
                ),
                state=Article.State.PUBLISHED,
                published_at=now - timedelta(hours=number),
            )
            for number in range(count)
        ),
        batch_size=500,
    )


def body(rng: random.Random, common: list[str], theme: list[str]) -> str:
    """Paragraphs with a few names, numbers and a quotation."""
    said = common[:400] + rng.choices(theme, k=100)
    rng.shuffle(said)
    for at in range(20, LENGTH, 60):
        said[at] = f"{said[at].title()} {said[at - 1].title()} of {rng.choice(theme).title()}"
        said[at + 7] = f"{rng.randrange(2, 3000)} people"
    said[100], said[115] = f"“{said[100]}", f"{said[115]}”"
    parts = (" ".join(said[at : at + 50]).capitalize() for at in range(0, LENGTH, 50))
    return "".join(f"<p>{part}.</p>" for part in parts)
