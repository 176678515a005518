"""Messages about appeals: to who appealed."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from community.moderation.models import Appeal, Notice
from community.moderation.statements.building import statement_of
from community.moderation.team.querysets import is_alone
from community.notifications.decision_messages import statement_path
from community.notifications.messages import Recipient, author_of, build, member_as_recipient
from community.notifications.reader_messages import notifier_of

ENDINGS = {True: "the decision was reversed", False: "the decision stands"}


def notice_behind(appeal: Appeal) -> Notice | None:
    """The notice, where who sent it objects to the answer."""
    if appeal.decision.kind != appeal.decision.Kind.NOTICE_DECLINED:
        return None
    return appeal.decision.notices.first()


def appellant_of(appeal: Appeal) -> Recipient | None:
    """Who appealed; None where there is no address, or where the comment was erased."""
    if notice := notice_behind(appeal):
        return notifier_of(notice)
    comment = appeal.decision.comment
    return author_of(comment) if comment else member_as_recipient(appeal.appellant)


def appeal_lodged(appeal: Appeal, recipient: Recipient, event_id: int) -> EmailMultiAlternatives:
    """Confirms an appeal, and says what happens next."""
    first = appeal.decision.moderator
    context = about(appeal, recipient) | {"is_alone": first is not None and is_alone(first)}
    return build("appeal_lodged", "We have your appeal", recipient.address, context, event_id)


def appeal_decided(appeal: Appeal, recipient: Recipient, event_id: int) -> EmailMultiAlternatives:
    """Tells somebody what became of their appeal, and why (Article 20(5))."""
    is_reversed = appeal.state == Appeal.State.REVERSED
    context = about(appeal, recipient) | {
        "is_reversed": is_reversed,
        "is_same_person": appeal.is_answered_by_same,
    }
    subject = f"Your appeal: {ENDINGS[is_reversed]}"
    return build("appeal_decided", subject, recipient.address, context, event_id)


def about(appeal: Appeal, recipient: Recipient) -> dict[str, object]:
    """What both messages say: which decision it is about, and where everything stands."""
    notice = notice_behind(appeal)
    comment = appeal.decision.comment
    path = recipient.link if notice else settings.SITE_URL + statement_path(appeal.decision)
    return {
        "appeal": appeal,
        "recipient": recipient,
        "notice": notice,
        "title": "" if notice else statement_of(appeal.decision).title,
        "heading": comment.heading if comment else "",
        "link": path,
    }
