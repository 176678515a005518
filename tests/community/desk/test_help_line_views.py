"""Staff keep the help lines."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from community.desk.help_line_forms import BLANK_LINES, LINES_MAX
from community.help_lines.models import HelpCountry
from community.help_lines.reading import for_country
from community.members.models import Member
from tests.moderation_pages import page, words


@pytest.fixture
def as_stefan(stefan: Member) -> Client:
    client = Client()
    client.force_login(stefan)
    return client


def sent(lines: list[dict[str, str]], **country: str) -> dict[str, Any]:
    """What the form of a country sends."""
    given = {"name": "Sweden", "emergency": "112", **country}
    given |= {"lines-TOTAL_FORMS": str(len(lines)), "lines-INITIAL_FORMS": "0"}
    for number, line in enumerate(lines):
        given |= {f"lines-{number}-{field}": value for field, value in line.items()}
    return given


def test_the_list_says_which_were_checked(as_stefan: Client) -> None:
    HelpCountry.objects.create(code="SE", name="Sweden", emergency="112", checked_at="2026-11-01")
    text = words(page(as_stefan, "/desk/help-lines/").css_first("main"))
    assert "Checked on 1 November 2026" in text and "First content, not checked here" in text


def test_the_first_content_stands_in_the_form_with_room_for_more(as_stefan: Client) -> None:
    found = page(as_stefan, "/desk/help-lines/SE/")
    values = [box.attributes["value"] for box in found.css("[name$=-name][value]")]
    assert values == ["Mind Självmordslinjen"]
    assert len(found.css("fieldset")) == len(values) + BLANK_LINES


def test_lines_are_stored_in_order_and_empty_ones_left_out(as_stefan: Client) -> None:
    lines = [
        {"name": "First", "phone": "1"},
        {},
        {"name": "Second", "url": "https://example.org/", "languages": "sv, en"},
    ]
    response = as_stefan.post("/desk/help-lines/SE/", sent(lines, checked_at="2026-11-20"))
    assert response.status_code == 302
    shown = for_country("SE").lines
    assert [line.name for line in shown][:2] == ["First", "Second"]
    assert shown[1].languages == ("sv", "en")
    assert LogEntry.objects.get().change_message == "Help lines: 2 stored"


def test_a_new_country_needs_its_two_letters(as_stefan: Client) -> None:
    line = [{"name": "Line", "phone": "1"}]
    for code in ("", "S", "Sweden", "S1"):
        answer = as_stefan.post("/desk/help-lines/add/", sent(line, code=code))
        assert answer.status_code == 200 and "error-summary" in answer.content.decode()
    assert as_stefan.post("/desk/help-lines/add/", sent(line, code="pt")).status_code == 302
    assert HelpCountry.objects.get().code == "PT"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"phone": "123"}, "Please name the line"),
        ({"name": "Line"}, "Please give a telephone number"),
        ({"name": "x" * 101, "phone": "1"}, "holds up to 100 characters"),
        ({"name": "Line", "phone": "1" * 61}, "holds up to 60 characters"),
        ({"name": "Line", "url": "not an address"}, "Please write the whole address"),
    ],
)
def test_what_cannot_be_dialled_comes_back(
    as_stefan: Client, line: dict[str, str], says: str
) -> None:
    answer = as_stefan.post("/desk/help-lines/SE/", sent([line])).content.decode()
    assert says in answer and not HelpCountry.objects.exists()
    assert all(value in answer for value in line.values())


def test_there_are_not_more_lines_than_somebody_can_choose_among(as_stefan: Client) -> None:
    lines = [{"name": f"Line {n}", "phone": "1"} for n in range(LINES_MAX + 1)]
    answer = as_stefan.post("/desk/help-lines/SE/", sent(lines)).content.decode()
    assert f"at most {LINES_MAX}" in answer and not HelpCountry.objects.exists()


def test_the_first_content_can_be_brought_back(as_stefan: Client) -> None:
    as_stefan.post("/desk/help-lines/SE/", sent([{"name": "Line", "phone": "1"}]))
    as_stefan.post("/desk/help-lines/SE/reset/")
    assert for_country("SE").lines[0].name == "Mind Självmordslinjen"


def test_a_country_that_is_not_there_is_not_found(as_stefan: Client) -> None:
    assert as_stefan.get("/desk/help-lines/XX/").status_code == 404
