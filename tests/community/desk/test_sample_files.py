"""The files of the sample community: what can be seen without a database."""

import re
from datetime import timedelta

import pytest

from community.desk.sample.markup import NOTICE, body_html
from community.desk.sample.reading import (
    parse_ago,
    read_articles,
    read_blocked_words,
    read_people,
    read_topics,
)
from community.desk.sample.records import SampleArticle
from community.members.naming.names import name_key
from community.members.naming.pseudonyms import is_reserved
from community.screening.pipeline import screen
from community.screening.records import Context, Submission, Term
from community.threads.models import NAME_MAX

ARTICLES = read_articles()
COMMENTS = [(article, said) for article in ARTICLES for said in article.comments]
PEOPLE = {person.key: person for person in read_people()}


def test_stretches_of_time_are_read_and_slips_are_errors() -> None:
    assert parse_ago("3 weeks 2 days 1 hour") == timedelta(days=23, hours=1)
    for slip in ("", "soon", "3 weks", "3 days ago", "3 days, 1 hour", "-1 day"):
        with pytest.raises(ValueError, match="stretch of time"):
            parse_ago(slip)


def test_bodies_are_escaped_and_end_with_the_notice() -> None:
    html = body_html("One <b> & two\nlines\n\n## Head & tail\n\nEnd")
    assert html.startswith("<p>One &lt;b&gt; &amp; two lines</p>\n<h2>Head &amp; tail</h2>")
    assert html.endswith(f"<p>{NOTICE}</p>")


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.key)
def test_every_article_is_whole(article: SampleArticle) -> None:
    known = {topic.key for topic in read_topics()}
    assert article.topics and known.issuperset(article.topics)
    assert article.standfirst and "\n## " in article.body
    assert 300 <= len(article.body.split()) <= 800


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.key)
def test_a_reply_comes_after_what_it_answers(article: SampleArticle) -> None:
    ages = {said.id: said.ago for said in article.comments}
    assert len(ages) == len(article.comments), "an id is given twice"
    for said in article.comments:
        above = ages[said.to] if said.to else article.published
        assert said.ago < above, said.text
        assert [act.ago for act in said.acts] == sorted(
            (act.ago for act in said.acts if act.ago < said.ago), reverse=True
        ), said.text


def test_nobody_speaks_or_decides_before_joining() -> None:
    for _, said in COMMENTS:
        assert not said.by or said.ago < PEOPLE[said.by].joined, said.text
        for act in said.acts:
            assert not act.by or act.do == "flag" or PEOPLE[act.by].role != "member"
            assert not act.by or act.ago < PEOPLE[act.by].joined


def test_nothing_leads_to_anybody_real() -> None:
    everything = "\n".join(
        [said.text for _, said in COMMENTS]
        + [act.text + act.words for _, said in COMMENTS for act in said.acts]
        + [said.text for article in ARTICLES for said in article.imported]
        + [article.body + article.source_url for article in ARTICLES]
    )
    hosts = re.findall(r"https?://([^/\s]+)", everything)
    assert hosts and all(re.fullmatch(r"(.+\.)?example\.(org|com)", host) for host in hosts)
    mailboxes = re.findall(r"\S+@(\w[\w.-]*\w)", everything)
    assert mailboxes and set(mailboxes) == {"sample.example"}
    # 555-0100 to 555-0199 are set aside for invented people.
    numbers = re.findall(r"\+?\d[\d -]{7,}\d", everything)
    assert numbers and all(re.fullmatch(r"\+1 202-555-01\d\d", number) for number in numbers)


def test_names_are_free_and_fit() -> None:
    names = [person.pseudonym for person in PEOPLE.values()]
    guests = {said.guest for _, said in COMMENTS if said.guest}
    assert len({name_key(name) for name in [*names, *guests]}) == len(names) + len(guests)
    assert not [name for name in [*names, *guests] if is_reserved(name)]
    assert all(len(guest) <= NAME_MAX for guest in guests)


def test_what_everybody_sees_is_what_screening_would_have_let_through() -> None:
    words = read_blocked_words()
    context = Context(approved_posts=9, blocked_terms=tuple(map(Term, words.hold)))
    for _, said in COMMENTS:
        if not said.is_screened:
            verdict = screen(Submission(text=said.text), context)
            assert verdict.verdict == "allow", (said.text, verdict.reasons)
            assert PEOPLE[said.by].approved_posts > 1, said.text
