"""Writing down what happened."""

from django.db import connection
from django.utils import timezone

from community.outbox.models import OutboxEvent

# Written out, because every post writes one and a queryset takes five times as long.
RECORD_EVENT = f"""
    INSERT INTO {OutboxEvent._meta.db_table} (kind, subject_id, created_at, attempts)
    VALUES (%s, %s, %s, 0)
"""  # noqa: S608 - the name is that of our own table


def record_event(*, kind: OutboxEvent.Kind, subject_id: int) -> None:
    """Write one event; call it inside the transaction of the change itself."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(RECORD_EVENT, [kind, subject_id, now])
