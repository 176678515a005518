"""Each guard alone, on HTML that was never tidied."""

import pytest

from common.html import ARTICLE_POLICY, COMMENT_POLICY
from common.html.passes import _cleaners, pass_both

LINKS = [
    "javascript:123",
    "//example.org",
    "https:example.org",
    "data:x",
    "/x",
    "https://a@b.example",
]


@pytest.mark.parametrize("policy", [COMMENT_POLICY, ARTICLE_POLICY])
@pytest.mark.parametrize("guard", [0, 1])
@pytest.mark.parametrize("address", LINKS)
def test_each_guard_alone_refuses_a_link_that_does_not_lead_out(policy, guard, address):
    assert "href" not in _cleaners.of(policy)[guard].clean(f'<a href="{address}">x</a>')


@pytest.mark.parametrize("policy", [COMMENT_POLICY, ARTICLE_POLICY])
@pytest.mark.parametrize("guard", [0, 1])
def test_each_guard_alone_keeps_a_good_link_and_no_other_attribute(policy, guard):
    html = '<a href="https://example.org/" rel="nofollow ugc noopener">x</a>'
    cleaner = _cleaners.of(policy)[guard]
    assert cleaner.clean(html) == html
    assert cleaner.clean('<p title="x" lang="en" onclick="y" style="z">x</p>') == "<p>x</p>"


@pytest.mark.parametrize("policy", [COMMENT_POLICY, ARTICLE_POLICY])
def test_both_guards_make_untidied_html_harmless(
    policy, hostile_strings, comment_offences, article_offences
):
    offences = comment_offences if policy is COMMENT_POLICY else article_offences
    for text in hostile_strings(200, 300):
        passed = pass_both(text.replace("\x00", "").encode("utf-8", "replace").decode(), policy)
        unsafe = [o for o in offences(passed) if not o.startswith(("link ''", "reaches"))]
        assert unsafe == [], ascii(text)


def test_long_text_is_not_cut_inside_a_character_reference():
    text = "&amp;" * 20_001
    assert pass_both(text, COMMENT_POLICY) == text
