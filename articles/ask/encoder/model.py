"""The encoder: from pieces of words to one direction for a text.

Six layers of a transformer and the mean of what comes out of the last (Vaswani and others, 2017;
Reimers and Gurevych, 2019), with NumPy alone. Two texts are as like as the cosine of their directions.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from articles.ask.encoder.likeness import Likeness
from articles.ask.encoder.packing import pack, unpack
from articles.ask.encoder.weights import Floats, read_vocabulary, read_weights
from articles.ask.encoder.wordpiece import pieces

SIZE = 384  # numbers of a direction
HEADS, LAYERS = 12, 6
PIECES_MAX = 256  # of a text, as the model was trained; about 180 words
_TOGETHER = 1_024  # pieces that are worked on at once
_TINY = np.float32(1e-12)
_AWAY = np.float32(-1e9)
# How the error function is come near to, with an error below 2e-7: Abramowitz and Stegun, 7.1.26.
_ERF = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
_ERF_SLOPE = 0.3275911


class Encoder:
    """Gives a direction for each text. Safe to be used by several threads: it remembers nothing."""

    def __init__(self, weights: Mapping[str, Floats], vocabulary: Mapping[str, int]) -> None:
        self.weights = weights
        self.vocabulary = vocabulary

    def encode(self, texts: Sequence[str]) -> Floats:
        """The directions of texts: an array of so many rows of `SIZE` numbers, each of length 1."""
        found = np.empty((len(texts), SIZE), dtype=np.float32)
        cut = [pieces(text, self.vocabulary, PIECES_MAX) for text in texts]
        for rows in batches([len(each) for each in cut]):
            found[rows] = self._directions([cut[row] for row in rows])
        return found

    def describe(self, title: str, parts: Sequence[str]) -> bytes:
        """The directions of an article's title and of its parts, packed to be kept."""
        return pack(self.encode([title, *parts]))

    def compare(self, question: str, articles: Mapping[int, bytes]) -> dict[int, Likeness]:
        """How like a question is to each of the articles, whose packed directions are given."""
        asked = self.encode([question])[0]
        return {key: likeness_of(asked, unpack(packed, SIZE)) for key, packed in articles.items()}

    def _directions(self, cut: Sequence[Sequence[int]]) -> Floats:
        longest = max(map(len, cut))
        numbers = np.zeros((len(cut), longest), dtype=np.int64)
        there = np.zeros((len(cut), longest), dtype=np.float32)
        for row, each in enumerate(cut):
            numbers[row, : len(each)] = each
            there[row, : len(each)] = 1
        mean: Floats = np.einsum("tpn,tp->tn", self._last_layer(numbers, there), there)
        mean /= np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), _TINY)
        return mean

    def _last_layer(self, numbers: np.ndarray, there: Floats) -> Floats:
        words = self.weights["embeddings.word_embeddings.weight"][numbers]
        places = self.weights["embeddings.position_embeddings.weight"][: numbers.shape[1]]
        kind = self.weights["embeddings.token_type_embeddings.weight"][0]
        state = self._even("embeddings.LayerNorm", words + places + kind)
        hidden = (1 - there)[:, None, None, :] * _AWAY
        for number in range(LAYERS):
            state = self._layer(f"encoder.layer.{number}", state, hidden)
        return state

    def _layer(self, name: str, state: Floats, hidden: Floats) -> Floats:
        seen = self._dense(f"{name}.attention.output.dense", self._attention(name, state, hidden))
        state = self._even(f"{name}.attention.output.LayerNorm", state + seen)
        inner = gelu(self._dense(f"{name}.intermediate.dense", state))
        outer = self._dense(f"{name}.output.dense", inner)
        return self._even(f"{name}.output.LayerNorm", state + outer)

    def _attention(self, name: str, state: Floats, hidden: Floats) -> Floats:
        texts, places, size = state.shape
        asks, keys, says = (
            self._dense(f"{name}.attention.self.{part}", state)
            .reshape(texts, places, HEADS, size // HEADS)
            .transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        shares = asks @ keys.transpose(0, 1, 3, 2) / np.float32((size // HEADS) ** 0.5) + hidden
        shares = np.exp(shares - shares.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        said: Floats = (shares @ says).transpose(0, 2, 1, 3).reshape(texts, places, size)
        return said

    def _dense(self, name: str, state: Floats) -> Floats:
        # One product of two matrices: for each text by itself it would take twice as long.
        flat: Floats = state.reshape(-1, state.shape[-1]) @ self.weights[f"{name}.weight"].T
        flat += self.weights[f"{name}.bias"]
        return flat.reshape(*state.shape[:-1], -1)

    def _even(self, name: str, state: Floats) -> Floats:
        state = state - state.mean(axis=-1, keepdims=True)
        state /= np.sqrt(np.square(state).mean(axis=-1, keepdims=True) + _TINY)
        return state * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


def likeness_of(asked: Floats, article: Floats) -> Likeness:
    """The cosines of a question with an article's title and parts; without parts the title is all."""
    parts = article[1:] if len(article) > 1 else article
    whole = parts.mean(axis=0)
    near = parts @ asked
    return Likeness(
        title=float(article[0] @ asked),
        part=float(near.max()),
        whole=float(whole @ asked / np.linalg.norm(whole)),
    )


def gelu(value: Floats) -> Floats:
    """The Gaussian error linear unit (Hendrycks and Gimpel, 2016)."""
    scaled = value * np.float32(0.5**0.5)
    size = np.abs(scaled)
    slope = 1 / (1 + np.float32(_ERF_SLOPE) * size)
    sum_ = np.zeros_like(slope)
    for factor in reversed(_ERF):
        sum_ = (sum_ + np.float32(factor)) * slope
    erf: Floats = np.copysign(1 - sum_ * np.exp(-np.square(size)), scaled)
    return value * (1 + erf) * np.float32(0.5)


def batches(lengths: Sequence[int]) -> Iterable[list[int]]:
    """Which texts are worked on together: those of about the same length, `_TOGETHER` pieces."""
    batch: list[int] = []
    for row in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[row] > _TOGETHER:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def read_encoder(place: Path) -> Encoder:
    """The encoder whose weights lie in a folder."""
    weights = read_weights(place / "model.safetensors")
    return Encoder(weights, read_vocabulary(place / "vocab.txt"))
