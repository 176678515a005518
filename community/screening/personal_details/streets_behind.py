"""Streets whose name stands behind the number of the house: in English and in French."""

import re

from community.screening.folded import Span
from community.screening.personal_details import street_words as words
from community.screening.personal_details.houses import House

HOME = re.compile(
    r"(?:\blive at|\bliving at|\b(?:my|our|the|home) add?ress(?: is|:)|\bsend it to)\s$"
)

HOME_WORDS = frozenset({"at", "is", "to", "address:", "adress:"})

NAME = r"[a-z\d][\w'.\u2019-]{0,24}"
FOLLOWING = re.compile(rf"[ ,]{{1,2}}({NAME})")
WORDS_OF_A_STREET = 5
LETTERS_OF_A_SHORT_FORM = 3  # "St.", "Rd.": a longer word with a full stop ends a sentence
AT_AN_END = re.compile(
    r"\s*(?:[.,;:!?)\"\n]|$|(?:in|is|near|and|by|at|was|where|if|for|from|please|thanks|with|next|"
    r"opposite|has|so|to|when|then|it|the|flat|apt|until|since|now)(?!\w)|[a-z]{1,2}\d)"
)
# A small "12 step road to health" is a figure of speech, and a road trip no address.
NOT_AT_AN_END = re.compile(
    r"\s(?:trip|race|rage|food|works?|test|map|bike|to|runn|ahead|wise|smart)"
)

FRENCH = re.compile(
    r"(?:\s(?:bis|ter|quater))?,?\s"
    r"(?:(?:rue|chemin|impasse|quai|ruelle)\s(?:(?:de|du|des|la|les|le)\s|d'|l'){0,2}[a-z][\w'-]+"
    r"|(?:avenue|av\.|boulevard|bd|place|allee|route|square|cours)\s"
    r"(?:(?:de\s(?:la\s|l')?|du\s|des\s|d')(?P<of>[a-z][\w'-]+)|(?P<name>[a-z][\w'-]+)))"
)
FRENCH_WORDS = frozenset(
    """
    bis ter quater rue chemin impasse quai ruelle avenue av boulevard bd place allee route square
    cours
    """.split()
)


def english(house: House) -> Span | None:
    """ "12 Oak Street", "221B Baker St", "1020 W Main St"; said to be home, also "4 Fox Hollow"."""
    is_said = may_be_said_to_be_home(house.words_before) and HOME.search(house.before) is not None
    if not is_said and words.ANY_STREET.isdisjoint(house.words_after):
        return None
    place, capitals, plain = house.end, True, False
    for count in range(WORDS_OF_A_STREET):
        found = FOLLOWING.match(house.folded.text, place)
        if found is None or _ends_the_name(house, found, count):
            return None
        word, is_capital = found[1].rstrip("."), house.is_capital(found.start(1))
        if count and word in words.ANY_STREET and _is_street(house, found, capitals, plain):
            return house.start, found.end(1)
        if count == 1 and is_said and capitals and is_capital:
            return house.start, found.end(1)
        capitals = capitals and (is_capital or word in words.SMALL_WORDS)
        plain = plain or word in words.ORDINARY
        place = found.end()
    return None


def may_be_said_to_be_home(words_before: list[str]) -> bool:
    """Whether the word before a number is worth a closer look."""
    return bool(words_before) and words_before[-1] in HOME_WORDS


def _ends_the_name(house: House, found: re.Match[str], count: int) -> bool:
    """Whether the word that follows cannot be in the name of a street, or a comma comes first.

    A word that ends a sentence may end an address too, but not stand inside one.
    """
    word = found[1].rstrip(".")
    if "," in found.group() and (count or word.isdigit()):
        return True
    if count and word in words.ANY_STREET:
        return False
    if found[1].endswith(".") and len(word) > LETTERS_OF_A_SHORT_FORM:
        return True
    is_small = word in words.SMALL_WORDS and not count and not house.is_capital(found.start(1))
    return is_small or word in words.NO_NAMES


def _is_street(house: House, kind: re.Match[str], capitals: bool, plain: bool) -> bool:
    """Whether number, name and kind are an address. `plain`: the name may only describe a road."""
    text, word = house.folded.text, kind[1].rstrip(".")
    if text[house.start : kind.end(1)] in words.PUBLIC:
        return False
    if house.is_home:
        return True
    if house.words_before and house.words_before[-1].strip("(") in words.COUNTED:
        return False
    is_capital = house.is_capital(kind.start(1))
    if word in words.STREETS:
        in_full = len(word) > LETTERS_OF_A_SHORT_FORM
        is_figure = plain or NOT_AT_AN_END.match(text, kind.end()) is not None
        return capitals or (in_full and not is_figure)
    return capitals and is_capital and AT_AN_END.match(text, kind.end(1)) is not None


def french(house: House) -> Span | None:
    """ "12 rue de la Paix", "18 bis avenue Victor Hugo"."""
    if not house.words_after or house.words_after[0] not in FRENCH_WORDS:
        return None
    found = FRENCH.match(house.folded.text, house.end)
    if found is None:
        return None
    name = found["name"] or found["of"]
    if name and not house.is_capital(found.end() - len(name)):
        return None
    return house.start, found.end()
