"""What somebody signs in with, in plain words. Pure.

Browsers say a lot about themselves; only these few words are kept of it.
"""

UNKNOWN = "a browser we do not know"

# The first mark that is found counts: many browsers also name those they are like.
BROWSERS = (
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("DuckDuckGo/", "DuckDuckGo"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "Android"),
    ("CrOS", "a Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "a Mac"),
    ("Linux", "Linux"),
)


def device_words(user_agent: str) -> str:
    """The kind of device, from what its browser says about itself.

    >>> device_words("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0")
    'Firefox on Android'
    >>> device_words("curl/8.5.0")
    'a browser we do not know'
    """
    browser = first_of(BROWSERS, user_agent)
    system = first_of(SYSTEMS, user_agent)
    if not browser and not system:
        return UNKNOWN
    if not system:
        return browser
    return f"{browser or 'A browser'} on {system}"


def first_of(marks: tuple[tuple[str, str], ...], text: str) -> str:
    """The words of the first mark that stands in the text; "" when none does."""
    return next((words for mark, words in marks if mark in text), "")
