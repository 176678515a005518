"""The people of the tests, and an article they talk under."""

import pytest

from articles.library.actions import create_article, publish_article
from articles.models import Article
from community.members.models import Member
from community.threads.models import Comment, Thread
from community.threads.placing import open_thread
from community.threads.posting.submissions import Guest

PROVEN = 5  # approved posts: well above what earns direct posting


def member(name: str, **fields: object) -> Member:
    """Somebody who agreed to everything that is asked."""
    fields = {"must_agree": False} | fields
    return Member.objects.create_user(f"{name.lower()}@people.example", name, **fields)


@pytest.fixture
def alice(db: None) -> Member:
    """A member whose posts appear at once."""
    return member("Alice", approved_posts=PROVEN)


@pytest.fixture
def bob(db: None) -> Member:
    """Another member like Alice."""
    return member("Bob", approved_posts=PROVEN)


@pytest.fixture
def nadia(db: None) -> Member:
    """A new member whose posts wait."""
    return member("Nadia")


@pytest.fixture
def gus() -> Guest:
    """A guest who left an address."""
    return Guest("Gus", "gus@people.example")


@pytest.fixture
def mo(db: None) -> Member:
    """A moderator."""
    return member("Mo", role=Member.Role.MODERATOR)


@pytest.fixture
def mia(db: None) -> Member:
    """Another moderator."""
    return member("Mia", role=Member.Role.MODERATOR)


@pytest.fixture
def stefan(db: None) -> Member:
    """Staff."""
    return member("Stefan", role=Member.Role.STAFF)


@pytest.fixture
def article(db: None) -> Article:
    """A published article with nothing below it."""
    body = "<p>People who rest early walk further.</p><h2>Why</h2><p>Nobody knows.</p>"
    return publish_article(article=create_article(title="Resting early", body_html=body))


@pytest.fixture
def thread(article: Article) -> Thread:
    """The thread of the article."""
    return open_thread(article)


@pytest.fixture
def grow(thread: Thread, alice: Member):
    """Returns a function that stores visible comments quickly: `grow(3)` or `grow(3, parent)`."""
    from django.utils import timezone

    from community.threads.bulk import NewComment, store_comments

    def make(count: int, parent: Comment | None = None) -> list[Comment]:
        new = [
            NewComment(
                body=f"Words {n}",
                body_html=f"<p>Words {n}</p>",
                author_name="Alice",
                created_at=timezone.now(),
                parent=parent,
                fields={"author": alice},
            )
            for n in range(count)
        ]
        thread.refresh_from_db()
        return store_comments(thread, new)

    return make
