"""Topics are proposed from the words of an article, with the words that spoke for them."""

from typing import Any

from articles.library.actions import create_article, find_topics, publish_article
from articles.topics import reading
from articles.topics.proposing import PROPOSED_MAX, Known, propose_topics
from articles.topics.reading import known_topics

SLEEP = Known("Sleep", "Nights that do not restore, and what they do to the day after.")
WORK = Known("Work", "Keeping a job with an illness that colleagues cannot see.")
TRIALS = Known("Treatment trials", "Medicines and programmes, told with their limits.")
TOPICS = (SLEEP, WORK, TRIALS)


def names(title: str, text: str = "", topics: Any = TOPICS) -> list[str]:
    return [one.name for one in propose_topics(title, text, topics)]


def test_the_words_that_spoke_for_a_topic_are_told_as_they_are_written() -> None:
    [first, *_] = propose_topics("Bad nights", "Those who slept badly were sleeping again.", TOPICS)
    assert first.name == "Sleep" and set(first.words) >= {"nights"}


def test_what_speaks_for_nothing_gives_nothing() -> None:
    assert names("A quiet year in the garden", "Tulips came up, and the apples were late.") == []
    assert names("", "") == [] and names("Bad nights", topics=()) == []


def test_articles_under_a_topic_teach_it_their_words() -> None:
    text = "Melatonin and a dark room were compared."
    assert "Sleep" not in names("Melatonin compared", text)
    learned = Known(SLEEP.name, SLEEP.description, ["Melatonin in the evening", "A dark room"])
    assert names("Melatonin compared", text, (learned, WORK, TRIALS))[0] == "Sleep"


def test_a_word_that_all_topics_know_speaks_for_none() -> None:
    topics = [Known(name, "Pain and its company.") for name in ("Harbour", "Inland", "Island")]
    assert names("Pain again", "Pain.", topics) == []


def test_no_more_than_a_few_are_proposed() -> None:
    topics = [Known(f"Sleep {word}") for word in ("early", "late", "deep", "light", "short")]
    title = "Sleep early, late, deep, light and short"
    assert len(names(title, topics=topics)) == PROPOSED_MAX


def test_the_archive_is_asked_in_two_questions(db: None, django_assert_num_queries: Any) -> None:
    for number in range(5):
        find_topics([f"Topic {number}"])
    article = create_article(title="Melatonin", body_html="<p>x</p>", topics=["Topic 1"])
    publish_article(article=article)
    with django_assert_num_queries(2):
        found = known_topics()
    assert [len(topic.texts) for topic in found] == [0, 1, 0, 0, 0]
    assert all(not topic.texts for topic in known_topics(besides=article.pk))


def test_of_each_topic_the_newest_articles_are_read(db: None, monkeypatch: Any) -> None:
    monkeypatch.setattr(reading, "ARTICLES_READ", 2)
    for number in range(4):
        article = create_article(title=f"Night {number}", body_html="<p>x</p>", topics=["Sleep"])
        publish_article(article=article)
    [topic] = known_topics()
    assert [text.split()[1] for text in topic.texts] == ["3", "2"]
