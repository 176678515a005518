"""Words for digits and for pairs of digits in twelve languages, folded: "zéro" is "zero".

A pair is what numbers are told in: "trente-neuf", "neununddreißig", "trettionio".
"""

import re

# The ten digits from nought to nine, "/" between two words for the same.
DIGITS = {
    "en": "zero/oh/o/nought/naught/nil/null one two three four five six seven eight nine/niner",
    "de": "null eins/ein zwei/zwo drei vier funf/fuenf sechs sieben acht neun",
    "fr": "zero un/une deux trois quatre cinq six sept huit neuf",
    "es": "cero uno/un dos tres cuatro cinco seis siete ocho nueve",
    "sv": "noll/nolla ett/en tva tre fyra fem sex sju atta nio",
    "no": "null en/ett to tre fire fem seks sju/syv atte/otte ni",
    "da": "nul/null en/et to tre fire fem seks syv otte ni",
    "nl": "nul een twee drie vier vijf zes zeven acht negen",
    "it": "zero uno/un due tre quattro cinque sei sette otto nove",
    "pl": "zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec",
    "pt": "zero um/uma dois/duas tres quatro cinco seis/meia sete oito nove",
    "fi": "nolla yksi kaksi kolme nelja viisi kuusi seitseman kahdeksan yhdeksan",
}
# Ten to nineteen, and the tens.
PAIRS = {
    "en": """ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
        twenty thirty forty fourty fifty sixty seventy eighty ninety""",
    "de": """zehn elf zwolf zwoelf dreizehn vierzehn funfzehn fuenfzehn sechzehn siebzehn achtzehn
        neunzehn zwanzig dreissig vierzig funfzig fuenfzig sechzig siebzig achtzig neunzig""",
    "fr": """dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante
        soixante septante huitante octante nonante""",
    "es": """diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte
        treinta cuarenta cincuenta sesenta setenta ochenta noventa veintiuno veintidos veintitres
        veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve""",
    "sv": """tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio
        fyrtio femtio sextio sjuttio attio nittio""",
    "no": """ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue tretti forti
        femti seksti sytti atti nitti""",
    "da": """ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve tredive fyrre
        halvtreds tres halvfjerds firs halvfems""",
    "nl": """tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig
        dertig veertig vijftig zestig zeventig tachtig negentig""",
    "it": """dieci undici dodici tredici quattordici quindici sedici diciassette diciotto
        diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta""",
    "pl": """dziesiec jedenascie dwanascie trzynascie czternascie pietnascie szesnascie
        siedemnascie osiemnascie dziewietnascie dwadziescia trzydziesci czterdziesci piecdziesiat
        szescdziesiat siedemdziesiat osiemdziesiat dziewiecdziesiat""",
    "pt": """dez onze doze treze quatorze catorze quinze dezasseis dezesseis dezassete dezessete
        dezoito dezanove dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa""",
    "fi": "",
}
TWICE = {"double": 2, "triple": 3, "treble": 3, "doppel": 2, "dubbel": 2, "dobbelt": 2, "doble": 2}
HUNDREDS = {"hundred": 2}  # "nine hundred" ends in so many noughts
JOINERS = {"fr": "et", "es": "y", "pt": "e", "da": "og", "no": "og"}


def digit_words(language: str) -> dict[str, int]:
    """The digits of a language: word to value."""
    return {
        word: value
        for value, words in enumerate(DIGITS[language].split())
        for word in words.split("/")
    }


def pair_words(language: str) -> frozenset[str]:
    """The words for two digits, those that are one word with their unit among them.

    >>> "neunundneunzig" in pair_words("de") and "trettionio" in pair_words("sv")
    True
    """
    pairs = PAIRS[language].split()
    units = list(digit_words(language))
    joined: list[str] = []
    if language in {"de", "nl", "da"}:
        link = {"de": ("und",), "nl": ("en", "enn"), "da": ("og",)}[language]
        joined = [f"{unit}{mid}{ten}" for ten in pairs for unit in units for mid in link]
    elif language in {"sv", "no", "it"}:
        joined = [f"{ten}{unit}" for ten in pairs for unit in units]
        joined += [f"{ten[:-1]}{unit}" for ten in pairs for unit in units if language == "it"]
    return frozenset(pairs) | frozenset(joined)


LANGUAGES = {name: (digit_words(name), pair_words(name)) for name in DIGITS}
ALL_WORDS = frozenset(word for units, pairs in LANGUAGES.values() for word in {*units, *pairs})
TOKEN = re.compile(r"[a-z]+|\d+")
