"""Values of attributes that may stay."""

import pytest

from common.html import sanitize
from common.html.policies import ARTICLE_POLICY, COMMENT_POLICY, MAX_SPAN, clean_value


@pytest.mark.parametrize(
    ("attribute", "value", "kept"),
    [
        ("href", " https://Ki.se", "https://ki.se"),
        ("href", "javascript:1", None),
        ("title", "World\nHealth\u202e", "World Health"),
        ("scope", " COL ", "col"),
        ("scope", "x", None),
        ("colspan", "02", "2"),
        ("colspan", "1", None),
        ("rowspan", str(MAX_SPAN), "100"),
        ("rowspan", str(MAX_SPAN + 1), None),
        ("rowspan", "\u0662", None),
        ("style", "color:red", None),
    ],
)
def test_a_value_is_kept_in_one_form_or_not_at_all(attribute, value, kept):
    assert clean_value(attribute, value) == kept
    if kept:
        assert clean_value(attribute, kept) == kept


def test_a_cell_spans_no_more_columns_than_the_limit_and_keeps_its_words():
    rows = "<table><tr><td colspan={}>words</td></tr></table>"
    assert f'<td colspan="{MAX_SPAN}">words' in sanitize(rows.format(MAX_SPAN), ARTICLE_POLICY)
    assert "<td>words" in sanitize(rows.format(MAX_SPAN + 1), ARTICLE_POLICY)


def test_a_link_needs_somewhere_to_lead():
    assert COMMENT_POLICY.start_tag("a", {"title": "x"}) is None
    assert COMMENT_POLICY.start_tag("a", {"href": "&#x6a;avascript:1"}) is None


def test_a_tag_is_written_with_its_kept_attributes_in_order():
    raw = {"scope": "row", "colspan": "3", "onclick": "x"}
    assert ARTICLE_POLICY.start_tag("th", raw) == '<th colspan="3" scope="row">'
    assert COMMENT_POLICY.start_tag("b", raw) == "<b>"
