"""Words as people in distress type them, turned into the words the rules are written with.

Only spelling: no meaning is added here. Each function takes one folded word.
"""

import re
from functools import lru_cache

SPELT_OUT = {
    "cannot": "can not", "cant": "can not", "can't": "can not", "cnt": "can not",
    "wont": "will not", "won't": "will not", "dont": "do not", "dnt": "do not", 
    "doesnt": "does not", "didnt": "did not", "isnt": "is not", "wasnt": "was not",
    "werent": "were not", "arent": "are not", "aint": "is not", "ain't": "is not",
    "havent": "have not", "hasnt": "has not", "hadnt": "had not", "couldnt": "could not",
    "wouldnt": "would not", "shouldnt": "should not", "shan't": "will not",
    "im": "i am", "iam": "i am", "ive": "i have", "id": "i would", "ill": "i will",
    "theyd": "they would", "theyll": "they will", "theyre": "they are", "youre": "you are",
    "hed": "he would", "shed": "she would", "itd": "it would", "whats": "what is",
    "thats": "that is", "theres": "there is", "lifes": "life is", "hes": "he is",
    "shes": "she is", "everyones": "everyone is",
    "wanna": "want to", "wana": "want to", "gonna": "going to",
    "gona": "going to", "gunna": "going to", "gotta": "got to", "tryna": "trying to",
    "finna": "going to", "imma": "i am going to", "ima": "i am going to", "lemme": "let me",
    "kinda": "kind of", "sorta": "sort of", "shoulda": "should have", "woulda": "would have",
    "anymore": "any more", "nomore": "no more", "noone": "nobody", "alot": "a lot",
    "ya": "you", "u": "you", "ur": "your", "r": "are", "b": "be", "n": "and", "nd": "and", "w": "with",
    "wiv": "with", "wit": "with", "wen": "when", "bout": "about", "abt": "about",
    "cuz": "because", "cos": "because", "coz": "because", "bc": "because", "cause": "because",
    "tonite": "tonight", "tnite": "tonight", "2nite": "tonight", "2night": "tonight",
    "2moro": "tomorrow", "tmrw": "tomorrow", "tmr": "tomorrow", "tomoro": "tomorrow",
    "2day": "today", "4ever": "forever", "4eva": "forever", "forevr": "forever",
    "wuz": "was", "woz": "was", "hav": "have", "haf": "have", "jus": "just", "jst": "just",
    "dat": "that", "dis": "this", "da": "the", "teh": "the", "thier": "their", "evry": "every",
    "rly": "really", "realy": "really", "relly": "really", "pls": "please", "plz": "please",
    "sry": "sorry", "luv": "love", "wat": "what", "wot": "what", "nuthing": "nothing",
    "nuffin": "nothing", "nothin": "nothing", "nuthin": "nothing", "wuld": "would",
    "wud": "would", "cud": "could", "shud": "should", "beter": "better", "al": "all",
    "lif": "life", "lyf": "life", "liv": "live", "ded": "dead", "dieing": "dying",
    "dyin": "dying", "kil": "kill", "kll": "kill", "kiling": "killing",
    "killin": "killing", "pils": "pills", "pilss": "pills", "tablits": "tablets",
    "killmyself": "kill myself", "endmylife": "end my life", "endit": "end it",
    "mysef": "myself", "meself": "myself", "myslf": "myself", "mself": "myself",
    "suiside": "suicide", "sucide": "suicide", "suacide": "suicide", "suicid": "suicide",
    "suizide": "suicide", "sewicide": "suicide", "sueside": "suicide", "soicide": "suicide",
    "suside": "suicide", "suecide": "suicide", "suisidal": "suicidal", "sucidal": "suicidal",
    "suicdal": "suicidal", "suicdial": "suicidal", "sucicidal": "suicidal",
    "sewerslide": "suicide", "sewercide": "suicide", "unalived": "unalive",
    "unaliving": "unalive", "kms": "kill myself", "kys": "kill yourself",
    "commiting": "committing", "comit": "commit", "comitting": "committing", "commet": "commit",
    "ods": "overdose", "od": "overdose", "od'd": "overdosed", "oding": "overdosing",
    "od'ing": "overdosing", "overdoes": "overdose", "selfharm": "self harm",
    "selfharming": "self harming", "cutted": "cut", "burdon": "burden",
    "borden": "burden", "goodby": "goodbye", "goodbyes": "goodbye", "bye": "goodbye",
    "exsist": "exist", "exsisting": "existing", "exisiting": "existing", "bein": "being",
    "livin": "living", "wakin": "waking", "endin": "ending", "goin": "going",
    "feelin": "feeling", "thinkin": "thinking", "takin": "taking", "cuttin": "cutting",
    "hurtin": "hurting", "tryin": "trying", "wantin": "wanting", "hangin": "hanging",
    "nite": "night", "famly": "family", "familys": "family", "every1": "everyone",
    "every1s": "everyone is", "no1": "nobody", "any1": "anyone", "some1": "someone",
    "b4": "before", "gr8": "great", "weres": "where is", "deserv": "deserve",
    "dissapear": "disappear", "disapear": "disappear", "dissappear": "disappear",
    "dispair": "despair", "hert": "hurt", "hearting": "hurting", "plaese": "please",
    "loose": "lose", "reson": "reason", "reasen": "reason", "meening": "meaning",
    "pointles": "pointless", "worthles": "worthless", "alife": "alive", "aliv": "alive",
    "anylonger": "any longer", "diee": "die",
}  # fmt: skip

