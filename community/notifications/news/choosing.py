"""Who is told of one thing, and as what. Pure.

Each person is told once, by what concerns them most: an answer to them before a mention, that before
what they follow, the nearest first.
"""

from collections.abc import Iterable, Mapping

REPLY, MENTION, BRANCH, PERSON, THREAD = "reply", "mention", "branch", "person", "thread"
TOPIC = "topic"
NEAREST = (REPLY, MENTION, BRANCH, PERSON, THREAD, TOPIC)

# By which setting a kind comes by mail.
SETTINGS: Mapping[str, str] = {
    "reply": "replies",
    "mention": "mentions",
    "branch": "comments",
    "thread": "comments",
    "person": "comments",
    "topic": "articles",
    "correction": "corrections",
    "withdrawal": "corrections",
    "decision": "decisions",
    "answer": "answers",
    "flag": "answers",
}


def choose(candidates: Iterable[tuple[int, str]], left_out: Iterable[int] = ()) -> dict[int, str]:
    """The kind under which each follower is told, from pairs of follower and kind.

    >>> choose([(1, "thread"), (1, "reply"), (2, "thread"), (3, "person")], left_out=[3])
    {1: 'reply', 2: 'thread'}
    """
    passed_over = set(left_out)
    chosen: dict[int, str] = {}
    for follower, kind in candidates:
        if follower in passed_over:
            continue
        before = chosen.get(follower)
        if before is None or NEAREST.index(kind) < NEAREST.index(before):
            chosen[follower] = kind
    return chosen
