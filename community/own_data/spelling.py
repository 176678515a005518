"""Says in plain words what the columns of a row hold as codes. The code stays beside the words, for programs."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from community.threads.models import Comment, Thread

SUFFIX = "_in_words"
# What became of a comment, said to the person who wrote it.
OF_COMMENTS: Mapping[str, str] = {
    Comment.State.PENDING: "waiting until a moderator has read it; only you can see it",
    Comment.State.VISIBLE: "everyone can see it",
    Comment.State.REJECTED: "not published; only you can see it",
    Comment.State.REMOVED: "removed by a moderator; only you can see it",
    Comment.State.WITHDRAWN: "taken back by you; readers do not see it",
}
FOR_MEMBERS = "members can see it"


def state_in_words(comment: Comment) -> str:
    """Where a comment stands, for example "everyone can see it"."""
    if comment.erased_at:
        return "erased by you"
    is_for_members = comment.thread.audience == Thread.Audience.MEMBERS
    if comment.state == Comment.State.VISIBLE and is_for_members:
        return FOR_MEMBERS
    return OF_COMMENTS[comment.state]


def spelled(model: type[Model], row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with the words of each code behind it: `{"state": "kept", "state_in_words": "The decision stands"}`."""
    told: dict[str, Any] = {}
    for name, value in row.items():
        told[name] = value
        labels = labels_of(model, name)
        if labels:
            told[name + SUFFIX] = labels.get(value, "")
    return told


def labels_of(model: type[Model], name: str) -> dict[Any, str]:
    """The words of a column's codes; `text__kind` is the column of another table. Empty where it has none."""
    *steps, last = name.split("__")
    for step in steps:
        related = model._meta.get_field(step).related_model
        assert related is not None
        model = related
    column = model._meta.get_field(last)
    return {code: str(words) for code, words in getattr(column, "flatchoices", ()) if code}
