"""How a wording is written down, and the words that many of them share.

A wording is a regular expression over plain words with single spaces ("i do not want to
live"), in which {names} stand for the groups below. It matches whole words only.
"""

import re
from dataclasses import dataclass
from functools import cached_property

# Words that strengthen or soften and change nothing.
SOFT = (
    "just|really|so|honestly|actually|seriously|truly|still|also|only|now|often|always|"
    "sometimes|constantly|even|definitely|probably|literally|genuinely|simply|desperately|badly|"
    "maybe|currently|again|kind of|sort of|very|much|too|quite|completely|totally|utterly|"
    "all|ever|fucking|bloody|already|finally|secretly|almost|nearly|more|rather|sincerely|"
    "deeply|absolutely|silently|daily|not only"
)
DRUG = (
    "pills?|tablets?|tabs|meds?|medications?|medicines?|capsules?|painkillers?|pain killers?|"
    "paracetamols?|tylenol|acetaminophen|ibuprofen|aspirins?|tramadol|codeine|cocodamol|morphine|"
    "oxy|oxycodone|oxycontin|amitriptyline|amitrip|gabapentin|pregabalin|lyrica|xanax|valium|"
    "diazepam|zopiclone|ambien|benadryl|sleepers|insulin|opioids|opiates|fentanyl|patches|"
    "antidepressants|prescriptions?|duloxetine|cymbalta|propranolol|naproxen|benzos"
)
GROUPS = {
    "soft": rf"(?:(?:{SOFT}) ){{0,4}}",
    "gap2": r"(?:\S+ ){0,2}?",
    "gap4": r"(?:\S+ ){0,4}?",
    "gap6": r"(?:\S+ ){0,6}?",
    "drug": rf"(?:{DRUG})",
    "me": r"(?:myself|my self)",
    "to": r"(?:to|2|too)",
    "end": r"(?:$|(?=and\b)|(?=i\b)|(?=please\b)|(?=but\b)|(?=because\b))",
    "anymore": r"(?:any (?:more|longer)|no more|much longer)",
    "dead": r"(?:dead|gone|six feet under|in (?:the ground|my grave|heaven))",
    "when": r"(?:tonight|today|tomorrow|now|soon|this (?:evening|week|weekend|time|month))",
    "kin": (
        r"(?:(?:my|our) (?:\S+ ){0,3}?(?:daughter|son|husband|wife|partner|friend|sister|brother|"
        r"mum|mom|mother|dad|father|child|kid|boyfriend|girlfriend|niece|nephew|cousin|"
        r"neighbou?r|ex|colleague|roommate|flatmate|granddaughter|grandson|gran|grandma|"
        r"grandmother|grandfather|aunt|uncle|teenager|bestie|mate)|"
        r"(?:a|an|the|one|some|this|that) (?:\S+ ){0,2}?(?:friend|woman|man|girl|guy|lady|person|"
        r"member|boy|someone|poster|user)|someone|somebody|he|she|they)"
    ),
    "themself": r"(?:himself|herself|themselves|themself|him self|her self)",
    "their": r"(?:his|her|their)",
}


@dataclass(frozen=True)
class Wording:
    """`pattern` counts unless `unless` is found from its beginning to the sentence's end.

    `own` asks that nobody else is the one spoken of ("people who want to die"). `negatable`
    means that a "not" before it turns it round ("not suicidal").
    """

    pattern: str
    unless: str = ""
    own: bool = False
    negatable: bool = True

    @cached_property
    def seen(self) -> re.Pattern[str]:
        return compiled(self.pattern)

    @cached_property
    def harmless(self) -> re.Pattern[str]:
        return compiled(self.unless) if self.unless else NEVER


NEVER = re.compile(r"(?!)")


def compiled(pattern: str) -> re.Pattern[str]:
    """Fill in the groups and ask for whole words."""
    for name, group in GROUPS.items():
        pattern = pattern.replace("{" + name + "}", group)
    return re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")


@dataclass(frozen=True)
class Family:
    """Wordings about one thing. Only a sentence with one of the `triggers` is looked at."""

    name: str
    triggers: frozenset[str]
    wordings: tuple[Wording, ...]
