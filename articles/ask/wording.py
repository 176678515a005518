"""What a question asks for: its telling words, and other words for the same thing. Pure.

Reports say "myocardial", "paediatric" and "nephropathy" where people say "heart", "children" and
"kidneys". What stands in one line below counts as the same thing, though for less than the word itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from articles.index.tokens import tokens
from articles.search.query import SMALL_WORDS
from common.text import normalise, one_line

# Characters of a question that are read: five long sentences. What is pasted by mistake is longer.
QUESTION_MAX = 500
# Words that are looked for. The longest titles of studies have about twenty-five.
TERMS_MAX = 24
# The beginning by which two forms of a word are known: "metastasis" and "metastatic".
BEGINNING = 6

# Words of questions and of reports, which say nothing about what is asked.
UNTELLING = """
    across along another any anybody anyone anything around available away based because become
    becomes before after again against during between among besides better best both called came
    cause causes caused come comes compare compared comparison concerning could couldn't did do does
    doing done each effect effects effective either else ever every everybody everyone explain
    evaluation find findings found following further get gets getting give gives go going good happen
    happens help helps helped here however impact influence involved kind know known less let like
    likely look made make makes many matter may maybe mean means might more most much must need needs
    never news often one ones only other others outcome outcomes over own own people person per play
    plays possible prove proved proven question really regarding related relation relationship
    report reported reports research researchers result results review role said say says scientists
    see seem shall show showed shown shows since someone something sometimes still study studied
    studies such suffer suffering take taken takes tell than thing things think through toward
    towards trial trials true try two type types under upon use used useful using versus very via vs want well
    whether while whom whose within without work works would yes yet case cases clinical patient
    patients associated association analysis significantly based during
"""

# One line for each thing; its words count as each other.
SAME = """
    heart cardiac myocardial cardiovascular coronary
    kidney renal nephropathy
    liver hepatic
    lung pulmonary respiratory breathing
    cancer carcinoma tumour tumor neoplasm malignancy malignant oncology
    surgery surgical operation operative surgeon operated postoperative
    drug medication medicine pharmacological tablet pill
    child children kid kids pediatric paediatric childhood youngster
    teenager teen adolescent adolescence youth
    infant newborn neonate neonatal baby babies
    woman women female
    man men male
    brain cerebral neurological
    stomach gastric
    skin cutaneous dermal dermatological
    bone osseous skeletal
    tired tiredness fatigue exhaustion exhausted weary
    sleep sleeping insomnia sleepless slept
    exercise workout training activity exercising
    walk walking walks
    old older elderly aged geriatric senior
    doctor physician clinician practitioner gp
    mental psychological psychiatric mind
    mindfulness meditation
    eye ocular visual vision ophthalmic
    stroke cerebrovascular
    pregnancy pregnant maternal gestational antenatal
    birth delivery childbirth labour obstetric
    death mortality die dying fatal survival
    hypertension hypertensive
    diabetes diabetic
    obesity obese overweight adiposity
    smoking smoker tobacco cigarette smoke
    alcohol drinking ethanol
    pain painful ache aching hurt hurts sore
    headache migraine cephalalgia
    diagnosis diagnostic diagnose diagnosed
    treatment treat treated therapy therapeutic treating
    prevent prevention preventive prophylaxis prophylactic avoid
    infection infectious infected
    hospital inpatient admission hospitalisation hospitalization hospitalised
    emergency acute urgent
    radiography radiographic radiological radiology xray
    ultrasound ultrasonography sonography
    endoscopy endoscopic
    laparoscopy laparoscopic keyhole
    metastasis metastases metastatic spread
    tooth teeth dental
    hearing auditory deaf deafness
    bowel intestinal intestine colon colonic colorectal gut
    breast mammary
    vein venous
    artery arterial
    depression depressive depressed
    anxiety anxious worry worried
    school student education pupil
    fracture broken break
    injury trauma injured injuries
    nurse nursing
    cost economic expense price costs
    food diet dietary nutrition nutritional eating eat
    questionnaire survey
    fibromyalgia fibro fms
    nerve neural neuropathy neuropathic
    muscle muscular
    joint articular
    spine spinal vertebral
    memory forgetful forget
    concentration attention concentrate
    vaccine vaccination vaccinated jab
    weight bmi
    gene genetic genes inherited hereditary
    immune immunity immunological autoimmune
    inflammation inflammatory inflamed
    brain-fog fog cognitive cognition
    stiffness stiff
    cold chill cooling
    warm warmth heat warming hot
    bath bathing
    water aquatic pool swimming swim hydrotherapy
    placebo sham
    opioid opioids opiate morphine
    cannabis marijuana cannabidiol cbd
    supplement vitamin
    safe safety harm harmful
    cheap affordable
    home house household
    job employment employed occupational workplace
    belief believe believed disbelieved
    side-effect adverse
