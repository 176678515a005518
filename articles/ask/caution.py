"""Questions that only somebody who treats the person can answer. Pure.

They are answered with passages like any other; a line above says whom to ask. Wording, not
understanding: what is missed is covered by the notice that stands on every answer.
"""

import re

_MEDICINE = (
    r"(?:medicines?|medications?|meds|drugs?|tablets?|pills?|capsules?|doses?|dosage|patch(?:es)?|injections?"
    r"|opioids?|antidepressants?|painkillers?|steroids?|antibiotics?|insulin|treatment|therapy|[a-z]{4,}(?:ine|in|am"
    r"|ol|ide|one|ate|ac|il|an|en|ium|mab|nib|pam|triptyline|oxetine))"
)
_PATTERNS = (
    # A dose.
    r"\b(?:dos(?:e|es|age|ing)|overdos\w+|milligrams?|micrograms?)\b",
    r"\d\s*(?:mg|mcg|µg|ug|ml|units?|iu)\b",
    r"\bhow (?:much|many|often)\b.{0,60}\b(?:take|taking|give|use|swallow|inject)\b",
    rf"\b(?:raise|rais\w+|increas\w+|lower\w*|double|doubl\w+|halv\w+|reduc\w+|cut\w*)\s+(?:my|the|his|her|our)\b.{{0,30}}\b{_MEDICINE}\b",
    # Beginning, stopping and mixing.
    r"\b(?:come|came|coming|get|getting|go|going|wean\w*|taper\w*)\s+(?:off|down)\b",
    rf"\b(?:stop|stopp\w+|quit\w*|skip\w*|miss\w*|discontinu\w+|withdraw\w*|paus\w+|start|begin|switch\w*|chang\w+|tak(?:e|ing))\b.{{0,40}}\b{_MEDICINE}\b",
    r"\bsafe to (?:take|mix|combine|use|stop|start|drink)\b",
    rf"\b(?:mix|combin\w+|together with|interact\w*)\b.{{0,40}}\b{_MEDICINE}\b",
    # What one has.
    r"\b(?:do|could|might|can|may) (?:i|my \w+) (?:have|be having|suffer)\b",
    r"\b(?:have i got|am i (?:having|suffering|ill|sick|dying)|what is wrong with me|what's wrong with me)\b",
    r"\b(?:diagnose (?:me|my|myself)|my (?:symptoms?|diagnosis|results?|blood tests?|scans?|x-?rays?))\b",
    r"\b(?:is|are|could|can) (?:this|it|these|my \w+(?: \w+)?)\b.{0,30}\b(?:cancer|a tumou?r|serious|dangerous|a stroke|a heart attack|normal|a sign|a symptom)\b",
    r"\bshould i (?:see|call|go to|worry|be worried|take|stop|try|avoid|use|ask)\b",
)  # fmt: skip
_ASKS = re.compile("|".join(_PATTERNS), re.IGNORECASE)


def needs_a_person(question: str) -> bool:
    """Whether a question is about a dose, about beginning or stopping something, or about oneself.

    >>> needs_a_person("Can I stop taking duloxetine?"), needs_a_person("Who did the study?")
    (True, False)
    """
    return _ASKS.search(question) is not None
