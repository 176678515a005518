"""The first reply templates for decisions about people. Staff change them, and keep what they changed."""

from django.db import migrations

PERSON = "person"

# Use, ground, title, words. Square brackets stand where only a person knows what to say.
FIRST = [
    (
        PERSON,
        "attack",
        "Warning: how others are spoken to",
        "Several times now you wrote about the people here, and not about what they said: [say where]. "
        "I do not know what kind of weeks you have behind you. Those who read it have theirs, too.\n\n"
        "Please say what you disagree with, and leave the person out. You can go on writing as soon as "
        "you have confirmed that you read this.",
    ),
    (
        PERSON,
        "medical_advice",
        "Warning: advice to others",
        "I can see that you want to help. Still, you told others again what to take, or what to stop: [say "
        "where]. Somebody may follow it whose body, or whose other medicines, nobody here knows.\n\n"
        "Told as your own story it is welcome, as it always was.",
    ),
    (
        PERSON,
        "repeated",
        "Slowed down: room for others",
        "You wrote a lot in a short time, and others hardly find a place between your comments. For a while "
        "ten minutes lie between two of them.\n\n"
        "You have done nothing bad. Nothing that you wrote goes away.",
    ),
    (
        PERSON,
        "",
        "Read first: for a while",
        "Several of your comments could not be shown as they were: [say why]. For a while one of us reads "
        "what you write before it appears. [Say until when.]\n\n"
        "Write as you do; we read soon, and most of it will appear. If you see it otherwise, appeal, and "
        "somebody else looks at it.",
    ),
    (
        PERSON,
        "attack",
        "Pause: some days without writing",
        "After the warning it happened again: [say where]. Please take some days without writing here. You "
        "can read everything, and your account stays as it is.\n\n"
        "When the pause ends, you write as before; you need to do nothing for it. If you are not well in "
        "these days, our page “Help lines” has people who listen.",
    ),
    (
        PERSON,
        "selling",
        "Ban: offers",
        "Your account was used for offers: [say where]. People come here on bad days, and they must not be "
        "sold anything. That is why you can no longer write here.\n\n"
        "If this is a mistake, please appeal; somebody reads it who has not decided this.",
    ),
    (
        PERSON,
        "",
        "Ban: it did not get better",
        "We wrote to you about this before: [say when, and about what]. It went on, and others "
        "no longer dare to write. So that they can, you can no longer write here.\n\n"
        "You can read, take your data with you, and take back or erase what you wrote. You can appeal for "
        "six months, and somebody else decides then.",
    ),
    (
        PERSON,
        "",
        "Lifted: welcome back",
        "Thank you for your patience. What held about you is over, and you can write here as before. "
        "No reader was told of it, and nobody has to speak of it.",
    ),
]


def add(apps, schema_editor):
    templates = apps.get_model("community", "ReplyTemplate").objects
    for use, ground, title, words in FIRST:
        given = {"use": use, "ground": ground, "words": words}
        templates.get_or_create(title=title, defaults=given)


class Migration(migrations.Migration):
    dependencies = [("community", "0012_replies_to_people")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
