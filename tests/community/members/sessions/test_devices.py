"""What a browser is called in plain words."""

import pytest

from community.members.sessions.devices import BROWSERS, SYSTEMS, UNKNOWN, device_words
from community.members.sessions.models import DEVICE_MAX

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (f"{WINDOWS} Chrome/140.0.0.0 Safari/537.36", "Chrome on Windows"),
        (f"{WINDOWS} Chrome/140.0.0.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        (f"{PHONE} Version/18.5 Mobile/15E148 Safari/604.1", "Safari on an iPhone"),
        (f"{PHONE} FxiOS/140.0 Mobile/15E148 Safari/605.1.15", "Firefox on an iPhone"),
        (f"{PHONE} CriOS/140.0 Mobile/15E148 Safari/604.1", "Chrome on an iPhone"),
        ("Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox on Android"),
        (
            "Mozilla/5.0 (Linux; Android 14; SM-S911B) SamsungBrowser/28.0 Chrome/130.0 Safari/537.36",
            "Samsung Internet on Android",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        ("Something (Macintosh)", "A browser on a Mac"),
        ("", UNKNOWN),
        ("curl/8.5.0", UNKNOWN),
    ],
)  # fmt: skip
def test_a_device_is_named_in_a_few_words(said: str, words: str) -> None:
    assert device_words(said) == words


def test_nothing_but_our_own_words_comes_out() -> None:
    assert "evil" not in device_words("<evil> Firefox/<evil> (Android <evil>)")


def test_the_longest_words_fit_their_column() -> None:
    longest = max(len(f"{b} on {s}") for _, b in BROWSERS for _, s in SYSTEMS)
    assert longest <= DEVICE_MAX
