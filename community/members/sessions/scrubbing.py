"""Taking somebody out of the sessions of others, where a message that names them may still wait."""

from collections.abc import Sequence
from typing import Any

from django.contrib.messages.storage.session import SessionStorage

from community.members.sessions.engine import SessionStore
from community.members.sessions.models import Session

MESSAGES = SessionStorage.session_key
BATCH = 500  # sessions read at a time


def forget_in_sessions(*, names: Sequence[str], address: str) -> int:
    """Drop messages that name somebody, and sessions of guests with the address; returns how many changed.

    Reads what every session holds: for the worker, once an erasure.
    """
    packing, changed = SessionStore(), 0
    for row in Session.objects.all().iterator(chunk_size=BATCH):
        data = packing.decode(row.session_data)
        if row.member_id is None and holds(data, [address]):
            changed += row.delete()[0]
        elif holds(data.get(MESSAGES, ""), [*names, address]):
            del data[MESSAGES]
            kept = Session.objects.filter(pk=row.pk)
            changed += kept.update(session_data=packing.encode(data))
    return changed


def holds(kept: Any, words: Sequence[str]) -> bool:
    """Whether something that is kept has one of the words in it."""
    text = str(kept).lower()
    return any(word.lower() in text for word in words if word)
