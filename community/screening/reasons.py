"""Every reason that screening can give, and the plain words for the people who read it.

A reason says what was seen and what happens next. It never says that somebody did wrong:
the rules sort, people judge.
"""

from dataclasses import dataclass
from enum import StrEnum

# The queue is ordered by these numbers, highest first. The gaps leave room for other lanes.
URGENCY_CRISIS = 100  # somebody may be in danger now
URGENCY_RED_FLAG = 90  # somebody may need a doctor now
URGENCY_MENTOR_FLAGGED = 70  # the same, said by somebody whom the team trusts
URGENCY_FLAGGED = 60  # readers see it at this moment and say that something is wrong
URGENCY_DETAILS = 40  # a private number must not stand in public, nor wait unseen for long
URGENCY_UNCHECKED = 30  # a step failed, so nobody knows what the post holds
URGENCY_HELD = 20
URGENCY_NEW_AUTHOR = 10
URGENCY_NOTE = 5  # holds nothing by itself


class Code(StrEnum):
    """What a reason is called in stored verdicts. Change a name only with a migration."""

    CRISIS = "crisis"
    RED_FLAG = "red-flag"
    LINKS = "links"
    SHORT_LINK = "short-link"
    DISGUISED_LINK = "disguised-link"
    EMAIL = "email"
    PHONE = "phone"
    PAYMENT_CARD = "payment-card"
    ADDRESS = "address"
    BIRTH_DATE = "birth-date"
    NATIONAL_NUMBER = "national-number"
    RECORD_NUMBER = "record-number"
    SAME_TEXT = "same-text"
    REPEATED_PHRASE = "repeated-phrase"
    BLOCKED_WORD = "blocked-word"
    TREATMENT_ADVICE = "treatment-advice"
    CURE_CLAIM = "cure-claim"
    SELLING = "selling"
    RECRUITING = "recruiting"
    SPAM_SCORE = "spam-score"
    PACE = "pace"
    HIDDEN_TEXT = "hidden-text"
    SHOUTING = "shouting"
    LOOK_ALIKE_LINK = "look-alike-link"
    FIRST_POST = "first-post"
    NEW_AUTHOR = "new-author"
    TRUST_PAUSED = "trust-paused"
    PRE_MODERATED = "pre-moderated"
    BLANKED = "blanked"
    FLAGGED = "flagged"
    STEP_FAILED = "step-failed"


