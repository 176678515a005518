"""What holds for every text: it is read or refused in words, and no line of it is lost."""

import re
from collections import Counter
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.importing.formats import text
from articles.importing.plaintext.lines import split_lines
from articles.importing.records import ParsedArticle, ParseError

MARKER = re.compile(r"^(?:(?:\d{1,5}[.)]|[•‣◦▪●○■□∙⁃]|[·*+\-–](?=\s))\s*|#{1,6}\s+)")
SENTENCE = "The water was warm, and nobody in the trial wanted to leave it again."
LONG = "Warm baths eased pain in four of five patients, a small trial in two hospitals has found."
PIECES = st.sampled_from([
    SENTENCE, LONG + " " + SENTENCE * 2, "A short line", "How it worked", "Why does it help?",
    "“We did not expect it,” she said.", "The doctors suggest:", "Comments", "3 Comments",
    "Leave a Reply", "Please enter your comment!", "Subscribe to our newsletter", "Share", "Reply",
    "You might also like...", "Related stories", "About the author", "Trackbacks", "Advertisement",
    "Source: https://example.org/warm", "Source:", "Example Institute", "References:", "Tags: a, b",
    "By Jane Roe", "12 March 2024", "03/04/2024", "Alice says:", "3 May 2020 at 10:14 am",
    "Pingback: another page", "***", "---", "…", "👍", "i have had it for years", "x" * 120,
    "1.", "2)", "•", "-", "# A heading", "## 2 thoughts on “Warm water”", "Summary:", "By",
])  # fmt: skip
MARKERS = st.sampled_from(["", "", "", "", "1. ", "2. ", "3. ", "1) ", "12. ", "• ", "- ", "* "])
INDENTS = st.sampled_from(["", "", "", "  ", "    ", "      ", "\t", "\u00a0 "])
LINES = st.one_of(
    st.just(""),
    st.tuples(INDENTS, MARKERS, PIECES).map("".join),
    st.tuples(INDENTS, MARKERS, st.text(max_size=40)).map("".join),
)
PAGES = st.lists(LINES, max_size=40).map("\n".join)
TITLED = PAGES.map(lambda page: f"Warm water\n\n{SENTENCE}\n\n{SENTENCE}\n\n{page}")


# The fixture gives a function that keeps nothing between one example and the next.
FIXTURE = [HealthCheck.function_scoped_fixture]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    read_or_refuse(data)


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused_in_words(page: str) -> None:
    read_or_refuse(page.encode("utf-8", "surrogatepass"))


def read_or_refuse(data: bytes) -> None:
    """Read a document; it may only fail with a sentence that says what to do."""
    text.detect(data, "page.txt")
    try:
        list(text.parse(data))
    except ParseError as error:
        assert error.reason.endswith(".")
        assert error.line is None or error.line > 0


@settings(max_examples=400, suppress_health_check=FIXTURE)
@given(page=st.one_of(PAGES, TITLED))
def test_no_line_is_lost(page: str, words: Callable[[str], list[str]]) -> None:
    try:
        (article,) = text.parse(page.encode("utf-8", "replace"))
    except ParseError:
        return
    kept = "\n".join(squeezed(line) for line in everything(article, words))
    wanted = Counter(squeezed(MARKER.sub("", line.text)).rstrip("# ") for line in split_lines(page))
    for line, times in wanted.items():
        assert not line or kept.count(line) >= times, line


@settings(max_examples=200)
@given(page=TITLED)
def test_comments_hang_together(page: str) -> None:
    try:
        (article,) = text.parse(page.encode("utf-8", "replace"))
    except ParseError:
        return
    seen: set[str | None] = {None}
    for comment in article.comments:
        assert comment.parent_id in seen, "a parent comes before its replies"
        assert comment.external_id not in seen, "an id names one comment"
        assert comment.body_html.startswith("<p>"), "a comment has words"
        seen.add(comment.external_id)


def everything(article: ParsedArticle, words: Callable[[str], list[str]]) -> list[str]:
    """All lines that came out of a document, wherever they went."""
    told = [*article.dropped, *article.recognised]
    comments = [line for comment in article.comments for line in words(comment.body_html)]
    return [*words(article.body_html), *comments, *(line.text for line in told)]


def squeezed(line: str) -> str:
    """A line with single spaces, as wrapped lines are joined."""
    return " ".join(line.split())