"""
_ABBREVIATED = re.compile(r"\(([A-Za-z][A-Za-z0-9-]{1,9})\)")
# Spellings of one word: British and American, old and new.
_SPELLINGS = (
    (re.compile("ae(?=[a-z])"), "e"),
    (re.compile("oe(?=[dsmn])"), "e"),
    (re.compile("our(?=$|[is])"), "or"),
    (re.compile("phin"), "pin"),
    (re.compile("sulph"), "sulf"),
    (re.compile("is(?=$|at)"), "iz"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is looked for: its telling words in order, each once.

    `long_forms` gives, for an abbreviation that the question explains, the words it stands for.
    """

    text: str
    terms: tuple[str, ...]
    order: tuple[str, ...] = ()
    long_forms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    is_cut: bool = False


def _stems(words: str) -> frozenset[str]:
    return frozenset(token for token in tokens(words))


NO_TERMS = _stems(UNTELLING) | _stems(" ".join(SMALL_WORDS))


def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(SAME.strip().splitlines()):
        for token in tokens(line):
            found.setdefault(token, set()).add(number)
    return {token: frozenset(numbers) for token, numbers in found.items()}


GROUPS = _groups()


def _members() -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for token, numbers in GROUPS.items():
        for number in numbers:
            found.setdefault(number, set()).add(token)
    return {number: frozenset(members) for number, members in found.items()}


MEMBERS = _members()


def read_question(typed: str) -> Asked:
    """Understand a question; one without a telling word has no terms, and finds nothing.

    >>> read_question("Does heat help with fibromyalgia (FM)?").terms
    ('heat', 'fibromyalgia', 'fm')
    """
    text = one_line(normalise(typed[: QUESTION_MAX + 1]))[:QUESTION_MAX]
    order = tuple(tokens(text))
    terms = tuple(dict.fromkeys(token for token in order if token not in NO_TERMS))
    return Asked(
        text=text,
        terms=terms[:TERMS_MAX],
        order=order,
        long_forms=tuple(_long_forms(text)),
        is_cut=len(typed) > QUESTION_MAX,
    )


def _long_forms(text: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Abbreviations in brackets, with the words before them that they may stand for."""
    for match in _ABBREVIATED.finditer(text):
        short = tokens(match[1])
        words = text[: match.start()].split()[-len(match[1]) :]
        if len(short) == 1 and words:
            yield short[0], tuple(token for word in words for token in tokens(word))


def others_for(term: str) -> frozenset[str]:
    """Other words for the same thing."""
    numbers = GROUPS.get(term, ())
    return frozenset(word for number in numbers for word in MEMBERS[number]) - {term}


@lru_cache(maxsize=32_768)
def spelled(token: str) -> str:
    """A token in one spelling: "anaemia" and "anemia" are one word."""
    for pattern, plain in _SPELLINGS:
        token = pattern.sub(plain, token)
    return token


def beginning(token: str) -> str:
    """The beginning of a long word, by which its other forms are known; "" of a short one."""
    return spelled(token)[:BEGINNING] if len(token) >= BEGINNING else ""