# What a writer may not have meant for everybody to read, and is asked about before it is posted;
# with what it is called then.
NUDGES: dict[str, str] = {
    Code.EMAIL: "an e-mail address",
    Code.PHONE: "a phone number",
    Code.PAYMENT_CARD: "a number like that of a payment card",
    Code.ADDRESS: "where somebody lives",
    Code.BIRTH_DATE: "a birth date",
    Code.NATIONAL_NUMBER: "a personal or insurance number",
    Code.RECORD_NUMBER: "the number of a record",
    Code.TREATMENT_ADVICE: "advice about a treatment",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """`author` is shown to the writer, `moderator` beside the post in the queue."""

    author: str
    moderator: str
    urgency: int


EXPLANATIONS: dict[str, Explanation] = {
    Code.CRISIS: Explanation(
        "If you are having a very hard time, you do not have to go through it alone. People on "
        "these help lines will listen. Your post is kept, and a moderator will read it before "
        "any other.",
        "The wording may mean that somebody is in danger. Read it first. The help lines were "
        "shown to the writer. A rule saw words and knows nothing about the person.",
        URGENCY_CRISIS,
    ),
    Code.RED_FLAG: Explanation(
        "What you describe can be something that a doctor should see today. If it is happening "
        "now, please call your doctor or the emergency number. Your post is kept, and a "
        "moderator will read it before others.",
        "The wording may describe something that needs a doctor now. The emergency number was "
        "shown to the writer. A rule saw words and knows nothing about the person.",
        URGENCY_RED_FLAG,
    ),
    Code.LINKS: Explanation(
        "It contains links. A moderator will look at where they lead.",
        "It contains links, more than usual or from somebody new here. See where they lead.",
        URGENCY_HELD,
    ),
    Code.SHORT_LINK: Explanation(
        "It contains a shortened link, which hides where it leads. A moderator will look at it. "
        "The full address would be easier for readers.",
        "It contains a shortened link. Readers cannot see where it leads.",
        URGENCY_HELD,
    ),
    Code.DISGUISED_LINK: Explanation(
        "It contains a link whose address is hard to read. A moderator will look at it.",
        "It contains a link that may not lead where it seems to: a bare number, a foreign "
        "alphabet, or a name before an @ sign.",
        URGENCY_HELD,
    ),
    Code.LOOK_ALIKE_LINK: Explanation(
        "It contains a link to a site whose name is close to a well-known one. A moderator will "
        "check that it leads where it should.",
        "It contains a link whose name imitates a well-known site, or this one. Compare it letter "
        "by letter before you open it.",
        URGENCY_HELD,
    ),
    Code.EMAIL: Explanation(
        "It contains an e-mail address. A moderator will check that nobody's private address "
        "becomes public by accident.",
        "It contains an e-mail address, perhaps written out in words. Is it private?",
        URGENCY_DETAILS,
    ),
    Code.PHONE: Explanation(
        "It contains a phone number. A moderator will check that it is not somebody's private "
        "number.",
        "It contains what looks like a phone number. Is it private?",
        URGENCY_DETAILS,
    ),
    Code.PAYMENT_CARD: Explanation(
        "It contains a number that looks like a payment card. A moderator will check it, so "
        "that no card number becomes public.",
        "It contains a number that passes the check of a payment card. Do not publish it.",
        URGENCY_DETAILS,
    ),
    Code.ADDRESS: Explanation(
        "It seems to say where somebody lives. A moderator will check that no home address "
        "becomes public by accident.",
        "It contains what looks like an address or a postcode. Is it somebody's home?",
        URGENCY_DETAILS,
    ),
    Code.BIRTH_DATE: Explanation(
        "It contains a birth date. A moderator will check it, because a birth date helps "
        "strangers to find out who somebody is. The year alone is fine.",
        "It contains a date that seems to be a birth date. Should it stand in public?",
        URGENCY_DETAILS,
    ),
    Code.NATIONAL_NUMBER: Explanation(
        "It contains a number that looks like a personal or insurance number. A moderator will "
        "check it, so that nobody can misuse it.",
        "It contains a number that passes the check of a national number. Do not publish it.",
        URGENCY_DETAILS,
    ),
    Code.RECORD_NUMBER: Explanation(
        "It contains what looks like the number of a hospital or insurance record. A moderator "
        "will check that it does not become public by accident.",
        "It names a number of a record, a patient or a policy. Is it private?",
        URGENCY_DETAILS,
    ),
    Code.SAME_TEXT: Explanation(
        "The same text, or nearly the same, was sent a short while ago. A moderator will see "
        "whether it is needed twice.",
        "The same author, or somebody on the same network, sent this text, or most of it, a short "
        "while ago.",
        URGENCY_HELD,
    ),
    Code.REPEATED_PHRASE: Explanation(
        "It says the same phrase many times. A moderator will read it.",
        "Most of it is one phrase, said over and over.",
        URGENCY_HELD,
    ),
    Code.BLOCKED_WORD: Explanation(
        "It contains a word from this community's list. A moderator will read how it is used.",
        "It contains a word from the list that staff keep.",
        URGENCY_HELD,
    ),
    Code.TREATMENT_ADVICE: Explanation(
        "It may be read as advice to stop, start or change a treatment. What helped you may harm "
        "somebody else, so a moderator will read it first.",
        "It may advise somebody to stop, start or change a prescribed treatment. Telling what "
        "one did oneself is fine; telling others what to do is not.",
        URGENCY_DETAILS,
    ),
    Code.CURE_CLAIM: Explanation(
        "It speaks of a cure. A moderator will read it before it appears.",
        "It speaks of a cure, or of something that works for everybody. Who gains from it?",
        URGENCY_HELD,
    ),
    Code.SELLING: Explanation(
        "It reads like an offer of something for sale. A moderator will read it before it appears.",
        "It reads like an offer of remedies or medicines for sale.",
        URGENCY_HELD,
    ),
    Code.RECRUITING: Explanation(
        "It seems to invite people to a study or a survey. The team looks at every invitation "
        "before the community sees it.",
        "It seems to invite people to a study, a survey or an interview. Is it approved by an "
        "ethics board, and did they ask the team?",
        URGENCY_HELD,
    ),
    Code.SPAM_SCORE: Explanation(
        "Its words are like those of posts that were not published here before. A moderator will "
        "read it.",
        "Its words are like those of posts that you and others rejected as advertising. The ones "
        "that weighed most are shown. It is a count of words and knows no meaning.",
        URGENCY_HELD,
    ),
    Code.PACE: Explanation(
        "Several posts came within a few minutes. A moderator will read this one, and it will "
        "appear after that.",
        "Many posts came from this author or network within ten minutes.",
        URGENCY_HELD,
    ),
    Code.HIDDEN_TEXT: Explanation(
        "It contains letters or signs that cannot be seen, or that look like others. This can "
        "come from copying. A moderator will read it.",
        "It contains invisible signs, or letters of another alphabet made to look like ours. "
        "Copied text can bring them along too.",
        URGENCY_HELD,
    ),
    Code.SHOUTING: Explanation(
        "Some of it is in capital letters or long rows of marks, which are tiring to read and "
        "may be spelt out by a screen reader. That alone holds nothing back.",
        "Long parts are in capitals, or there are long rows of marks. Somebody may be upset. "
        "A note only: this alone holds no post.",
        URGENCY_NOTE,
    ),
    Code.FIRST_POST: Explanation(
        "Welcome. A moderator reads the first posts of everyone who is new here. This is your "
        "first, so it will appear once somebody has read it.",
        "As far as we know this is the author's very first post. None was approved before. A "
        "kind answer helps somebody to stay.",
        URGENCY_NEW_AUTHOR,
    ),
    Code.NEW_AUTHOR: Explanation(
        "A moderator reads the first posts of everyone who is new here, and all posts by guests.",
        "The author is new here or a guest.",
        URGENCY_NEW_AUTHOR,
    ),
    Code.TRUST_PAUSED: Explanation(
        "Several of your posts could not be published lately, so a moderator reads the next ones "
        "before they appear. This ends by itself; your account page says when.",
        "Too many of the author's posts were rejected lately, so their posts wait again.",
        URGENCY_NEW_AUTHOR,
    ),
    Code.PRE_MODERATED: Explanation(
        "For the time being a moderator reads it before it appears, because of this thread or of "
        "something that was decided about your account.",
        "The thread or the author is set to be read first.",
        URGENCY_NEW_AUTHOR,
    ),
    Code.BLANKED: Explanation(
        "A moderator had blanked words in it, so the new words are read before they appear.",
        "A moderator had blanked words in it before it was edited. Please look whether they are back.",
        URGENCY_HELD,
    ),
    Code.FLAGGED: Explanation(
        "Readers asked a moderator to look at it.",
        "Readers flagged it. What they said stands below.",
        URGENCY_FLAGGED,
    ),
    Code.STEP_FAILED: Explanation(
        "One of our automatic checks did not finish. This is our fault, not yours. A moderator "
        "will read your post instead.",
        "A check failed or took too long, so the post was not fully checked.",
        URGENCY_UNCHECKED,
    ),
}

# Stored verdicts outlive the code that made them.
UNKNOWN = Explanation(
    "A moderator will read it before it appears.",
    "Held by a rule that this version no longer has.",
    URGENCY_HELD,
)


def explain(code: str) -> Explanation:
    """Return the words for a code, also for one that an older version stored."""
    return EXPLANATIONS.get(code, UNKNOWN)
