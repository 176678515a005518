"""Messages to people who pointed at something: with a flag, or with a notice."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from community.moderation.flags.guests import flag_url
from community.moderation.flags.wording import outcome_in_words
from community.moderation.models import Flag, Notice
from community.moderation.notices.answers import appeal_until, what_was_done
from community.moderation.notices.references import notice_url, spaced_key
from community.notifications.messages import Recipient, build


def flag_settled(
    flag: Flag, recipient: Recipient, event_id: int | str, *, is_again: bool = False
) -> EmailMultiAlternatives:
    """Tells who flagged a comment what came of it; not by whom, and not who else flagged it.

    `is_again` says that what they were told before holds no longer.
    """
    context: dict[str, object] = {
        "flag": flag,
        "told": outcome_in_words(flag),
        "is_again": is_again,
        "recipient": recipient,
    }
    subject = "About the comment you flagged"
    return build("flag_settled", subject, recipient.address, context, event_id)


def flagger_of(flag: Flag) -> Recipient | None:
    """Where somebody who flagged wants to hear of it; None where they do not."""
    if flag.flagger is not None:
        link = settings.SITE_URL + reverse("my_flags")
        return Recipient(flag.flagger.email, flag.flagger.pseudonym, link, flag.flagger)
    if flag.email:
        return Recipient(flag.email, "", settings.SITE_URL + flag_url(flag))
    return None


def notifier_of(notice: Notice) -> Recipient | None:
    """Where somebody who sent a notice is answered; None where they left no address."""
    if not notice.email:
        return None
    return Recipient(notice.email, notice.name, settings.SITE_URL + notice_url(notice))


def notice_received(notice: Notice, recipient: Recipient, event_id: int) -> EmailMultiAlternatives:
    """Confirms a notice (Article 16(4) of Regulation (EU) 2022/2065)."""
    context: dict[str, object] = {
        "notice": notice,
        "recipient": recipient,
        "key": spaced_key(notice),
    }
    subject = f"We have your notice {notice.reference}"
    return build("notice_received", subject, recipient.address, context, event_id)


def notice_decided(notice: Notice, recipient: Recipient, event_id: int) -> EmailMultiAlternatives:
    """Tells what was decided on a notice, and what can be done (Article 16(5))."""
    context: dict[str, object] = {
        "notice": notice,
        "recipient": recipient,
        "what_was_done": what_was_done(notice),
        "appeal_until": appeal_until(notice),
    }
    subject = f"What we decided on your notice {notice.reference}"
    return build("notice_decided", subject, recipient.address, context, event_id)
