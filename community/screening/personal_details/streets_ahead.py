"""Streets whose name stands before the number of the house, flats, and post boxes.

The last words before the number say what is worth a closer look.
"""

import re

from community.screening.folded import Span
from community.screening.personal_details import street_words as words
from community.screening.personal_details.houses import SIGNS, House

YEAR = re.compile(r"(?:19|20)\d\d")

BEFORE_ROMANCE = re.compile(
    r"(?<!\w)(?:(?P<small>rue|chemin|impasse|quai|boulevard|avenue|allee|c/|c\.|avda\.?|carrer|ul\.|"
    r"ulica|al\.|aleja|plac|pl\.|os\.|osiedle)|(?P<kind>calle|avenida|plaza|paseo|rambla|pasaje|"
    r"camino|cuesta|ronda|glorieta|alameda|callejon|travesia|rua|travessa|via|viale|vicolo|piazza|"
    r"piazzale|piazzetta|corso|largo|contrada|borgo|strada|lungomare))\s"
    r"(?:(?:de la|de los|de las|del|de|da|do|dos|das|della|dei|di|du|des)\s|d'|l')?"
    r"(?P<name>[a-z][\w'.-]*(?:\s[a-z][\w'.-]*){0,3}),?\s(?:n[o\u00b0]\.?\s?)?$"
)
ROMANCE_WORDS = frozenset(
    """
    rue chemin impasse quai boulevard avenue allee c/ c avda carrer ul ulica al aleja plac pl os
    osiedle calle avenida plaza paseo rambla pasaje camino cuesta ronda glorieta alameda callejon
    travesia rua travessa via viale vicolo piazza piazzale piazzetta corso largo contrada borgo
    strada lungomare
    """.split()
)
NORDIC = frozenset("norra sodra ostra vastra stora lilla gamla nya".split())
NORDIC_TWO = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(NORDIC))})\s\w{{3,20}}\s$")

# "Elm Road 22", "Maple Street, number 14": the order of the continent, in English words.
TYPE_FIRST = re.compile(
    r"(?<!\w)(?P<name>[a-z][\w'-]{2,20})\s(?:street|road|avenue|lane|close|drive|crescent|way|st|rd|ave)"
    r"\.?(?:,?\s(?:number|no\.?|nr\.?))?\s$"
)
ENGLISH_TYPES = frozenset(
    "street road avenue lane close drive crescent way st rd ave number no nr".split()
)

BOX = re.compile(
    r"(?<!\w)(?:(?:rr|hc|psc|route|unit)\s\d{1,5},?\sbox|p\.?\s?o\.?\s?box|post office box|postfach|postbus|postboks|postilokero|"
    r"boite postale|apartado(?: de correos)?|casella postale|skrytka pocztowa)"
    r"(?:\s(?:no\.?|number|nr\.?))?\s$"
)
HOUSE_NUMBER = re.compile(r"(?<!\w)(?:h\.?\s?no\.?|house (?:no\.?|number))\s(?:is\s)?$")
FLAT = re.compile(r"(?<!\w)(?:flat|apt|apartment|lgh|lagenhet|wohnung)\.?\s(?:no\.?\s|number\s)?$")
HOUSE_NAME = re.compile(
    r",\s(?:[a-z][\w'-]+\s){1,3}(?:house|court|lodge|mansions?|building|tower|heights|point|hall|"
    r"buildings|manor)(?!\w)"
)
BOX_WORDS = frozenset(
    """
    box postfach postbus postboks postilokero postale apartado correos pocztowa pobox obox
    flat apt apartment lgh lagenhet wohnung house no number nr is hno
    """.split()
)


def flat_or_box(house: House) -> Span | None:
    """ "PO Box 417", "Flat 3, Rose Court", "Apt 4B", "house number 5"."""
    if not _ends_in_space(house) or not may_be_a_flat_or_box(house.words_before[-1]):
        return None
    found = BOX.search(house.before) or HOUSE_NUMBER.search(house.before) or _flat(house)
    return (house.place(found.start()), house.end) if found else None


def may_be_a_flat_or_box(last_word: str) -> bool:
    """Whether the word before a number is worth a closer look."""
    return last_word.strip(SIGNS).replace(".", "") in BOX_WORDS


def street(house: House) -> Span | None:
    """ "Storgatan 5", "Calle Mayor 12", "Elm Road 22". A year is no number of a house."""
    if not _ends_in_space(house) or YEAR.fullmatch(house.folded.text, house.start, house.end):
        return None
    found = _two_words(house) or _romance(house) or _type_first(house)
    start = house.place(found.start()) if found else _one_word(house)
    return None if start is None else (start, house.end)


def _ends_in_space(house: House) -> bool:
    return bool(house.words_before) and house.before[-1].isspace()


def _flat(house: House) -> re.Match[str] | None:
    found = FLAT.search(house.before)
    if found is None:
        return None
    named = HOUSE_NAME.match(house.folded.text, house.end)
    is_named = named is not None and house.is_capital(house.end + 2)
    return found if is_named or (house.letter and house.letter in "abcdef") else None


def _two_words(house: House) -> re.Match[str] | None:
    """ "Norra Allén 4"."""
    is_worth_it = len(house.words_before) > 1 and house.words_before[-2] in NORDIC
    return NORDIC_TWO.search(house.before) if is_worth_it else None


def _romance(house: House) -> re.Match[str] | None:
    if ROMANCE_WORDS.isdisjoint([word.strip(SIGNS) for word in house.words_before]):
        return None
    found = BEFORE_ROMANCE.search(house.before)
    if found is None or not house.is_capital(house.place(found.start("name"))):
        return None
    is_sure = found["kind"] is None or house.is_capital(house.place(found.start("kind")))
    return found if is_sure or house.is_home else None


def _type_first(house: House) -> re.Match[str] | None:
    if house.words_before[-1].strip(SIGNS) not in ENGLISH_TYPES:
        return None
    found = TYPE_FIRST.search(house.before)
    if found is None or found["name"] in words.NO_NAMES:
        return None
    return found if house.is_capital(house.place(found.start("name"))) else None


def _one_word(house: House) -> int | None:
    """Where "Storgatan 5", "Hauptstr. 12" or "Karl Johans gate 22" begins."""
    name = house.words_before[-1].lstrip(SIGNS)
    start = house.place(house.before.rindex(name)) if name else 0
    if name in words.OWN_WORDS and len(house.words_before) > 1:
        first = house.words_before[-2].lstrip(SIGNS)
        start = house.place(house.before.rindex(first, 0, len(house.before) - len(name)))
        return start if first and house.is_capital(start) else None
    if not name.endswith(words.ALL_ENDINGS) or name in words.NOT_ENDINGS:
        return None
    ending = next(ending for ending in words.ALL_ENDINGS if name.endswith(ending))
    is_long = len(name) >= len(ending) + words.LETTERS_BEFORE_AN_ENDING
    return start if is_long and (ending in words.ENDINGS or house.is_capital(start)) else None
