"""The names that pages give their encoding, and what Python calls it.

Only the encodings of the WHATWG's standard are known: Python has codecs of the same kind that
are no encodings of text, and a stranger's page must not choose one of them.
Source: https://encoding.spec.whatwg.org/#names-and-labels
"""

# The codec, and the names for it. Where the standard reads one encoding as a larger one of
# which it is a part, the codec is the larger one.
_LABELS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8"
    # A page whose declaration could be read is not in UTF-16, whatever it says.
    " utf-16 utf-16le utf-16be ucs-2 unicode iso-10646-ucs-2 csunicode unicodefeff unicodefffe",
    "cp866": "866 cp866 csibm866 ibm866",
    "iso8859_2": "iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 l2 csisolatin2 iso-ir-101",
    "iso8859_3": "iso-8859-3 iso8859-3 iso88593 iso_8859-3 latin3 l3 csisolatin3 iso-ir-109",
    "iso8859_4": "iso-8859-4 iso8859-4 iso88594 iso_8859-4 latin4 l4 csisolatin4 iso-ir-110",
    "iso8859_5": "iso-8859-5 iso8859-5 iso88595 iso_8859-5 cyrillic csisolatincyrillic iso-ir-144",
    "iso8859_6": "iso-8859-6 iso8859-6 iso88596 iso_8859-6 arabic csisolatinarabic iso-ir-127"
    " asmo-708 ecma-114 csiso88596e csiso88596i iso-8859-6-e iso-8859-6-i",
    "iso8859_7": "iso-8859-7 iso8859-7 iso88597 iso_8859-7 greek greek8 csisolatingreek"
    " iso-ir-126 ecma-118 elot_928 sun_eu_greek",
    "iso8859_8": "iso-8859-8 iso8859-8 iso88598 iso_8859-8 hebrew visual csisolatinhebrew"
    " iso-ir-138 csiso88598e csiso88598i iso-8859-8-e iso-8859-8-i logical",
    "iso8859_10": "iso-8859-10 iso8859-10 iso885910 latin6 l6 csisolatin6 iso-ir-157",
    "iso8859_13": "iso-8859-13 iso8859-13 iso885913",
    "iso8859_14": "iso-8859-14 iso8859-14 iso885914",
    "iso8859_15": "iso-8859-15 iso8859-15 iso885915 iso_8859-15 latin9 l9 csisolatin9",
    "iso8859_16": "iso-8859-16",
    "koi8_r": "koi8-r koi8_r koi8 koi cskoi8r",
    "koi8_u": "koi8-u koi8-ru",
    "mac_roman": "macintosh mac x-mac-roman csmacintosh",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "cp874": "windows-874 dos-874 tis-620 iso-8859-11 iso8859-11 iso885911",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "cp1251": "windows-1251 cp1251 x-cp1251 win-1251",
    "cp1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1"
    " latin-1 l1 ascii us-ascii ansi_x3.4-1968 ibm819 cp819 csisolatin1 iso-ir-100 x-user-defined",
    "cp1253": "windows-1253 cp1253 x-cp1253",
    "cp1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5"
    " csisolatin5 iso-ir-148",
    "cp1255": "windows-1255 cp1255 x-cp1255",
    "cp1256": "windows-1256 cp1256 x-cp1256",
    "cp1257": "windows-1257 cp1257 x-cp1257",
    "cp1258": "windows-1258 cp1258 x-cp1258",
    "gb18030": "gb18030 gbk x-gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 csiso58gb231280"
    " iso-ir-58 euc-cn",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    "cp932": "shift_jis shift-jis sjis x-sjis ms932 ms_kanji windows-31j csshiftjis",
    "cp949": "euc-kr cp949 windows-949 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601"
    " cseuckr csksc56011987 iso-ir-149",
}
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}

# What a page most likely is in when it says nothing but its language; browsers used to go by
# the language of their owner. The first that can read every byte is taken.
_BY_LANGUAGE = {
    "cp1251": "ru be bg mk sr uk",
    "cp1250": "cs hr hu pl ro sk sl",
    "cp1253": "el",
    "cp1254": "tr",
    "cp1255": "he iw",
    "cp1256": "ar fa ur",
    "cp1257": "et lt lv",
    "cp1258": "vi",
    "cp874": "th",
    "euc_jp cp932": "ja",
    "cp949": "ko",
    "gb18030 big5hkscs": "zh",
}
_LANGUAGES = {
    language: codecs.split()
    for codecs, languages in _BY_LANGUAGE.items()
    for language in languages.split()
}

KNOWN = sorted(set(_CODECS.values()))


def codec_of(label: str) -> str | None:
    """Give Python's name for an encoding as pages name it, or None.

    >>> codec_of("ISO-8859-1")
    'cp1252'
    """
    return _CODECS.get(label.strip().lower())


def codecs_of_language(language: str) -> list[str]:
    """Give the encodings that are usual in a language such as "ru" or "zh-TW", the likeliest first."""
    usual = _LANGUAGES.get(language[:2].lower(), [])
    return usual[::-1] if language.lower() in {"zh-tw", "zh-hk", "zh-hant"} else usual
