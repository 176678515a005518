"""Sessions in the database: read by a statement written out, found by whose they are."""

import contextlib
import time
from datetime import UTC, date, datetime
from typing import Any

from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.http import base36_to_int

from community.members.sessions.models import Session
from community.members.statements import FIND_SESSION, fetch, stored_day, stored_time

# What a session of a member holds besides what Django and allauth put there.
DEVICE, STARTED = "device", "signed_in_at"


class SessionStore(db.SessionStore):
    """Django's own, but for how it is read, and for what it notes about itself."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def load(self) -> dict[str, Any]:
        """What the session holds; an unknown or expired one is empty and loses its key."""
        now = timezone.now()
        rows = fetch(FIND_SESSION, stored_day(now.date()), self.session_key, stored_time(now))
        if not rows:
            self._session_key = None
            return {}
        stored, is_of_an_earlier_day = rows[0]
        if is_of_an_earlier_day:
            note_use(self.session_key, now.date())
        return self.decode(stored)

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row to store, with the columns that find it."""
        if SESSION_KEY in data:
            data.setdefault(STARTED, int(time.time()))
        row = super().create_model_instance(data)
        assert isinstance(row, Session)
        row.member_id = member_of(data)
        if SESSION_KEY in data:
            row.started_at = datetime.fromtimestamp(data[STARTED], UTC)
            row.used_on = timezone.now().date()
            row.device = data.get(DEVICE, "")
        return row


def member_of(data: dict[str, Any]) -> int | None:
    """Whose session it is: who is signed in, or who waits for a code in it."""
    if SESSION_KEY in data:
        return int(data[SESSION_KEY])
    login = data.get(LOGIN_SESSION_KEY)
    key = login.get("user_pk") if isinstance(login, dict) else None
    return base36_to_int(key) if key else None


def note_use(key: str | None, day: date) -> None:
    """Write down that a session was used that day, unless the database is busy: no page waits for that."""
    with contextlib.suppress(OperationalError), transaction.atomic():
        Session.objects.filter(session_key=key).update(used_on=day)
