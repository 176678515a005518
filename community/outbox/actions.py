"""Writing down what happened."""

from community.outbox.models import OutboxEvent


def record_event(*, kind: OutboxEvent.Kind, subject_id: int) -> OutboxEvent:
    """Write one event; call it inside the transaction of the change itself."""
    return OutboxEvent.objects.create(kind=kind, subject_id=subject_id)
