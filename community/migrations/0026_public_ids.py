"""Give every member a public id. It is drawn by chance, so that it does not tell who came first."""

import secrets

from django.db import migrations

BATCH = 1_000


def draw(apps, schema_editor):
    """Draw an id for each member that has none; drawing again goes on where it stopped."""
    members = apps.get_model("community", "Member").objects.filter(public_id="").order_by("pk")
    while some := list(members.only("pk")[:BATCH]):
        for member in some:
            member.public_id = secrets.token_hex(6)
        members.model.objects.bulk_update(some, ["public_id"])


class Migration(migrations.Migration):
    dependencies = [("community", "0025_member_pages")]

    operations = [migrations.RunPython(draw, migrations.RunPython.noop, elidable=True)]
