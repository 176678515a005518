"""E-mail addresses, plain and disguised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.screening.contact_details import emails
from community.screening.contact_details.emails import find_emails, may_hold_an_address
from community.screening.folded import Folded


@pytest.mark.parametrize(
    "text",
    [
        "alice.b@example.com",
        "mailto:alice@example.co.uk",
        "<alice+lists@example.org>",
        "alice\N{FULLWIDTH COMMERCIAL AT}gmail.com",
        "al\N{ZERO WIDTH SPACE}ice@example.org",
        "alice(at)example.com",
        "alice [at] example [dot] org",
        "alice{at}example{dot}com",
        "alice <at> example.org",
        "alice -at- example -dot- com",
        "alice_at_example.com",
        "alice @ example . com",
        "alice at example dot com",
        "alice dot b AT gmail DOT com",
        "alice underscore b at yahoo dot co dot uk",
        "alice_b99 at gmail.com",
        "alice at gmail",
        "e-mail me: alice at example.com",
        "you can write to alice at example.org",
        "alice (dot) b (at) example (dot) se",
    ],
)
def test_an_address_is_found_however_it_is_written(text):
    assert find_emails(Folded.of(text))


@pytest.mark.parametrize(
    "text",
    [
        "I read it at healthline.com",
        "I found it at healthline dot com",
        "Look at this. Come back later",
        "Meet us at noon. Bring tea",
        "@Anna thank you",
        "200 mg @ night. So far so good",
        "5 @ 500 and 3 @ 20",
        "at home.it was fine",
        "I look at it. I am happy",
        "Write to jo@samaritans.org if you need to talk",
        "The dot on the map at the top",
        "kat1989 at reddit.com wrote it better",
        "a post by fibro_fran at healthunlocked dot com",
    ],
)
def test_ordinary_sentences_are_not_addresses(text):
    assert find_emails(Folded.of(text)) == []


def test_the_address_is_marked_as_it_was_written():
    text = "Mail: Alice [at] Example [dot] org, please"
    ((start, end),) = find_emails(Folded.of(text))
    assert text[start:end] == "Alice [at] Example [dot] org"


@pytest.mark.parametrize("name", ["PLAIN", "SURE", "SPELT", "AT_PROVIDER", "AT_NAME", "AFTER_CUE"])
@given(data=st.data())
def test_no_address_is_left_out_to_save_time(name: str, data: st.DataObject) -> None:
    address = data.draw(st.from_regex(getattr(emails, name), fullmatch=True))
    assert may_hold_an_address(address)


def test_ordinary_words_are_not_searched_for_addresses() -> None:
    assert not may_hold_an_address("I looked at it at noon. What a day - and so on.")
