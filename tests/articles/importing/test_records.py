"""What a problem with a document says, and what a record holds when the document says nothing."""

import pickle

import pytest

from articles.importing.records import ParsedArticle, ParsedComment, ParseError


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ParseError("It is empty."), "It is empty."),
        (ParseError("It is empty.", 3), "line 3: It is empty."),
        (ParseError("It is empty.", 3, 7), "line 3, column 7: It is empty."),
    ],
)
def test_a_problem_names_its_place_as_far_as_it_is_known(error: ParseError, said: str) -> None:
    assert str(error) == said


def test_a_problem_survives_the_way_to_another_process() -> None:
    error = pickle.loads(pickle.dumps(ParseError("It is empty.", 3, 7)))
    assert (error.reason, error.line, error.column) == ("It is empty.", 3, 7)


def test_what_a_document_does_not_say_is_empty() -> None:
    article = ParsedArticle(title="Warm water", body_html="<p>It helps.</p>")
    assert (article.author, article.source_url, article.external_id) == ("", "", "")
    assert (article.published_at, article.updated_at) == (None, None)
    assert (article.topics, article.comments, article.dropped) == ([], [], [])


def test_a_comment_is_visible_and_has_no_name_unless_the_document_says_otherwise() -> None:
    comment = ParsedComment(external_id="1", body_html="<p>Me too</p>")
    assert (comment.state, comment.author_name, comment.author_email) == ("visible", "", "")
    assert (comment.parent_id, comment.created_at) == (None, None)
