"""The finished HTML of one comment, made when it is written.

Marks stand where a page puts in what is not known yet or changes without the comment changing:
its key, how long ago it was written, and what this reader may do with it. They are control
characters, which sanitised text cannot contain.
"""

from functools import cache

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from common.html import comment_html
from community.threads.models import Comment, Thread
from community.threads.tree import NAMED_PARENT_DEPTH
from community.yardsticks.waiting import usual_wait

# Raised with every change of how a piece looks: the worker then makes anew what was stored before.
PIECES_VERSION = 1

WHEN = "\x01"
TOOLS = "\x02"
KEY = "\x03"

# What keeps the place of a comment that readers no longer see.
GAPS = {
    Comment.State.PENDING: "A moderator is reading this comment before it appears again.",
    Comment.State.REJECTED: "A moderator read this comment, and it did not appear again.",
    Comment.State.REMOVED: "A moderator removed this comment.",
    Comment.State.WITHDRAWN: "The person who wrote this comment took it back.",
}


def render_piece(comment: Comment) -> str:
    """HTML of a comment as every reader sees it: its words, or honest words in their place."""
    if comment.state in GAPS:
        gap = GAPS[Comment.State(comment.state)]
        context = {"comment": comment, "gap": gap, "key": KEY}
        return render_to_string("community/threads/gap.html", context).strip()
    return render_words(comment)


def render_pointer(pointer: Comment, to: Thread) -> str:
    """HTML of what keeps the place of a branch that was moved to a thread."""
    context = {"comment": pointer, "key": KEY, "moved_to": pointer.moved_to, "thread": to}
    context["is_here"] = pointer.thread_id == to.pk
    return render_to_string("community/threads/pointer.html", context).strip()


def render_words(comment: Comment, *, is_waiting: bool = False) -> str:
    """HTML of a comment with its words, whatever its state (for its author and moderators)."""
    parent = comment.parent if comment.depth >= NAMED_PARENT_DEPTH else None
    context = {"comment": comment, "badge": badge(comment), "parent": parent}
    context |= marks() | {"is_waiting": is_waiting, "note": note_html(comment)}
    if comment.author is not None and not comment.is_imported:
        context["page_url"] = comment.author.get_absolute_url()
        context["has_interest"] = comment.author.has_interest
    # One that waits is nobody's business yet; an opening is no comment, its marks belong to the page it begins.
    context["described"] = not is_waiting and not comment.is_opening
    context["marked"] = not is_waiting
    if is_waiting:
        context["usual_wait"] = usual_wait()
    return render_to_string("community/threads/comment.html", context).strip()


def note_html(comment: Comment) -> SafeString:
    """A moderator's note below the comment, as HTML; "" where there is none."""
    html = comment_html(comment.annotation) if comment.annotation else ""
    return mark_safe(html)  # noqa: S308 - sanitised


def badge(comment: Comment) -> tuple[str, str]:
    """Kind and words of the badge beside the name; guests have none."""
    if comment.is_imported:
        return "imported", "Imported"
    if comment.author is None:
        return "", ""
    return comment.author.role, comment.author.get_role_display()


@cache
def marks() -> dict[str, str]:
    """What stands for itself until `fill`: the marks, and addresses with the key's mark in them."""
    return {
        "key": KEY,
        "when": WHEN,
        "tools": TOOLS,
        "permalink": reverse("comment_permalink", args=[0]).replace("0", KEY),
        "reply_link": reverse("reply", args=[0]).replace("0", KEY),
    }


@cache
def readers_tools(given: str = "") -> str:
    """HTML of what everybody can do about a comment, with the key's mark in it.

    One can say something with a button (`given` is what this reader said), point at it, follow it.
    """
    support = reverse("support_comment", args=[0]).replace("0", KEY)
    said = 'Support<span class="vh"> this comment</span>'
    if given:
        said = f'You said “{escape(given)}”<span class="vh">. Change it or take it back</span>'
    flag = reverse("flag_comment", args=[0]).replace("0", KEY)
    more = reverse("more_about_comment", args=[0]).replace("0", KEY)
    return (
        f'<a class="support-link" href="{support}">{said}</a>'
        f'<a class="flag-link" href="{flag}">Flag<span class="vh"> this comment</span></a>'
        f'<a class="flag-link" href="{more}">More<span class="vh"> about this comment</span></a>'
    )


def folded(html: str) -> str:
    """A comment of somebody whom the reader muted: one line, and the words behind it."""
    return (
        '<details class="muted"><summary>You muted who wrote this. Show the comment</summary>'
        f"{html}</details>"
    )


def fill(piece: str, *, key: int, when: str, tools: str = "") -> str:
    """A stored piece with its marks filled in; the tools may have the mark of the key, too."""
    return piece.replace(TOOLS, tools).replace(KEY, str(key)).replace(WHEN, when)
