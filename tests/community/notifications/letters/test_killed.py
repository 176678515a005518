"""The worker is killed between handing a letter over and marking it: nothing is lost, nothing renamed.

`LETTER_KILLS=20` in the environment kills it more often.
"""

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.killing import kill_while_sending

KILLS = int(os.environ.get("LETTER_KILLS", "2"))
LETTERS = KILLS + 2
PREPARE = f"""
from articles.library.actions import create_article, publish_article
from community.members.models import Member
from community.threads.actions import post_comment
from community.threads.placing import open_thread
article = publish_article(article=create_article(title="A", body_html="<p>B.</p>"))
thread = open_thread(article)
for number in range({LETTERS}):
    name = f"Reader{{number}}"
    person = Member.objects.create_user(f"{{name}}@people.example", name, approved_posts=5, must_agree=False)
    first = post_comment(thread=thread, author=person, text=f"Question {{number}}").comment
    name = f"Writer{{number}}"
    writer = Member.objects.create_user(f"{{name}}@people.example", name, approved_posts=5, must_agree=False)
    post_comment(thread=thread, author=writer, text=f"Answer {{number}} to that", parent=first)
from community.threads.models import Comment
print(Comment.objects.filter(state="visible", depth=1).count())
"""


@pytest.mark.looks
def test_every_letter_goes_out_and_a_double_has_the_same_name(
    tmp_path: Path, migrated_file: Path
) -> None:
    came = kill_while_sending(tmp_path, migrated=migrated_file, prepare=PREPARE, kills=KILLS)
    assert int(came.said.split()[-1]) == LETTERS
    names = Counter(letter["Message-ID"] for letter in came.letters)
    receivers = {letter["To"] for letter in came.letters}
    assert came.kills == KILLS
    assert len(names) == LETTERS
    assert len(receivers) == LETTERS
    assert sum(names.values()) == LETTERS + KILLS
