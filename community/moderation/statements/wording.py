"""The words of a statement of reasons: of kinds, grounds, and what rules had seen.

What has to stand in one: Regulation (EU) 2022/2065, Article 17(3).
"""

from dataclasses import dataclass

from community.moderation.decisions.models import Decision
from community.screening.reasons import Code

Kind, Ground = Decision.Kind, Decision.Ground


@dataclass(frozen=True, slots=True)
class Restriction:
    """What a kind of decision takes from somebody: a title, what it means, and how it ends.

    `lasts` is how long, where the decision itself names no end (Article 17(3)(a)).
    """

    title: str
    meaning: str
    lasts: str


MEANINGS: dict[str, Restriction] = {
    Kind.REJECT: Restriction(
        "Your comment was not published",
        "Readers have never seen these words. They are kept for you; you can change them and send "
        "them again.",
        "until you have changed it and somebody has read it again",
    ),
    Kind.REVISE: Restriction(
        "Please change your comment and send it again",
        "Readers do not see it as it stands. It is kept for you; change it, and it is read again.",
        "until you have changed it and somebody has read it again",
    ),
    Kind.REMOVE: Restriction(
        "Your comment was removed",
        "Readers saw it, and see it no longer. It is kept for you.",
        "without an end, unless an appeal brings it back",
    ),
    Kind.HIDE: Restriction(
        "Your comment is hidden for the moment",
        "Readers flagged it, so they do not see it until a moderator has read it.",
        "until a moderator has read it",
    ),
    Kind.REDACT: Restriction(
        "Some words of your comment were blanked",
        "Readers see the rest of it.",
        "without an end, unless an appeal changes it",
    ),
    Kind.WARN: Restriction(
        "A moderator warns you",
        "You can go on writing once you have confirmed that you read this.",
        "until you have confirmed that you read it",
    ),
    Kind.SLOW: Restriction(
        "You can write more slowly for a while",
        "Some time has to pass between two comments.",
        "until a moderator ends it",
    ),
    Kind.READ_FIRST: Restriction(
        "A moderator reads your comments first",
        "They appear once somebody has read them.",
        "until a moderator ends it",
    ),
    Kind.PAUSE: Restriction(
        "You cannot write here for a while",
        "You can read, sign in, and take back or erase what is yours.",
        "until a moderator ends it",
    ),
    Kind.BAN: Restriction(
        "You can no longer write here",
        "You can read, sign in, and take back or erase what is yours.",
        "without an end, unless a moderator or an appeal ends it",
    ),
    Kind.TAKE_LINE_OUT: Restriction(
        "A line of your page was taken out",
        "Nobody else sees these words on your page. They are kept for you, and you can change them.",
        "until you have changed it",
    ),
}

# Why something breaks a rule. Each continues "It was found to break the guidelines:".
GROUNDS: dict[str, str] = {
    Ground.MEDICAL_ADVICE: "it tells others to start, stop or change a treatment. What helped one "
    "person may harm the next, and nobody here can examine anybody.",
    Ground.DOSE: "it names a dose for others. Doses depend on a person's other illnesses and "
    "medicines.",
    Ground.DIAGNOSIS: "it tells somebody else what illness they have, or do not have.",
    Ground.CURE_CLAIM: "it promises a cure, or something that works for everybody.",
    Ground.SELLING: "it sells or advertises something.",
    Ground.RECRUITING: "it looks for people for a study, a survey or an interview without having "
    "asked the team.",
    Ground.PERSONAL_DETAILS: "it shows details with which a person can be found or identified.",
    Ground.ATTACK: "it attacks a person or a group. One may disagree with what somebody says, and "
    "not tell them that they or their illness are worthless or invented.",
    Ground.SELF_HARM: "it describes ways of harming oneself. That can put somebody in danger who "
    "reads it on a bad day. You may always say that you are not well.",
    Ground.OFF_TOPIC: "it has nothing to do with what is talked about there.",
    Ground.REPEATED: "it says what was said before, in the same words.",
    Ground.OTHER: "for the reason that the moderator gives in their own words.",
}
ILLEGAL = "It was found to be against the law, for the reason that the moderator gives in their own words."

# Everything of these is read first, whatever it says: no rule has looked for anything in it.
READ_FIRST: dict[str, str] = {
    Code.FIRST_POST: "Everything is read first that guests and new members write.",
    Code.NEW_AUTHOR: "Everything is read first that guests and new members write.",
    Code.TRUST_PAUSED: "What you write is read first for some days, because several of your "
    "comments could not be published.",
    Code.STEP_FAILED: "One of our automatic checks did not finish, which is our fault, so somebody "
    "read it first.",
    Code.PRE_MODERATED: "Every new comment was read first there, or everything that you write.",
}
# What our rules had seen in the words. Each continues "Our rules had pointed at:".
SEEN: dict[str, str] = {
    Code.CRISIS: "words that can mean that somebody is in danger",
    Code.RED_FLAG: "symptoms that a doctor should perhaps see",
    Code.LINKS: "links",
    Code.SHORT_LINK: "a shortened link",
    Code.DISGUISED_LINK: "a link that is hard to read",
    Code.LOOK_ALIKE_LINK: "a link close to the name of a well-known site",
    Code.EMAIL: "an e-mail address",
    Code.PHONE: "a phone number",
    Code.PAYMENT_CARD: "a number like that of a payment card",
    Code.ADDRESS: "where somebody lives",
    Code.BIRTH_DATE: "a birth date",
    Code.NATIONAL_NUMBER: "a personal or insurance number",
    Code.RECORD_NUMBER: "the number of a record",
    Code.SAME_TEXT: "the same text, sent before",
    Code.REPEATED_PHRASE: "one phrase, many times",
    Code.BLOCKED_WORD: "a word from the list that staff keep",
    Code.TREATMENT_ADVICE: "advice about a treatment",
    Code.CURE_CLAIM: "talk of a cure",
    Code.SELLING: "an offer of something for sale",
    Code.RECRUITING: "an invitation to a study or a survey",
    Code.SPAM_SCORE: "words like those of advertising",
    Code.PACE: "many comments within minutes",
    Code.HIDDEN_TEXT: "letters that cannot be seen or look like others",
    Code.SHOUTING: "capital letters or long rows of marks",
    Code.BLANKED: "a comment in which words had been blanked",
}
