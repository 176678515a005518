"""From the comments as an export tells them to those that are taken, the others counted."""

from collections.abc import Sequence
from dataclasses import replace

from articles.importing.exports.leaving_out import DELETED, TWICE, LeftOut
from articles.importing.exports.trees import Told, arrange
from articles.importing.records import ParsedComment

# Begin the id of a comment that has none of its own: its place.
_PLACES = ("line ", "number ")


def kept_comments(told: Sequence[Told], left_out: LeftOut) -> list[ParsedComment]:
    """Give the comments that are taken, parents first; count the others in `left_out`."""
    for one in told:
        if one.reason:
            left_out.comments(one.reason)
    found = arrange(told)
    left_out.comments(DELETED, found.childless)
    left_out.comments(TWICE, found.repeated)
    # An export names every comment; only where it forgot to, the place stands for the name.
    return [
        replace(one, is_known_by_id=not one.external_id.startswith(_PLACES))
        for one in found.comments
    ]


def emptied(external_id: str, parent_id: str | None, line: int | None = None) -> Told:
    """Give a comment whose words are gone, and which keeps its place while it has replies."""
    place = ParsedComment(
        external_id=external_id, parent_id=parent_id, body_html="", state="removed", line=line
    )
    return Told(place, "emptied")


def dropped(external_id: str, parent_id: str | None, reason: tuple[str, str]) -> Told:
    """Give a comment that is left out, so that its replies find what it answered."""
    place = ParsedComment(external_id=external_id, parent_id=parent_id, body_html="")
    return Told(place, "dropped", reason)
