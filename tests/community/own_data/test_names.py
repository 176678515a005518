"""Somebody's name in what others wrote: where it goes, by what it is besides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.own_data.names import (
    SOMEBODY,
    Kind,
    Name,
    Names,
    is_listed,
    spellings,
    ways_of,
    with_s,
)
from community.own_data.quotes import TAKEN

ONLY = Names([Name("Zephyrquill")])
WORD = Names([Name("Hope", Kind.WORD)])
OTHERS = Names([Name("Maria", Kind.OTHERS)])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Thanks, Zephyrquill.", "Thanks, a former member."),
        ("Zephyrquill said it well.", "A former member said it well."),
        ("Yes. Zephyrquill knows.", "Yes. A former member knows."),
        ("> Zephyrquill knows.", "> A former member knows."),
        ("as zephyrquill said", "as a former member said"),
        ("as ZEPHYRQUILL said", "as a former member said"),
        ("Zephyrquill's way", "A former member's way"),
        ("by Zephyrquill’s way", "by a former member’s way"),
        ("to @Zephyrquill: yes", "to @a former member: yes"),
        ("a _Zephyrquill_ and a *Zephyrquill*", f"a _{SOMEBODY}_ and a *{SOMEBODY}*"),
        ("write to zephyrquill@mail.example", "write to a former member@mail.example"),
        ("Zéphyrquill, Zephyr\u00adquill", "A former member, a former member"),
        ("the Zephyrquillian way", "the Zephyrquillian way"),
        ("McZephyrquill, zephyrquill2", "McZephyrquill, zephyrquill2"),
        ("gus_zephyrquill is another", "gus_zephyrquill is another"),
        ("", ""),
    ],
)
def test_a_name_that_is_nothing_besides_goes_as_a_whole_word(text: str, left: str) -> None:
    assert ONLY.without(text) == left


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Slow Otter", "@Slow Otter and slow-otter", "@a former member and a former member"),
        ("Slow Otter", "Slow Otters are nice", "Slow Otters are nice"),
        ("Zoé", "zoe, ZOÉ, Zoe\u0301", "A former member, a former member, a former member"),
        ("Zoe", "so zoé said", "so a former member said"),
        ("Мария", "тогда мария сказала", "тогда a former member сказала"),
        ("आशा", "और आशा ने आशाएँ", "और a former member ने आशाएँ"),
        ("小雨", "谢谢小雨说", "谢谢a former member说"),
        ("ליאת", "אז ליאת אמרה", "אז a former member אמרה"),
        ("O’Brien", "by O'Brien's", "by a former member's"),
        ("Tom & Jo", "with tom &amp; jo", "with a former member"),
        ("Otter_77", "by otter 77, otter-77", "by a former member, a former member"),
        ("C++ (me)", "by c++ (me)!", "by a former member!"),
    ],
)
def test_names_of_every_script_and_shape(name: str, text: str, left: str) -> None:
    assert Names([Name(name)]).without(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "@Hope, thank you",
        "In reply to Hope\nYes.",
        "> In answer to Hope:\n",
        "<p>In reply to <b>Hope</b></p>",
        "So Hope wrote: rest.",
        "On 5 May, Hope wrote on her page: rest.",
        "hope said: rest.",
        "Dear Hope,\nthank you",
        "Hello <b>Hope</b>, yes",
        "I see. Thank you, Hope!",
        "“Rest.” — Hope",
    ],
)
def test_a_word_of_every_day_goes_where_it_plainly_names_somebody(text: str) -> None:
    left = WORD.without(text)
    assert "hope" not in left.lower() and SOMEBODY in left.lower()


@pytest.mark.parametrize(
    "text",
    [
        "I hope that Hope stays.",
        "Hope helps: it is what we have.",
        "In answer to hope and fear",
        "Thanks hope",
        "Thank you. Hope helps.",
        "- hope\n- rest",
        "Hopeful @Hopeful wrote: yes",
        "the hope wrote itself",
    ],
)
def test_elsewhere_it_stays(text: str) -> None:
    assert WORD.without(text) == text


def test_a_name_that_others_have_goes_where_the_person_took_part() -> None:
    assert OTHERS.without("As maria said", theirs=True) == "As a former member said"
    assert OTHERS.without("As Maria said", theirs=False) == "As Maria said"
    assert OTHERS.without("As @Maria said", theirs=False) == "As @a former member said"


@pytest.mark.parametrize("name", ["Hope", "Rest", "Lavender", "Lyrica", "Brain Fog", "🦦", "…"])
def test_words_that_the_product_knows_and_what_has_no_letter(name: str) -> None:
    assert is_listed(name)


@pytest.mark.parametrize("name", ["Zephyrquill", "Slow Otter", "Otter77", "小雨", "आशा"])
def test_it_knows_no_name_as_a_word(name: str) -> None:
    assert not is_listed(name)


def test_our_own_words_are_words_so_that_nothing_is_taken_out_twice() -> None:
    for word in f"{SOMEBODY} {TAKEN}".replace("[", "").replace("]", "").split():
        assert is_listed(word), word


def test_spellings_have_what_others_leave_out() -> None:
    assert spellings(["Otter 🦦", "OTTER", "~Zoé~", "Zoe", "आशा", "", "🦦"]) == [
        "Otter 🦦", "Otter", "~Zoé~", "Zoé", "आशा", "🦦",
    ]  # fmt: skip


def test_the_form_with_s_is_one_of_longer_names() -> None:
    assert [with_s(name) for name in ("Zephyr", "Ann", "Iris", "Otter77", "")] == [
        "Zephyrs", "", "", "", "",
    ]  # fmt: skip


def test_how_a_text_has_a_word() -> None:
    said = ("zephyrquil",)
    assert ways_of("a zephyrquill", said) == {Kind.WORD}
    assert ways_of("Zephyrquill is a Zephyrquill", said) == {Kind.OTHERS}
    assert ways_of("我喜欢小雨", ("q0xe5b08f", "q0xe99ba8")) == {Kind.WORD}
    assert ways_of("nothing", said) == set()


TEXTS = st.text(alphabet="abZé @>:.\n_-'’\u0301", max_size=60)


@given(TEXTS, st.text(alphabet="abZé -'", min_size=1, max_size=8), st.sampled_from(Kind))
def test_taking_out_twice_is_taking_out_once(text: str, name: str, kind: Kind) -> None:
    if is_listed(name):
        kind = Kind.WORD
    names = Names([Name(name, kind)])
    once = names.without(text)
    assert names.without(once) == once and not names.are_in(once)
