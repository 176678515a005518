"""Changing the reply templates. What was changed stands in the admin's log."""

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.replies.models import ReplyTemplate
from community.moderation.replies.reading import forget_templates

TAKEN = "There is a text with this title already. Please give it another one."


def add_reply(*, editor: Member, title: str, use: str, ground: str, words: str) -> ReplyTemplate:
    """Add a template. Raises `NotAllowed`, also when the title is taken."""
    check_is_staff(editor)
    template = ReplyTemplate(title=title, use=use, ground=ground, words=words)
    return store(template, editor, ADDITION)


def change_reply(
    *, template: ReplyTemplate, editor: Member, title: str, use: str, ground: str, words: str
) -> ReplyTemplate:
    """Change a template. Raises as `add_reply`."""
    check_is_staff(editor)
    template.title, template.use, template.ground, template.words = title, use, ground, words
    return store(template, editor, CHANGE)


def delete_reply(*, template: ReplyTemplate, editor: Member) -> None:
    """Delete a template; what was written with it stays. Raises `NotAllowed`."""
    check_is_staff(editor)
    with transaction.atomic():
        log(template, editor, DELETION)
        template.delete()
    forget_templates()


def store(template: ReplyTemplate, editor: Member, flag: int) -> ReplyTemplate:
    """Save it, and write the log row."""
    template.changed_by = editor
    try:
        with transaction.atomic():
            template.save()
            log(template, editor, flag)
    except IntegrityError as error:
        raise NotAllowed(TAKEN) from error
    forget_templates()
    return template


def check_is_staff(editor: Member) -> None:
    """Only staff keep the templates: they speak for the house."""
    if not editor.is_staff:
        raise NotAllowed("Only staff change the reply templates.")


def log(template: ReplyTemplate, editor: Member, flag: int) -> None:
    """Write the row that Django's admin shows as the history, with the words as they are now."""
    LogEntry.objects.create(
        user=editor,
        content_type=ContentType.objects.get_for_model(ReplyTemplate),
        object_id=str(template.pk),
        object_repr=template.title,
        action_flag=flag,
        change_message=template.words,
    )
