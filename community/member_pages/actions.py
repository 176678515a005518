"""What changes a member's page: its member, and moderators who take a line out.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from collections.abc import Mapping

from django.db import transaction

from common.text import one_line
from community.member_pages.models import HiddenComment, MemberPage, PageLine
from community.member_pages.screening import look_at_line
from community.members.models import Member
from community.members.restraints import is_paused, is_read_first
from community.moderation.claims.actions import NotAllowed
from community.moderation.models import Decision
from community.moderation.sanctions.actions import check_may_judge
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.models import Comment
from community.threads.renaming.actions import own_pieces, renew

Kind = PageLine.Kind
KEPT = "Your words are kept below."


class GivenBack(Exception):
    """Lines that cannot stand on the page as they are. `why` says under each kind what to change."""

    def __init__(self, why: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__("given back")
        self.why = why


def save_page(
    *,
    member: Member,
    relation: str,
    audience: str,
    shows_comments: bool,
    journey: str,
    interest: str,
) -> frozenset[str]:
    """Store what a member says on their page, all of it or nothing.

    Returns the codes of danger in lines that are kept for the member alone (empty where there are
    none). Raises `NotAllowed` and `GivenBack`.
    """
    lines: dict[str, str] = {Kind.JOURNEY: one_line(journey), Kind.INTEREST: one_line(interest)}
    known = {line.kind: line.words for line in lines_of(member)}
    new = {kind: words for kind, words in lines.items() if words != known.get(kind, "")}
    check_may_say(member, says_relation(member, relation) or any(new.values()))
    danger = looked_at(member, new)
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=member.pk)
        chosen = {"relation": relation, "audience": audience, "shows_comments": shows_comments}
        MemberPage.objects.update_or_create(member=member, defaults=chosen)
        for kind, words in new.items():
            store_line(member, kind, words, is_kept_back=kind in danger)
        settle_interest(member)
    return frozenset().union(*danger.values())


def lines_of(member: Member) -> list[PageLine]:
    """What a member wrote on their page, whoever may see it."""
    return list(PageLine.objects.filter(member=member).select_related("taken_out_by"))


def says_relation(member: Member, relation: str) -> bool:
    """Whether the member says for the first time as what they are here."""
    known = MemberPage.objects.filter(member=member, relation=relation)
    return bool(relation) and not known.exists()


def check_may_say(member: Member, says_something: bool) -> None:
    """Who may not write may still choose who sees the page, and empty it."""
    if not says_something:
        return
    if member.must_agree:
        raise NotAllowed(
            "Before that we ask you to agree to something. You find it on your account page, under “What "
            f"you agreed to”. {KEPT}"
        )
    if member.is_banned or is_paused(member):
        raise NotAllowed(f"You cannot write here at the moment. {KEPT}")
    if is_read_first(member):
        raise NotAllowed(
            "A moderator reads what you write first for the moment, and nobody reads these lines "
            f"before they appear. {KEPT}"
        )


def looked_at(member: Member, new: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The lines with words of danger; raises `GivenBack` where something has to be changed."""
    looks = {
        kind: look_at_line(member, words, is_interest=kind == Kind.INTEREST)
        for kind, words in new.items()
        if words
    }
    if why := {kind: look.changes for kind, look in looks.items() if look.changes}:
        raise GivenBack(why)
    return {kind: look.danger for kind, look in looks.items() if look.danger}


def store_line(member: Member, kind: str, words: str, *, is_kept_back: bool) -> None:
    """Keep new words, or none."""
    rows = PageLine.objects.filter(member=member, kind=kind)
    if not words:
        rows.delete()
        return
    line = rows.first() or PageLine(member=member, kind=kind, version=0)
    line.words, line.is_kept_back, line.taken_out_by = words, is_kept_back, None
    line.version += 1
    line.save()


def settle_interest(member: Member) -> None:
    """Let the member's comments say that an interest is disclosed, or no longer."""
    discloses = PageLine.objects.filter(member=member, kind=Kind.INTEREST).exists()
    if member.has_interest == discloses:
        return
    member.has_interest = discloses
    member.save(update_fields=["has_interest"])
    renew(own_pieces(member))


def take_line_out(
    *, line: PageLine, moderator: Member, version: int, ground: str, words: str
) -> Decision:
    """Take a line off a member's page. It is kept for the member, who is told why and may appeal.

    `version` is that of the words that the moderator read. Raises `NotAllowed`.
    """
    check_may_judge(line.member, moderator)
    if ground not in Decision.Ground.values[1:] or not words.strip():
        raise NotAllowed("Please choose a reason, and say it in your own words.")
    with transaction.atomic():
        rows = PageLine.objects.select_for_update(of=("self",)).select_related("member")
        now = rows.filter(pk=line.pk).first()
        if now is None or now.version != version:
            raise NotAllowed("The line was changed meanwhile. Please read it again.")
        if now.is_taken_out:
            raise NotAllowed("The line was taken out already.")
        decision = Decision.objects.create(
            member=now.member,
            kind=Decision.Kind.TAKE_LINE_OUT,
            ground=ground,
            words=words.strip(),
            facts=f"It is about this line of your page: {now.get_kind_display().lower()}.",
            moderator=moderator,
        )
        now.taken_out_by = decision
        now.save(update_fields=["taken_out_by"])
        record_event(kind=OutboxEvent.Kind.MEMBER_DECIDED, subject_id=decision.pk)
    return decision


def hide_from_page(*, comment: Comment, member: Member) -> None:
    """Leave one of one's own comments out of the page. Done twice is done once."""
    check_is_own(comment, member)
    HiddenComment.objects.get_or_create(comment=comment)


def show_on_page(*, comment: Comment, member: Member) -> None:
    """Let it stand there again."""
    check_is_own(comment, member)
    HiddenComment.objects.filter(comment=comment).delete()


def check_is_own(comment: Comment, member: Member) -> None:
    """Everybody decides about their own."""
    if comment.author_id != member.pk:
        raise NotAllowed("Only the person who wrote a comment decides whether it stands on a page.")


def forget_page(*, member: Member) -> int:
    """Delete what a member said on their page, and its address; returns how many lines."""
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=member.pk)
        count = PageLine.objects.filter(member=member).delete()[0]
        MemberPage.objects.filter(member=member).delete()
        HiddenComment.objects.filter(comment__author=member).delete()
        settle_interest(member)
        member.public_id = Member._meta.get_field("public_id").get_default()
        member.save(update_fields=["public_id"])
    return count
