"""What was learned about advertising, read once by each process and again when it changes."""

from functools import lru_cache

from django.core.cache import cache

from community.screening.learned.model import Model, from_json
from community.yardsticks.models import SpamModel

KEY = "community.spam_model"
KEPT_SECONDS = 30  # another process knows of a new model half a minute later
NOTHING = 0


def spam_model() -> Model | None:
    """The newest model; None while nothing was learned."""
    try:
        return read_newest()
    except SpamModel.DoesNotExist:  # another process put a new one in its place just now
        forget_model()
        return read_newest()


def read_newest() -> Model | None:
    """The model that the key in the cache stands for. Raises `SpamModel.DoesNotExist`."""
    key: int | None = cache.get(KEY)
    if key is None:
        key = SpamModel.objects.order_by("-pk").values_list("pk", flat=True).first() or NOTHING
        cache.set(KEY, key, KEPT_SECONDS)
    return read_model(key) if key else None


@lru_cache(maxsize=1)  # of a hundred kilobytes, which every post needs
def read_model(key: int) -> Model:
    """A stored model. Rows are replaced and never changed, so a key stands for its content."""
    return from_json(SpamModel.objects.values_list("model", flat=True).get(pk=key))


def forget_model() -> None:
    """Read it anew, because another was learned."""
    cache.delete(KEY)
    read_model.cache_clear()
