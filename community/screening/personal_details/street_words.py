"""The words that streets are called by, in small letters without accents."""

# After a number and a name these are streets however they are written: "12 oak street".
STREETS = frozenset("street avenue road lane boulevard crescent st rd ave ln blvd cres".split())
# These are other things as well ("way", "court"), so the name before them needs a capital.
OTHER_STREETS = frozenset(
    """
    drive close way court place terrace gardens grove square walk mews row rise hill park view
    green parade highway parkway circle trail loop alley quay wharf end gate gates lawn meadow
    meadows croft esplanade freeway turnpike motorway expressway causeway gateway underpass bypass
    path ridge cove bend creek heights crossing landing valley hollow springs glen glens knoll manor
    oval plaza lake lakes shore shores summit trace vista village estate estates field fields forest
    island inlet mill mount orchard plains point prairie ranch rest spur squares greens station
    towers crest reserve approach entrance nook gully pass cross brae wynd vale vennel bank cottages
    dr drv ct cl pl tce ter gdns sq pde hwy pkwy cir aly marg nagar chowk colony
    """.split()
)
ANY_STREET = STREETS | OTHER_STREETS
# No name of a street has these: "12 minutes down the road".
NO_NAMES = frozenset(
    """
    a am an and as at back because by cul did down each every few for from had has he her his hour
    hours i if in into is it its many me mile miles min mins minute minutes more most my no of off
    on one only or other our out over own per pm she so steps than that their them then these they
    this those to us very was way we were when while wide with year years yards you your milky
    supreme
    jan january feb february mar march apr april may jun june jul july aug august sep sept
    september oct october nov november dec december monday tuesday wednesday thursday friday
    saturday sunday mon tue tues wed thu thur thurs fri sat sun
    """.split()
)
# In small letters these say what a road is like, as capitals they are names: "5 New Road".
ORDINARY = frozenset(
    """
    bad big busy country dead different dirt first good great gravel half lane last little long
    lot main narrow new next quiet real rough same second short side single small star steep step
    third toll two up road street track high dark open closed wet icy bumpy winding rocky
    """.split()
)
# Inside a name these may be small: "3 Top of the Hill".
SMALL_WORDS = frozenset("of the de la le du des van von der den upon on and".split())
# What stands before a number that is not one of a house.
COUNTED = frozenset(
    """
    level chapter day week phase stage step part grade page room ward bus route top case figure
    table line episode season class type version act scene unit module session bp t c l b d the a an our
    """.split()
)
# Nobody's home.
PUBLIC = frozenset({"10 downing street", "11 downing street", "1600 pennsylvania avenue"})

# Endings of one-word streets that stand before the number. The first hold in small letters too.
ENDINGS = (
    "gatan", "vagen", "granden", "stigen", "strasse", "str", "str.", "strase", "straat", "gracht",
    "laan", "singel", "plein", "veien", "gaten", "straede", "katu", "polku", "dreef", "steeg",
    "bulevardi",
)  # fmt: skip
CAPITAL_ENDINGS = (
    "vag", "gata", "grand", "torget", "torg", "platsen", "backen", "vei", "vegen", "veg", "vej",
    "vejen", "gade", "gaden", "plads", "weg", "allee", "gasse", "platz", "damm", "ufer", "steig",
    "chaussee", "dijk", "kade", "hof", "pad", "baan", "boulevard", "kuja", "ntie", "promenade",
    "esplanadi",
)  # fmt: skip
ALL_ENDINGS = (*ENDINGS, *CAPITAL_ENDINGS)
LETTERS_BEFORE_AN_ENDING = 3
NOT_ENDINGS = frozenset(
    """
    brigade renegade blockade parkplatz arbeitsplatz spielplatz studienplatz therapieplatz
    promenade regata fregata bahnhof friedhof notepad heatpad keypad touchpad auntie
    """.split()
)
# The same as words of their own, behind a name: "Karl Johans gate 22", "Berliner Straße 45".
OWN_WORDS = frozenset(
    """
    strasse str str. gate gata gaten vei veien vej alle allee vag vagen gatan platz plads weg laan
    straat plein katu torg
    """.split()
)
