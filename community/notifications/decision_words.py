"""What people are told of each decision: one row for its own letter and for the news of it."""

from dataclasses import dataclass

from community.moderation.models import Decision

Kind = Decision.Kind


@dataclass(frozen=True, slots=True)
class Told:
    """One kind of decision in words.

    `news` goes on with the title under which the comment stands. Of its own letter: `subject` says nothing about
    health, for other people see it on a locked screen; `opening` is said first, and after it comes the statement
    of reasons, where there is one; `label` stands above the comment; `ending` says what the link at the end is for.
    """

    news: str
    subject: str
    opening: str = ""
    label: str = "You wrote:"
    ending: str = "You can see and change it here"


OF_COMMENTS: dict[str, Told] = {
    Kind.APPROVE: Told(
        news="A moderator published your comment",
        subject="Your comment is published",
        opening="A moderator has read your comment, and everyone can see it now.",
    ),
    Kind.REDACT: Told(
        news="A moderator published your comment with some words blanked",
        subject="Your comment is published, with words blanked",
        opening="Everyone can see your comment. A moderator blanked some words in it. Here is why, "
        "and what you can do.",
        label="This is how readers see it now:",
        ending="Your whole words are kept for 30 days, for you only. You can see and change it here",
    ),
    Kind.REJECT: Told(
        news="A moderator did not publish your comment",
        subject="About your comment: it was not published",
        opening="A moderator read your comment and did not publish it. Nothing of it is lost. Here "
        "is why, and what you can do.",
        ending="It is kept for you. You can read it here, and change it and send it again",
    ),
    Kind.REVISE: Told(
        news="A moderator asks you to change your comment",
        subject="About your comment: please change it and send it again",
        opening="A moderator read your comment and asks you to change something before others see "
        "it. Here is what, and why.",
        ending="Nothing of it is lost. You can change it and send it again here",
    ),
    Kind.REMOVE: Told(
        news="A moderator removed your comment",
        subject="About your comment: it was removed",
        opening="Your comment stood in the thread. A moderator took it out. Here is why, and what "
        "you can do.",
        ending="It is kept for you. Only you can read it here",
    ),
    Kind.RESTORE: Told(
        news="A moderator brought back your comment",
        subject="Your comment is published again",
        opening="Your comment can be seen by everyone again.",
    ),
    Kind.HIDE: Told(
        news="Until a moderator has read it, readers do not see your comment",
        subject="About your comment: it is hidden until a moderator has read it",
        opening="Several readers flagged your comment. It is hidden until a moderator has read it; "
        "nothing is decided yet.",
    ),
    Kind.ANNOTATE: Told(
        news="A moderator added a note below your comment",
        subject="A moderator added a note below your comment",
        opening="A moderator added a note below your comment. Readers see both.",
        label="Your comment:",
    ),
    Kind.MOVE: Told(
        news="A moderator moved your comment",
        subject="Your comment was moved",
        opening="A moderator moved your comment, with the answers below it.",
        label="Your comment:",
    ),
    Kind.UNDO: Told(
        news="A moderator took back the last decision about your comment",
        subject="About your comment: a decision was taken back",
        opening="A moderator took back the last decision about your comment.",
    ),
}
# Of one whose author chose second thoughts, until they are over.
LATER = Told(
    news="A moderator approved your comment; it appears later, as you chose",
    subject="Your comment is approved",
    opening="A moderator read your comment. As you chose, it appears a little later: {moment}. "
    "Until then only you can see it.",
)
NOTE_GONE = Told(
    news="A moderator took away the note below your comment",
    subject=OF_COMMENTS[Kind.UNDO].subject,
    opening="A moderator took away the note below your comment.",
)
SHOWING = (Kind.APPROVE, Kind.REDACT)
MOVED_WITH = "A moderator moved a comment with all that answers it, and yours with it."

OF_MEMBERS: dict[str, Told] = {
    Kind.LIFT: Told(
        news="A moderator ended something that held about your account",
        subject="A decision about your account is over",
    ),
    Kind.MENTOR_ASKED: Told(
        news="The moderators ask whether you would like to be a mentor",
        subject="Would you like to be a mentor?",
    ),
    Kind.MENTOR_END: Told(news="You are no longer a mentor", subject="You are no longer a mentor"),
}
RESTRICTED = "A moderator decided something about your account"


def told_of(decision: Decision, *, is_later: bool) -> Told | None:
    """The row for a decision about a comment; None where its author is told nothing. `is_later`: it does not
    appear yet, because its author wants second thoughts."""
    first = decision.reverses
    if decision.kind == Kind.UNDO and first is not None and first.kind == Kind.ANNOTATE:
        return NOTE_GONE
    if decision.kind in SHOWING and is_later:
        return LATER
    return OF_COMMENTS.get(decision.kind)
