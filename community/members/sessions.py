"""Sessions in the database, read by a statement written out."""

from typing import Any

from django.contrib.sessions.backends import db
from django.utils import timezone

from community.members.statements import FIND_SESSION, fetch, stored_time


class SessionStore(db.SessionStore):
    """Django's own, but for how it is read."""

    def load(self) -> dict[str, Any]:
        """What the session holds; an unknown or expired one is empty and loses its key."""
        rows = fetch(FIND_SESSION, self.session_key, stored_time(timezone.now()))
        if not rows:
            self._session_key = None
            return {}
        return self.decode(rows[0][0])
