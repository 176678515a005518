"""What every thread says of itself, wherever it stands."""

from articles.models import Article
from community.threads.models import Thread


def test_a_thread_is_known_by_its_article_and_open_as_long_as_that_is(thread: Thread) -> None:
    article = thread.article
    assert thread.title == article.title
    assert thread.get_absolute_url() == article.get_absolute_url()
    assert thread.is_open_to_readers
    article.state = Article.State.WITHDRAWN
    assert not thread.is_open_to_readers
