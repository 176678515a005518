"""The weights of the encoder, and the pieces of words that it knows.

The file stays on the disk and is mapped into memory, so that all processes of the site share it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_LENGTH_BYTES = 8
_FLOAT = 4  # bytes


def read_vocabulary(path: Path) -> Mapping[str, int]:
    """The number of each piece of a word: its line in the file, from 0."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {piece: number for number, piece in enumerate(lines)}


def read_weights(path: Path) -> Mapping[str, Floats]:
    """The arrays of a safetensors file by name, not read before they are used.

    The format is a length, a head of JSON and the numbers one after the other:
    https://huggingface.co/docs/safetensors. `ValueError` where the file is cut off, or an array not of 32 bits.
    """
    with path.open("rb") as file:
        length = int.from_bytes(file.read(_LENGTH_BYTES), "little")
        if length > path.stat().st_size:
            raise ValueError("The file of the weights is cut off.")
        head: dict[str, Any] = json.loads(file.read(length))
    begin = _LENGTH_BYTES + length
    data = np.memmap(path, dtype=np.uint8, mode="r")
    return {
        name: _array(data, begin, told)
        for name, told in head.items()
        if name != "__metadata__" and told["dtype"] != "I64"
    }


def _array(data: NDArray[np.uint8], begin: int, told: Mapping[str, Any]) -> Floats:
    if told["dtype"] != "F32" or begin % _FLOAT:
        raise ValueError("These weights are not numbers of 32 bits in their place.")
    first, last = told["data_offsets"]
    return data[begin + first : begin + last].view(np.float32).reshape(told["shape"])