# Two words that are one.
JOINED = {
    ("every", "one"): "everyone", ("every", "body"): "everybody", ("no", "body"): "nobody",
    ("some", "one"): "someone", ("any", "one"): "anyone", ("my", "self"): "myself",
    ("her", "self"): "herself", ("him", "self"): "himself", ("with", "out"): "without",
    ("wit", "out"): "without", ("over", "dose"): "overdose", ("pain", "killers"): "painkillers",
    ("good", "bye"): "goodbye", ("to", "night"): "tonight",
    ("for", "ever"): "forever", ("no", "one"): "nobody", ("can", "t"): "can not",
    ("don", "t"): "do not", ("i", "m"): "i am", ("won", "t"): "will not",
}  # fmt: skip

ENDINGS = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}

# Long words that one wrong, missing, extra or swapped letter cannot turn into another word.
KEY_WORDS = frozenset(
    """
    suicide suicidal myself overdose overdosed overdosing without everyone everybody nobody
    someone tablets medication paracetamol worthless hopeless forever tonight tomorrow family
    children husband goodbye anymore permanently disappear deserve nothing existing planning
    thinking thoughts ending killing wanted bridge
    """.split()
)
KEY_WORD_LETTERS = 6

SIGNS = str.maketrans({"!": "i", "1": "i", "0": "o", "3": "e", "4": "a", "5": "s", "7": "t",
                       "@": "a", "$": "s", "|": "l"})  # fmt: skip
MASKED = frozenset(
    "kill killing suicide suicidal die died dying dead death overdose hang cut myself".split()
)
NOT_A_LETTER = re.compile(r"[*!@$']+")
STRETCHED = re.compile(r"(.)\1{2,}")


@lru_cache(maxsize=4096)
def read_word(word: str) -> tuple[str, ...]:
    """Return the words that one typed word stands for, almost always itself.

    >>> read_word("dont"), read_word("d1e"), read_word("myslef")
    (('do', 'not'), ('die',), ('myself',))
    """
    word = word.replace("\u2019", "'")
    if len(word) > 1 and not word.isdigit():
        word = _unmasked(STRETCHED.sub(r"\1", word))
    if word in SPELT_OUT:
        return tuple(SPELT_OUT[word].split())
    for ending, full in ENDINGS.items():
        if word.endswith(ending):
            return (word.removesuffix(ending), full)
    if word.endswith("'s"):
        return (word.removesuffix("'s"), "is")
    return tuple(_corrected(part) for part in NOT_A_LETTER.split(word) if part)


def _unmasked(word: str) -> str:
    """Read "k!ll", "su1cide" and "k*ll"; leave every word alone that is not one of those."""
    plain = word.translate(SIGNS)
    if plain in MASKED:
        return plain
    if "*" in plain:
        hidden = re.compile(re.escape(plain).replace(r"\*", "[a-z]"))
        return next((known for known in sorted(MASKED) if hidden.fullmatch(known)), word)
    return word


def _without_one(word: str) -> frozenset[str]:
    return frozenset(word[:i] + word[i + 1 :] for i in range(len(word)))


# Two words are one slip apart when they, or they less one letter, are the same
# (deletion neighbourhoods, after Mor and Fraenkel 1982). Slips at the start are rare.
_SHORTENED = {
    short: key
    for key in sorted(KEY_WORDS)
    if len(key) >= KEY_WORD_LETTERS
    for short in {key, *_without_one(key)}
}
REAL_WORDS = frozenset(
    """
    fending sending bending lending mending tending vending pending ceding wedding ends
    tablet meditation warned planing planting panning chinking banding nothings children's
    """.split()
)


def _corrected(word: str) -> str:
    if len(word) < KEY_WORD_LETTERS - 1 or word in KEY_WORDS or word in REAL_WORDS:
        return word
    for form in (word, *_without_one(word)):
        key = _SHORTENED.get(form)
        if key and key[0] == word[0] and abs(len(key) - len(word)) <= 1:
            return key
    return word
