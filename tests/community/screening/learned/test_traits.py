"""Links, prices, numbers to write to."""

import pytest

from community.screening.folded import Folded
from community.screening.learned.traits import traits


def found(text: str) -> set[str]:
    return {name for name, _ in traits(Folded.of(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("https://x.example/now", "<link>"),
        ("see cheap-pills.example", "<link>"),
        ("see www.shop.example.org", "<link>"),
        ("only $5", "<price>"),
        ("29 EUR", "<price>"),
        ("20 % off", "<percent>"),
        ("on WhatsApp", "<messenger>"),
        ("a@example.org", "<mailbox>"),
        ("write @quickmeds", "<handle>"),
        ("+1 555 0134 22", "<phone>"),
        ("Wow!!", "<!>"),
        ("Dr Ogbala", "<title>"),
    ],
)
def test_a_trait_is_seen(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize("text", ["I slept badly.", "It helped.then not", "2-3 times", "Great!"])
def test_ordinary_words_have_none(text: str) -> None:
    assert found(text) == set()


def test_a_link_to_a_well_known_site_is_of_another_kind() -> None:
    assert found("https://www.nhs.uk/medicines/") == {"<known link>"}
    assert found("https://nhs-uk.example/") == {"<link>"}
