"""What a reader sees of a member's page."""

from dataclasses import dataclass, field

from common.text import excerpt
from community.member_pages.actions import lines_of
from community.member_pages.models import HiddenComment, MemberPage, PageLine
from community.members.models import Member
from community.threads.models import Comment

COMMENTS_A_PAGE = 20  # comments of a member: about four screens of a phone
WORDS_SHOWN = 280  # characters of each: enough to know what it is about
Audience = MemberPage.Audience


@dataclass(frozen=True)
class Written:
    """One comment as the page lists it."""

    comment: Comment
    beginning: str
    is_hidden: bool


@dataclass(frozen=True)
class Seen:
    """A member's page as one reader sees it. `closed_to` says from whom the rest of it is kept.

    A disclosed interest is open to everybody: disclosed to a few it would disclose nothing.
    """

    member: Member
    page: MemberPage
    is_own: bool
    closed_to: str = ""
    journey: PageLine | None = None
    interest: PageLine | None = None
    lists_comments: bool = False
    written: list[Written] = field(default_factory=list)
    next_before: int | None = None


def page_of(member: Member) -> MemberPage:
    """What the member chose, or what holds until then."""
    return MemberPage.objects.filter(member=member).first() or MemberPage(member=member)


def see_page(*, member: Member, reader: Member | None, before: int = 0) -> Seen:
    """The page for a reader (None: not signed in), with comments older than the key `before`."""
    page, is_own = page_of(member), reader == member
    lines = {line.kind: line for line in lines_of(member) if is_own or line.is_shown}
    closed_to = "" if is_own else closed(page, reader)
    interest = lines.get(PageLine.Kind.INTEREST)
    if closed_to:
        return Seen(member, page, is_own, closed_to, interest=interest)
    written: list[Written] = []
    next_before = None
    if is_own or page.shows_comments:
        written, next_before = read_written(member, reader, before)
    return Seen(
        member,
        page,
        is_own,
        journey=lines.get(PageLine.Kind.JOURNEY),
        interest=interest,
        lists_comments=is_own or page.shows_comments,
        written=written,
        next_before=next_before,
    )


def closed(page: MemberPage, reader: Member | None) -> str:
    """From whom the page is kept, where it is kept from this reader; "" where it is not."""
    if page.audience == Audience.NOBODY:
        return "everybody"
    return "visitors" if page.audience == Audience.MEMBERS and reader is None else ""


def read_written(
    member: Member, reader: Member | None, before: int
) -> tuple[list[Written], int | None]:
    """Comments of a member that the reader may see, the newest first, and where the next ones begin.

    The member sees those they left out, too.
    """
    rows = Comment.objects.open_to(reader).filter(author=member, is_imported=False)
    if before:
        rows = rows.filter(pk__lt=before)
    if reader != member:
        rows = rows.filter(hidden_on_page=None)
    rows = rows.select_related("thread__article").defer("piece", "thread__article__body_html")
    found = list(rows.order_by("-pk")[: COMMENTS_A_PAGE + 1])
    shown = found[:COMMENTS_A_PAGE]
    keys = [comment.pk for comment in shown]
    hidden = set(HiddenComment.objects.filter(comment__in=keys).values_list("comment", flat=True))
    written = [
        Written(comment, excerpt(comment.body, WORDS_SHOWN), comment.pk in hidden)
        for comment in shown
    ]
    return written, shown[-1].pk if len(found) > COMMENTS_A_PAGE else None
