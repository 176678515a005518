"""Reading comfort: what a reader chose about size, spacing and colour, kept in one small cookie.

The cookie holds only what differs from the standard and says nothing about the person, for
example `text:3|theme:dark`. Pages that everybody shares are kept with a mark where these
attributes go (see community.threads.reading.finished).
"""

COOKIE = "comfort"
COOKIE_AGE = 365 * 24 * 3600  # a year: choosing again every month would be a chore

# First value of each: the standard, which is never written down.
CHOICES: dict[str, tuple[str, ...]] = {
    "text": ("1", "2", "3", "4"),
    "spacing": ("normal", "wide"),
    "theme": ("auto", "light", "dark"),
    "contrast": ("normal", "high"),
    "typeface": ("standard", "legible"),
}


def from_cookie(cookie: str) -> dict[str, str]:
    """Read the cookie; anything unknown is left out.

    >>> from_cookie("text:3|theme:dark|size:9")
    {'text': '3', 'theme': 'dark'}
    """
    pairs = (part.partition(":") for part in cookie[:200].split("|"))
    return known({name: value for name, _, value in pairs})


def known(values: dict[str, str]) -> dict[str, str]:
    """Only the values that exist and differ from the standard."""
    return {
        name: values[name] for name, allowed in CHOICES.items() if values.get(name) in allowed[1:]
    }


def to_cookie(chosen: dict[str, str]) -> str:
    """The cookie's value for what was chosen."""
    return "|".join(f"{name}:{value}" for name, value in chosen.items())


def attributes(chosen: dict[str, str]) -> str:
    """Attributes for the `<html>` tag; only values from `CHOICES` come out, so it is safe HTML."""
    return " ".join(f'data-{name}="{value}"' for name, value in known(chosen).items())
