"""Nobody is signed out by an upgrade: the sessions of before move to our own table."""

from datetime import UTC, datetime, timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.db import migrations
from django.utils import timezone

LASTED = timedelta(days=30)
BATCH = 500


def move(apps, schema_editor):
    old = apps.get_model("sessions", "Session")
    new = apps.get_model("community", "Session")
    members = set(apps.get_model("community", "Member").objects.values_list("pk", flat=True))
    decode, rows = SessionStore().decode, []
    for each in old.objects.filter(expire_date__gt=timezone.now()).iterator(chunk_size=BATCH):
        data = decode(each.session_data)
        member = int(data.get("_auth_user_id") or 0)
        known = member if member in members else None
        rows.append(row_of(new, each, data, known))
    new.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    old.objects.all().delete()


def row_of(model, each, data, member):
    """The session with its columns; of a guest there is only the session."""
    kept = {
        "session_key": each.session_key,
        "session_data": each.session_data,
        "expire_date": each.expire_date,
    }
    if member is None:
        return model(**kept)
    used = each.expire_date - LASTED
    times = [record["at"] for record in data.get("account_authentication_methods", []) if "at" in record]
    return model(
        **kept,
        member_id=member,
        started_at=datetime.fromtimestamp(min(times), UTC) if times else used,
        used_on=used.date(),
    )


class Migration(migrations.Migration):
    dependencies = [("community", "0023_sessions"), ("sessions", "0001_initial")]
    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
