"""Which help lines people are shown: those that staff keep, else the first content."""

import pytest
from django.test import Client

from community.help_lines.actions import NotAllowed, change_country, reset_country
from community.help_lines.reading import for_country, public_numbers
from community.members.models import Member
from community.screening.help_line_list import FIND_A_HELPLINE, HELP_LINES
from community.threads.actions import post_comment
from community.threads.models import Thread

LINE = {"name": "Somebody Listens", "phone": "01632 960555", "hours": "8 to 20, every day"}


def keep(editor: Member, **changes: object) -> None:
    given = {"code": "SE", "name": "Sweden", "emergency": "112", "lines": [LINE], **changes}
    change_country(editor=editor, **given)


@pytest.mark.django_db
@pytest.mark.parametrize("code", [*HELP_LINES, "", "XX", None, "se"])
def test_everybody_is_shown_the_way_to_lines_of_other_countries(code: str | None) -> None:
    assert for_country(code).lines[-1] == FIND_A_HELPLINE


@pytest.mark.django_db
def test_a_reader_from_an_unknown_country_is_not_given_a_wrong_number() -> None:
    assert (for_country(None).emergency, for_country("XX").lines) == ("", (FIND_A_HELPLINE,))


def test_what_staff_keep_is_shown_instead_of_the_first_content(stefan: Member) -> None:
    keep(stefan)
    assert [line.name for line in for_country("se").lines] == [LINE["name"], FIND_A_HELPLINE.name]
    reset_country(code="SE", editor=stefan)
    assert LINE["name"] not in [line.name for line in for_country("SE").lines]


def test_a_country_that_was_not_there_can_be_added(stefan: Member) -> None:
    keep(stefan, code="PT", name="Portugal", emergency="112")
    assert for_country("PT").country == "Portugal"
    page = Client(headers={"Accept-Language": "pt-PT"}).get("/help-lines/").content.decode()
    assert "Somebody Listens" in page and "Portugal" in page


def test_a_reader_may_choose_the_country(db: None) -> None:
    page = Client(headers={"Accept-Language": "sv-SE"}).get("/help-lines/?country=FR")
    assert "France</h2>" in page.content.decode()


def test_a_number_that_staff_added_may_be_passed_on(
    thread: Thread, stefan: Member, alice: Member
) -> None:
    text = "They were kind to me. Call 01632 960555."
    assert post_comment(thread=thread, author=alice, text=text).comment.state == "pending"
    keep(stefan)
    assert "01632960555" in public_numbers()
    again = post_comment(thread=thread, author=alice, text=f"Once more: {text}").comment
    assert again.is_visible


def test_only_staff_change_help_lines(mo: Member) -> None:
    with pytest.raises(NotAllowed):
        keep(mo)
    with pytest.raises(NotAllowed):
        reset_country(code="SE", editor=mo)
