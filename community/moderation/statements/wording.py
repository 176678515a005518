"""The words of a statement of reasons, kind by kind and ground by ground.

What has to stand in one: Regulation (EU) 2022/2065, Article 17(3).
"""

from dataclasses import dataclass

from community.moderation.decisions.models import Decision

Kind, Ground = Decision.Kind, Decision.Ground


@dataclass(frozen=True, slots=True)
class Restriction:
    """What a kind of decision takes from somebody: a title, and what it means in a sentence."""

    title: str
    meaning: str


MEANINGS: dict[str, Restriction] = {
    Kind.REJECT: Restriction(
        "Your comment was not published",
        "Readers have never seen it. It is kept for you, and you can change it and send it again.",
    ),
    Kind.REVISE: Restriction(
        "Please change your comment and send it again",
        "Readers do not see it as it stands. It is kept for you; change it, and it is read again.",
    ),
    Kind.REMOVE: Restriction(
        "Your comment was removed",
        "Readers saw it, and see it no longer. It is kept for you.",
    ),
    Kind.HIDE: Restriction(
        "Your comment is hidden for the moment",
        "Readers flagged it, so they do not see it until a moderator has read it.",
    ),
    Kind.REDACT: Restriction(
        "Some words of your comment were blanked",
        "Readers see the rest of it.",
    ),
    Kind.WARN: Restriction(
        "A moderator warns you",
        "You can go on writing once you have confirmed that you read this.",
    ),
    Kind.SLOW: Restriction(
        "You can write more slowly for a while", "Some time has to pass between two comments."
    ),
    Kind.READ_FIRST: Restriction(
        "A moderator reads your comments first",
        "They appear once somebody has read them.",
    ),
    Kind.PAUSE: Restriction(
        "You cannot write here for a while",
        "You can read, sign in, and take back or erase what is yours.",
    ),
    Kind.BAN: Restriction(
        "You can no longer write here",
        "You can read, sign in, and take back or erase what is yours.",
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
