"""An erasure finds a name that may be an ordinary word in every letter of ours that holds it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from articles.library.actions import find_topics
from community.conversations.actions import start_conversation
from community.members.models import Member
from community.notifications.follows.actions import follower_for
from community.notifications.follows.models import Follow
from community.notifications.letters.items import IN_CONVERSATION, SAID, items_of
from community.notifications.letters.writing import letter_of_one, letter_to_confirm
from community.notifications.news.models import Notification
from community.own_data.names import Kind, Name, Names, is_listed
from community.own_data.storage import names_somebody, scrub_files
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from tests.people import PROVEN, member

NAME = "Violet"
NAMES = Names([Name(NAME, Kind.WORD)])
MAIL = Path(settings.BASE_DIR) / "templates/community/notifications/mail"
OF_COMMENTS = [
    kind for kind in SAID if "{name}" in SAID[kind] or "{name}" in IN_CONVERSATION.get(kind, "")
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for mail."""
    monkeypatch.setattr(settings, "EMAIL_FILE_PATH", str(tmp_path), raising=False)
    return tmp_path


@pytest.fixture
def willow(db: None) -> Member:
    """A member whose name is an ordinary word."""
    assert is_listed(NAME)
    return member(NAME, approved_posts=PROVEN)


@pytest.fixture
def words(thread: Thread, willow: Member) -> list[Comment]:
    """What they wrote below an article, and what began a conversation."""
    topic = find_topics(["Sleep"])[0]
    below = post_comment(thread=thread, author=willow, text="I sleep well.").comment
    began = start_conversation(topic=topic, author=willow, title="Mornings", text="Tea.").comment
    return [below, began]


def is_found(folder: Path, letter: EmailMultiAlternatives) -> bool:
    """Whether an erasure finds the name in a letter that lies in the folder."""
    (folder / "letter.log").write_bytes(letter.message().as_bytes())
    return scrub_files([], NAMES) == 1


@pytest.mark.parametrize("kind", OF_COMMENTS)
def test_the_name_is_found_in_each_kind_of_news(
    folder: Path, words: list[Comment], alice: Member, kind: str
) -> None:
    follower = follower_for(alice)
    for comment in words:
        row = Notification.objects.create(
            follower=follower, kind=kind, key=f"x-{comment.pk}", comment=comment
        )
        letter = letter_of_one(items_of([row])[0])
        assert is_found(folder, letter) == (NAME in letter.body)
    assert NAME in letter.body


@pytest.mark.parametrize("kind", [Follow.Kind.PERSON, Follow.Kind.BRANCH])
def test_the_name_is_found_in_a_letter_that_asks_to_confirm(
    folder: Path, words: list[Comment], willow: Member, alice: Member, kind: str
) -> None:
    target = willow.pk if kind == Follow.Kind.PERSON else words[0].pk
    follow = Follow.objects.create(follower=follower_for(alice), kind=kind, target=target)
    letter = letter_to_confirm(follow, "confirm-1")
    assert NAME in letter.body and is_found(folder, letter)


def test_every_letter_greets_by_the_words_that_an_erasure_knows() -> None:
    greeted = 0
    for file in MAIL.glob("*.txt"):
        text = file.read_text(encoding="utf-8")
        assert not re.search("author_name|pseudonym", text), f"{file.name} names somebody by itself"
        text = re.sub(r"{% (?!autoescape).*?%}", "", text)
        for line in text.splitlines():
            if re.search(r"{{ (recipient\.)?name }}", line):
                line = re.sub(r"^{% autoescape off %}", "", line)
                assert names_somebody(re.sub(r"{{.*?}}", NAME, line), NAMES), (file.name, line)
                greeted += 1
    assert greeted >= 10
