"""Messages about decisions: to the people whose words, or whom, they are about."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from common.times import exact_time
from community.moderation.models import Decision
from community.moderation.statements.building import statement_of
from community.notifications.messages import Recipient, build
from community.threads.models import Comment
from community.threads.posting.receipts import receipt_token

Kind = Decision.Kind

# Subjects say nothing about health: other people see them on a locked screen.
SUBJECTS: dict[str, str] = {
    Kind.APPROVE: "Your comment is published",
    Kind.REDACT: "Your comment is published, with words blanked",
    Kind.REJECT: "About your comment: it was not published",
    Kind.REVISE: "About your comment: please change it and send it again",
    Kind.REMOVE: "About your comment: it was removed",
    Kind.RESTORE: "Your comment is published again",
    Kind.HIDE: "About your comment: it is hidden until a moderator has read it",
    Kind.ANNOTATE: "A moderator added a note below your comment",
    Kind.MOVE: "Your comment was moved",
    Kind.UNDO: "About your comment: a decision was taken back",
}
APPROVED = "Your comment is approved"  # and appears when its author's second thoughts are over
# What is said first; after it comes the statement of reasons, where there is one.
OPENINGS: dict[str, str] = {
    Kind.REJECT: "A moderator read your comment and did not publish it. Nothing of it is lost. Here "
    "is why, and what you can do.",
    Kind.REVISE: "A moderator read your comment and asks you to change something before others see "
    "it. Here is what, and why.",
    Kind.REMOVE: "Your comment stood in the thread. A moderator took it out. Here is why, and what "
    "you can do.",
    Kind.HIDE: "Several readers flagged your comment. It is hidden until a moderator has read it; "
    "nothing is decided yet.",
    Kind.REDACT: "Everyone can see your comment. A moderator blanked some words in it. Here is why, "
    "and what you can do.",
    Kind.APPROVE: "A moderator has read your comment, and everyone can see it now.",
    Kind.RESTORE: "Your comment can be seen by everyone again.",
    Kind.ANNOTATE: "A moderator added a note below your comment. Readers see both.",
    Kind.MOVE: "A moderator moved your comment, with the answers below it.",
    Kind.UNDO: "A moderator took back the last decision about your comment.",
}
MEMBER_SUBJECTS: dict[str, str] = {
    Kind.MENTOR_ASKED: "Would you like to be a mentor?",
    Kind.MENTOR_END: "You are no longer a mentor",
}
MOVED_WITH = "A moderator moved a comment with all that answers it, and yours with it."
# What stands above the comment.
LABELS: dict[str, str] = {
    Kind.REDACT: "This is how readers see it now:",
    Kind.ANNOTATE: "Your comment:",
    Kind.MOVE: "Your comment:",
}
# What the link at the end is for.
ENDINGS: dict[str, str] = {
    Kind.REVISE: "Nothing of it is lost. You can change it and send it again here",
    Kind.REJECT: "It is kept for you. You can read it here, and change it and send it again",
    Kind.REMOVE: "It is kept for you. Only you can read it here",
    Kind.REDACT: "Your whole words are kept for 30 days, for you only. You can see and change it here",
}
ENDING = "You can see and change it here"


def comment_decided(
    decision: Decision, comment: Comment, recipient: Recipient, event_id: int | str
) -> EmailMultiAlternatives:
    """Tells an author what was decided, with the own words and, of a restriction, the reasons."""
    context: dict[str, object] = {
        "decision": decision,
        "comment": comment,
        "heading": comment.heading,
        "recipient": recipient,
        "permalink": settings.SITE_URL + comment.get_absolute_url(),
        "opening": opening(decision, comment),
        "label": LABELS.get(decision.kind, "You wrote:"),
        "ending": ENDINGS.get(decision.kind, ENDING),
        "link": settings.SITE_URL + again_path(comment)
        if decision.kind == Kind.REVISE
        else recipient.link,
    }
    if decision.is_restriction:
        context["statement"] = statement_of(decision)
        context["statement_link"] = settings.SITE_URL + statement_path(decision)
    subject = APPROVED if comment.appears_at else SUBJECTS[decision.kind]
    return build("comment_decided", subject, recipient.address, context, event_id)


def member_decided(
    decision: Decision, recipient: Recipient, event_id: int
) -> EmailMultiAlternatives:
    """Tells a member what was decided about them, with the statement of reasons."""
    context: dict[str, object] = {"decision": decision, "recipient": recipient}
    subject = MEMBER_SUBJECTS.get(decision.kind, "A decision about your account is over")
    if decision.kind == Kind.MENTOR_ASKED:
        context["answer_link"] = settings.SITE_URL + reverse("mentor")
    if decision.is_restriction:
        subject = "A moderator decided something about your account"
        context["statement"] = statement_of(decision)
        context["statement_link"] = settings.SITE_URL + statement_path(decision)
    return build("member_decided", subject, recipient.address, context, event_id)


def opening(decision: Decision, comment: Comment) -> str:
    """What is said first."""
    if decision.kind == Kind.MOVE:
        is_below = comment.pk != decision.comment_id
        return f"{MOVED_WITH if is_below else OPENINGS[Kind.MOVE]} {decision.facts}"
    first = decision.reverses
    if decision.kind == Kind.UNDO and first is not None and first.kind == Kind.ANNOTATE:
        return "A moderator took away the note below your comment."
    if comment.appears_at:
        return (
            f"A moderator read your comment. As you chose, it appears a little later: "
            f"{exact_time(comment.appears_at)}. Until then only you can see it."
        )
    return OPENINGS.get(decision.kind, "")


def again_path(comment: Comment) -> str:
    """Where the author changes a comment that was sent back."""
    if comment.author_id is None:
        return reverse("receipt_edit", args=[receipt_token(comment)])
    return reverse("send_again", args=[comment.pk])


def statement_path(decision: Decision) -> str:
    """Where the person concerned reads the statement and appeals."""
    comment = decision.comment
    if comment is not None and comment.author_id is None:
        return reverse("guest_statement", args=[receipt_token(comment), decision.pk])
    return reverse("member_statement", args=[decision.pk])
