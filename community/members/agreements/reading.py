"""Which versions hold, and what a member has agreed to."""

from dataclasses import dataclass

from django.db.models import QuerySet

from common.text.changes import Change, changes
from community.members.agreements.models import Agreement, AgreementText
from community.members.models import Member

Kind = AgreementText.Kind


@dataclass(frozen=True)
class Request:
    """A text that a member is asked to agree to, and the version they agreed to before, if any."""

    text: AgreementText
    before: AgreementText | None = None

    @property
    def difference(self) -> list[Change]:
        """What became of the words they know; nothing where they know none."""
        return changes(self.before.body, self.text.body) if self.before else []


def published() -> QuerySet[AgreementText]:
    """Everything that held once or holds now, the newest first."""
    return AgreementText.objects.exclude(published_at=None).order_by("kind", "-number")


def versions(kind: str) -> list[AgreementText]:
    """The published versions of one text, the newest first."""
    return list(published().filter(kind=kind))


def current(kind: str) -> AgreementText | None:
    """The version that holds."""
    return published().filter(kind=kind).first()


def current_texts() -> list[AgreementText]:
    """The versions that hold, the guidelines first."""
    return [text for kind in Kind.values if (text := current(kind))]


def held(member: Member) -> QuerySet[Agreement]:
    """What a member agreed to and did not withdraw, the newest first."""
    mine = Agreement.objects.filter(member=member, withdrawn_at=None)
    return mine.select_related("text").order_by("-text__number", "-pk")


def lacking(member: Member) -> list[Request]:
    """What a member has to agree to before they write again."""
    agreed: dict[str, AgreementText] = {}
    for row in held(member):
        agreed.setdefault(row.text.kind, row.text)
    asked = [needed(kind, agreed.get(kind)) for kind in Kind.values]
    return [each for each in asked if each is not None]


def needed(kind: str, agreed: AgreementText | None) -> Request | None:
    """The version that holds, unless nothing that has to be accepted came after what was accepted."""
    known = versions(kind)
    asking = [text.number for text in known if text.asks]
    if not asking or (agreed is not None and agreed.number >= asking[0]):
        return None
    return Request(known[0], agreed)
