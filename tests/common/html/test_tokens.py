"""HTML cut into text and tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.html.tokens import Aside, End, Start, Text, tokens


@pytest.mark.parametrize(
    "text",
    ["", "3 < 5", "<3", "a <- b", "<", "<b", "</", "</3>", "<b <i", "<me@example.org>"]
    + ["<https://ki.se>", "<b='x>", "<!-- x", "<!x", "</ b>"],
)
def test_what_is_no_tag_is_text(text):
    assert list(tokens(text)) == ([Text(text)] if text else [])


@pytest.mark.parametrize(
    ("html", "attributes"),
    [
        ("<a>", {}),
        ("<A HREF=x>", {"href": "x"}),
        ("<a href = 'x y' href=z>", {"href": "x y"}),
        ('<a href="x"title=\'"\'>', {"href": "x", "title": '"'}),
        ("<a/href=x/>", {"href": "x/"}),
        ("<a b c=>", {"b": "", "c": ""}),
        ('<a title="<b>">', {"title": "<b>"}),
        ("<a href=it's>", {"href": "it's"}),
    ],
)
def test_a_start_tag_has_the_attributes_a_browser_sees(html, attributes):
    assert list(tokens(html)) == [Start("a", attributes, html)]


def test_text_tags_and_asides_come_in_order():
    assert list(tokens("a<b>c</B ><!-- <i> --><!x><?y>")) == [
        Text("a"),
        Start("b", {}, "<b>"),
        Text("c"),
        End("b", "</B >"),
        Aside("<!-- <i> -->"),
        Aside("<!x>"),
        Aside("<?y>"),
    ]


@pytest.mark.parametrize("end", ["</script>", "</SCRIPT >", ""])
def test_a_script_is_one_text_up_to_its_end(end):
    found = list(tokens("<script>a<b>'</scripts>" + end, frozenset({"script"})))
    assert found[:2] == [Start("script", {}, "<script>"), Text("a<b>'</scripts>")]
    assert len(found) == (3 if end else 2)


@given(
    st.lists(st.sampled_from([*"<>/='\" !-?ab\n", "<a", "<!--", "-->", "<script>"])).map("".join)
)
def test_the_tokens_joined_give_the_html_again(html):
    for raw_elements in (frozenset(), frozenset({"script"})):
        assert "".join(token.raw for token in tokens(html, raw_elements)) == html
