"""What is seen in a text, and where."""

from community.screening.folded import Folded
from community.screening.learned.features import LETTERS_MAX, NUMBER, features


def names(text: str) -> set[str]:
    return set(features(Folded.of(text)))


def test_roots_and_pairs_of_them_are_counted() -> None:
    assert {"buy", f"buy {NUMBER}", "tablet"} <= names("Buy 20 tablets")
    assert names("cured") & names("cures") >= {"cur", "<promise>"}


def test_disguised_words_teach_what_they_hide() -> None:
    assert "viagra" in names("v1agra") and "viagra" in names("vi\u200bagra")
    assert "pill" in names("pіlls")  # a Cyrillic i


def test_all_numbers_are_one() -> None:
    assert names("take 300") == names("take 450")


def test_a_very_long_word_is_cut() -> None:
    assert "x" * LETTERS_MAX in names("x" * 500)


def test_every_place_of_a_feature_is_known() -> None:
    text = "hello. v1agra here, half price, v1agra"
    found = features(Folded.of(text))
    assert [text[slice(*place)] for place in found["viagra"]] == ["v1agra"] * 2
    assert [text[slice(*place)] for place in found["<offer>"]] == ["half price"]


def test_words_of_one_kind_count_together_and_so_does_how_many_kinds_there_are() -> None:
    found = features(Folded.of("Order now, 20% discount, buy it here"))
    assert {"<order>", "<order> twice", "<haste>", "<offer>"} <= set(found)
    assert {"<2 appeals>", "<3 appeals>", "<4 kinds>"} <= set(found)
    assert "<4 appeals>" not in found and "<5 kinds>" not in found


def test_what_came_last_is_the_place_of_how_many_there_are() -> None:
    text = "order the discount"
    (place,) = features(Folded.of(text))["<2 appeals>"]
    assert text[slice(*place)] == "discount"
