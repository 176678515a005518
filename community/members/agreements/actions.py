"""Agreeing, withdrawing a consent, and publishing another version of a text.

Always in this order: permission, transaction, change, log row, outbox row. The rows themselves are
the log: a published version says who published it, and no row of an agreement is taken away.
"""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from community.members.agreements.models import Agreement, AgreementText
from community.members.agreements.reading import current_texts, held, lacking
from community.members.models import Member

Kind = AgreementText.Kind
SAME = "These are the words that hold already. Please change them first."
NO_SUMMARY = "Please say in plain words what changed. Members read it before they accept it."


class NotAllowed(Exception):
    """The text says why, in words for the person."""


def agree(*, member: Member, texts: Collection[int]) -> None:
    """Note that a member agrees to these texts (keys). Only versions that hold can be agreed to.

    What they agreed to before is not noted again: a second click changes nothing.
    """
    with transaction.atomic():
        wait_for_publishing()
        known = set(held(member).values_list("text", flat=True))
        new = [each for each in current_texts() if each.pk in texts and each.pk not in known]
        now = timezone.now()
        Agreement.objects.bulk_create(
            Agreement(member=member, text=text, agreed_at=now) for text in new
        )
        write_must_agree(member)


def withdraw_consent(*, member: Member) -> None:
    """Take back the consent for words about health: no new words until it is given again.

    What was written stays until it is erased. There is no other consequence.
    """
    with transaction.atomic():
        wait_for_publishing()
        given = Agreement.objects.filter(member=member, text__kind=Kind.HEALTH, withdrawn_at=None)
        given.update(withdrawn_at=timezone.now())
        write_must_agree(member)


def wait_for_publishing() -> None:
    """Nobody publishes while somebody agrees, so that no member slips through between the two."""
    list(AgreementText.objects.select_for_update().values_list("pk"))


def write_must_agree(member: Member) -> None:
    """Write into the column of the member, where every post looks, whether they are asked first."""
    member.must_agree = bool(lacking(member))
    Member.objects.filter(pk=member.pk).update(must_agree=member.must_agree)


def save_draft(
    *, kind: str, editor: Member, body: str, changes: str = "", asks: bool = False
) -> AgreementText:
    """Keep the draft of the next version; nobody but staff sees it. Raises `NotAllowed`."""
    check_is_staff(editor)
    with transaction.atomic():
        wait_for_publishing()
        newest = AgreementText.objects.filter(kind=kind).exclude(published_at=None)
        number = (newest.aggregate(last=Max("number"))["last"] or 0) + 1
        text, _ = AgreementText.objects.update_or_create(
            kind=Kind(kind),
            number=number,
            defaults={"body": body.strip(), "changes": changes.strip(), "asks": asks},
        )
    return text


def publish_text(
    *, kind: str, editor: Member, body: str, changes: str, asks: bool
) -> AgreementText:
    """Let these words hold from now on. With `asks`, every member is asked before they write again.

    Raises `NotAllowed` where nothing changed, as after a second click, or nothing says what did.
    """
    check_is_staff(editor)
    with transaction.atomic():
        wait_for_publishing()
        newest = AgreementText.objects.filter(kind=kind).exclude(published_at=None).first()
        if newest is not None and newest.body == body.strip():
            raise NotAllowed(SAME)
        if newest is not None and not changes.strip():
            raise NotAllowed(NO_SUMMARY)
        text = save_draft(kind=kind, editor=editor, body=body, changes=changes, asks=asks)
        text.published_at, text.published_by = timezone.now(), editor
        text.save(update_fields=["published_at", "published_by"])
        if asks:
            Member.objects.update(must_agree=True)
    return text


def discard_draft(*, kind: str, editor: Member) -> None:
    """Throw the draft away. Raises `NotAllowed`."""
    check_is_staff(editor)
    AgreementText.objects.filter(kind=kind, published_at=None).delete()


def check_is_staff(editor: Member) -> None:
    if not editor.is_staff:
        raise NotAllowed("Only staff change these texts.")
