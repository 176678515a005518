from functools import partial
from secrets import token_hex

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("community", "0026_public_ids")]

    operations = [
        migrations.AlterField(
            model_name="member",
            name="public_id",
            field=models.CharField(
                default=partial(token_hex, 6), editable=False, max_length=12, unique=True
            ),
        ),
    ]
