"""Directions as bytes: a whole number from -127 to 127 for each of their numbers. Pure.

A quarter of the room of what the encoder gives, and the cosine of two differs by less than 0.01.
"""

import numpy as np

from articles.ask.encoder.weights import Floats

_MOST = 127


def pack(directions: Floats) -> bytes:
    """Rows of numbers as bytes, one after the other."""
    most = np.abs(directions).max(axis=1, keepdims=True)
    numbers: bytes = np.rint(directions / most * _MOST).astype(np.int8).tobytes()
    return numbers


def unpack(packed: bytes, size: int) -> Floats:
    """The rows again, `size` numbers each, of length 1."""
    rows = np.frombuffer(packed, dtype=np.int8).reshape(-1, size).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows
