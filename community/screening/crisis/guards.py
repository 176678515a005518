"""What turns alarming words into harmless ones: not, long ago, asked by a form, advice, others."""

import re

from community.screening.crisis.wording import Wording

# "not going to", "never even thought about": only words that carry the "not" on to the verb.
NEGATED = re.compile(
    r"\b(?:not|never|no longer|no more|neither|without|nobody is|free (?:of|from))"
    r"(?: (?:i|am|are|is|was|been|be|going|planning|plan|intend|intending|want|wanting|wanted|"
    r"think|thinking|thought|feel|feeling|felt|about|to|of|really|actually|even|ever|seriously|"
    r"currently|at|all|a|any|an|have|had|having|try|trying|tried|would|could|considered|consider|"
    r"considering|saying|say|mean|meaning|here|in|danger|plans|thoughts|wish|intention|intentions|that|"
    r"i'm|one|who|would|wants))* ?$"
)
# "I do not want to kill myself but I see no other way" takes the "not" back.
TAKEN_BACK = re.compile(
    r"\bbut (?:\S+ ){0,2}?(?:can not|see no|do not (?:see|know|want)|keep|scared|afraid|"
    r"no (?:other|way)|might|what else|nothing (?:helps|else|works))\b"
)

PAST = re.compile(
    r"\b(?:years? (?:ago|back)|decades? ago|(?:long|ages) (?:time )?ago|"
    r"as a (?:teen\w*|child|kid|young \w+)|"
    r"when i was (?:a|an|young|younger|little|in|at|\d+|\w+teen)|used to|"
    r"before (?:recovery|therapy|treatment|rehab|i (?:got|came|found|met|started|was))|"
    r"when i (?:came in|was using|was (?:first )?diagnosed)|(?:in|during) my darkest|"
    r"in my (?:teens|teenage|twenties|thirties|forties|youth|past)|"
    r"(?:in|back in|since) (?:19|200|201)\d+|back then|in the past|in those days)\b"
)
STILL = re.compile(
    r"\b(?:again|still|tonight|right now|today|every (?:day|night)|back (?:then )?and (?:now|worse)|"
    r"(?:are|is|come|came) back|lately|last night|this (?:week|time|morning)|"
    r"now (?:it|they|i (?:want|am (?:back|ready|going)|feel|think|have the)))\b"
)

ASKED = re.compile(
    r"\b(?:asked|asks|ask|asking|checks?|screen\w*|wants to know|questions?) (?:\S+ ){0,4}?"
    r"(?:if|whether|about|for)\b|\b(?:questionnaire|survey|phq|leaflet|side effects?|study|review|"
    r"report|researchers?|authors?|article|book|novel|film|movie|series|song|lyrics|character|coroner|inquest|police|newspapers?|news|obituary)\b"
)
ANSWERED_YES = re.compile(
    r"\b(?:said yes|answer(?:ed)? (?:is |was )?yes|told (?:him|her|them) yes)\b"
)
MYSELF_SPEAKING = re.compile(r"\b(?:i|me|my)\b")

# "I laughed so much I wanted to die."
LAUGHED = re.compile(r"\b(?:laugh|laughed|laughing|embarrassed|embarrassing|mortified|giggled)\b")

ADVICE = re.compile(
    r"\b(?:if (?:you|anyone|anybody|someone|somebody|your|a (?:friend|person))|people who|those who|"
    r"anyone who|for those|please (?:do not|call|ring|contact|reach|talk)|do not ever|whoever)\b"
)

OTHERS = frozenset(
    """
    people patients who they he she you someone somebody everyone anyone girl girls man men woman
    women boy boys hero heroine character actor actress singer person sufferers victims teens
    teenagers adults mice rats cells grandmother grandfather grandma grandad granny uncle aunt
    mother father mum mom dad brother sister son daughter husband wife friend cousin neighbour
    neighbor dog cat soldier veterans author writer one ones others participants percent half
    many some most nobody students doctors nurses we us police queen king president
    """.split()
)
FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
LOOK_AHEAD = 7  # words after an expression that can still make a figure of speech of it
LOOK_BACK = 6  # words before an expression in which its subject stands


def is_harmless(wording: Wording, sentence: str, start: int, end: int) -> bool:
    """Say whether what stands around an expression takes the alarm out of it."""
    before, after = sentence[:start], sentence[end:]
    return (
        _is_figure(wording, sentence[start:end], after)
        or (wording.negatable and _is_negated(before, sentence[start:end], after))
        or _is_past(sentence)
        or bool(LAUGHED.search(before))
        or _is_reported(before, sentence)
        or _is_advice(before, sentence[start:end])
        or (wording.own and _is_about_others(before, sentence[start:end]))
    )


def _is_negated(before: str, seen: str, after: str) -> bool:
    """ "I can not stop thinking of it" says "not" and means the opposite."""
    return (
        not seen.startswith(("stop", "help"))
        and bool(NEGATED.search(before))
        and not TAKEN_BACK.search(after)
    )


def _is_past(sentence: str) -> bool:
    return bool(PAST.search(sentence)) and not STILL.search(sentence)


def _is_reported(before: str, sentence: str) -> bool:
    """A form, a book or a doctor asks or tells, and the writer does not speak after that."""
    match = None
    for match in ASKED.finditer(before):
        pass
    if match is None or ANSWERED_YES.search(sentence):
        return False
    said = before[match.end() :]
    return match.group().split()[0].startswith("ask") or not MYSELF_SPEAKING.search(said)


def _is_advice(before: str, seen: str) -> bool:
    return bool(ADVICE.search(before)) and not MYSELF_SPEAKING.search(f"{before[-20:]} {seen}")


def _is_about_others(before: str, seen: str) -> bool:
    """Say whether the nearest person before an expression is not the writer."""
    if seen.split()[0] in FIRST_PERSON:
        return False
    for word in reversed(before.split()[-LOOK_BACK:]):
        if word in FIRST_PERSON:
            return False
        if word in OTHERS:
            return True
    return False


def _is_figure(wording: Wording, seen: str, after: str) -> bool:
    if wording.harmless is None:
        return False
    nearby = " ".join([seen, *after.split(" ")[1 : LOOK_AHEAD + 1]])
    return bool(wording.harmless.search(nearby))
