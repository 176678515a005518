"""The first version of what members agree to. Staff publish the next ones at the desk."""

from django.db import migrations
from django.utils import timezone

GUIDELINES = """\
## Share your experience, not advice

Say what you lived through, what you tried and how it went for you. Please do not tell others to start, stop or \
change a treatment. That is for the people who treat them.

## Believe each other

Many of us were not believed for years. Here, pain needs no proof. You may disagree about studies, treatments and \
ways of coping; you may not tell people that their illness is not real.

## Protect yourself and others

Choose a name that does not give you away. Leave out telephone numbers, addresses, birth dates and the names of \
doctors or relatives. Once something is public, we cannot call it back from everybody who read it.

## Nothing for sale

No advertising, no promised cures, no recruiting for programmes. If you work for somebody who earns from what you \
write about, say so. On your page you can disclose it once for all your comments.

## If it happens again and again

Moderators may warn somebody, slow them down, read their comments first, pause or ban them. A thread may be slowed \
down or closed when it does nobody good any more. Everybody concerned is told why and until when, and can appeal.

## When things are very hard

You may say so here. Nobody is thrown out for it. Please look at the [help lines](/help-lines/), too: there you can \
talk to somebody now."""

HEALTH = """\
What I write here may say something about my health.

I agree that it is stored on this site, and shown under my public name to everybody who opens the page it stands on. \
Moderators may read it before it appears.

I can take this back at any time on my account page. From then on I write nothing new here until I give it again; \
what I wrote before stays until I erase it, which I can do there as well."""


def store(apps, schema_editor):
    texts = apps.get_model("community", "AgreementText").objects
    now = timezone.now()
    for kind, body in (("guidelines", GUIDELINES), ("health", HEALTH)):
        texts.create(kind=kind, number=1, body=body, asks=True, published_at=now)


def take_away(apps, schema_editor):
    apps.get_model("community", "Agreement").objects.all().delete()
    apps.get_model("community", "AgreementText").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("community", "0030_agreements")]

    operations = [migrations.RunPython(store, take_away)]
