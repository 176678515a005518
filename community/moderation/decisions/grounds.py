"""When moderators choose which reason: a sentence each, made for talk about health."""

from community.moderation.decisions.models import Decision

Ground = Decision.Ground

WHEN: dict[str, str] = {
    Ground.MEDICAL_ADVICE: "It tells others to start, stop or change a treatment. One's own story, "
    "also one of stopping, is none.",
    Ground.DOSE: "It gives an amount for others to take. What somebody takes themselves is theirs "
    "to tell, unless it reads like a recipe.",
    Ground.DIAGNOSIS: "It tells somebody what they have, or that they have nothing. “That sounds "
    "like mine” is no diagnosis.",
    Ground.CURE_CLAIM: "It promises a cure, or says that something works for everybody. “It helped "
    "me” is no promise.",
    Ground.SELLING: "It leads to something for sale, or earns by it. Naming a thing that helped is "
    "no selling.",
    Ground.RECRUITING: "It asks for people for a study, a survey or an interview that the team has "
    "not seen.",
    Ground.PERSONAL_DETAILS: "Somebody could be found by it, the writer or another person. Blanking "
    "the words is often enough.",
    Ground.ATTACK: "It is about a person or a group rather than about what they say, or doubts that "
    "somebody is ill. Anger alone is no attack.",
    Ground.SELF_HARM: "It describes ways of harming oneself. Saying that one does not want to live "
    "is never a reason: read the protocol.",
    Ground.OFF_TOPIC: "It would help nobody here. Moving it to another thread may be kinder.",
    Ground.REPEATED: "The same words stand here already. Thanks and condolences may be said twice.",
    Ground.ILLEGAL: "It is against the law. Say which part and which law in your own words.",
    Ground.OTHER: "None of these. Say it in your own words; the writer reads nothing else.",
}


def explained() -> list[tuple[str, str]]:
    """Every reason with when it is chosen, in the order of the list."""
    return [(Ground(ground).label, when) for ground, when in WHEN.items()]
