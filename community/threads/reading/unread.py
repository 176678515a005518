"""What is new in a thread since a member was here; guests have it on their device only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest

from django.urls import reverse

from community.members.models import Member
from community.threads.models import Comment
from community.threads.reading.pages import Stored, Tools
from community.threads.reading.visits import ThreadVisit

# Pages opened within it are one visit: what was new at its beginning stays marked.
VISIT = timedelta(minutes=30)
NEW_MAX = 200  # new comments that are counted; nobody reads more in one go
SEEN_EVERY = timedelta(minutes=5)  # a visit that goes on is written down as often


@dataclass(frozen=True)
class Unread:
    """The comments of others since `since`, in the order of the thread, and whether there are more."""

    since: datetime
    keys: tuple[int, ...]
    is_capped: bool = False

    @property
    def first_url(self) -> str:
        """Where the first of them is."""
        return reverse("comment_permalink", args=[self.keys[0]]) if self.keys else ""

    def marking(self, tools: Tools) -> Tools:
        """Tools that begin with a mark at what is new, and a link to the next."""
        following = dict(zip_longest(self.keys, self.keys[1:], fillvalue=0))

        def marked(comment: Stored) -> str:
            if comment.pk not in following:
                return tools(comment)
            return new_mark(following[comment.pk]) + tools(comment)

        return marked


def new_mark(next_key: int) -> str:
    """HTML of the mark; with a link where another new comment follows."""
    mark = '<b class="new-mark">New</b>'
    if not next_key:
        return mark
    return f'{mark}<a href="{reverse("comment_permalink", args=[next_key])}">Next new</a>'


def read_unread(*, member: Member, thread_id: int, now: datetime) -> Unread | None:
    """What is new for a member, and note the visit; None at the first one. Three statements at most."""
    visit = ThreadVisit.objects.filter(member=member, thread=thread_id).first()
    if visit is None:
        ThreadVisit.objects.bulk_create(
            [ThreadVisit(member=member, thread_id=thread_id, seen_at=now, new_since=now)],
            ignore_conflicts=True,
        )
        return None
    since = visit.seen_at if now - visit.seen_at > VISIT else visit.new_since
    if now - visit.seen_at > SEEN_EVERY:
        rows = ThreadVisit.objects.filter(pk=visit.pk)
        rows.update(seen_at=now, new_since=since)
    new = Comment.objects.on_branch_pages(thread_id).visible().filter(created_at__gt=since)
    keys = new.exclude(author=member).order_by("path").values_list("pk", flat=True)
    found = list(keys[: NEW_MAX + 1])
    return Unread(since, tuple(found[:NEW_MAX]), is_capped=len(found) > NEW_MAX)
