"""Pages that only who has their address can open: answers, and the links of letters."""

from django.utils import timezone

from articles.ask.actions import store_question
from articles.ask.answering import answer
from articles.models import Article, Issue, Subscriber, Topic
from articles.newsletter.actions import create_issue, pick_article, subscribe
from articles.newsletter.links import token_of as newsletter_token
from community.asking.references import answer_url
from community.members.models import Member
from community.moderation.decisions.actions import reject_comment
from community.notifications.follows.actions import ask_to_follow, follower_for
from community.notifications.follows.links import letters_token
from community.notifications.follows.models import Follow, Follower
from community.notifications.letters.returned import stop_mail
from community.old_words.links import LINKS
from community.old_words.models import AddressProof
from community.own_data.links import token_of as erasure_token
from community.own_data.models import Erasure
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.receipts import receipt_token

HOUSE = (
    "/guidelines/",
    "/agreements/guidelines/",
    "/agreements/guidelines/1/",
    "/privacy/",
    "/help-lines/",
    "/accessibility/",
    "/comfort/",
    "/account/login/",
    "/account/signup/",
    "/account/signed-out/",
    "/account/inactive/",
    "/ask/deleted/",
    "/privacy/how-long/",
)
OWN_AGREEMENTS = ("/account/agreements/", "/account/agreements/withdraw/")
OWN_KEYS = (
    "/account/keys/app/",
    "/account/keys/passkeys/add/",
    "/account/again/",
    "/account/logout/",
)


def letter_pages() -> list[str]:
    """Where a guest follows something, and what the links of letters open."""
    topic, comment = Topic.objects.first(), Comment.objects.visible().first()
    assert topic and comment
    ask_to_follow(kind=Follow.Kind.TOPIC, target=topic.pk, address="gus@people.example")
    follow = Follow.objects.get(follower__email="gus@people.example")
    letters = f"/letters/{letters_token(follow.follower)}/"
    opened = ("", "pause/", "stop/comments/", f"confirm/{follow.pk}/")
    return [
        f"/follow/topic/{topic.pk}/",
        "/follow/asked/",
        f"/comments/{comment.pk}/more/",
        *(letters + page for page in opened),
    ]


def after_posting_pages(member: Member) -> list[str]:
    """What a member is asked below a first comment; and, from now on, that their letters came back."""
    stop_mail(follower=follower_for(member), why=Follower.Stopped.RETURNED)
    own = Comment.objects.filter(author=member).values("thread")
    thread = Thread.objects.exclude(article=None).exclude(pk__in=own)[0]
    posted = post_comment(thread=thread, author=member, text="Thank you, I rest, too.").comment
    return [f"{posted.get_absolute_url()}?posted={posted.pk}"]


def newsletter_pages() -> list[str]:
    """The newsletter, its archive, and what the links of its letters open."""
    subscribe(address="gus@people.example", rhythm="weekly")
    links = f"/newsletter/{newsletter_token(Subscriber.objects.get())}/"
    article = Article.objects.published()[0]
    issue = create_issue(title="News of the week", opening="Warm days.")
    pick_article(issue=issue, article=article)
    Issue.objects.update(started_at=timezone.now(), state="sent")
    return [
        "/newsletter/",
        "/newsletter/asked/",
        "/newsletter/issues/",
        issue.get_absolute_url(),
        *(links + page for page in ("confirm/", "choices/", "leave/")),
    ]


def old_comment_pages() -> list[str]:
    """What somebody finds who proved an address from elsewhere, and how to."""
    found = Comment.objects.visible().filter(is_imported=True)[0]
    Comment.objects.filter(pk=found.pk).update(origin_hash="x")
    proof = AddressProof.objects.create(
        email="gus@people.example", origin_hash="x", salt="x", asked_at=timezone.now()
    )
    return ["/old-comments/", "/old-comments/asked/", f"/old-comments/{LINKS.token(proof)}/"]


def erasure_pages() -> list[str]:
    """Behind the link of an erasure, in each of its states, and how to get one."""
    states = ("asked", "waiting", "called_off", "done")
    now = timezone.now()
    rows = [
        Erasure.objects.create(state=state, salt="x", due_at=now, done_at=now, went={"comments": 3})
        for state in states
    ]
    links = [f"/erase/{erasure_token(row)}/" for row in rows]
    return ["/erase/", "/erase/asked/", *links, *old_comment_pages()]


def guest_pages() -> list[str]:
    """What a guest opens by the link to a comment: what is done with it, and why it was rejected."""
    guests = Comment.objects.pending().exclude(receipt_salt="")
    waiting, rejected = guests[0], guests[1]
    moderator = Member.objects.filter(role="moderator")[0]
    decision = reject_comment(
        comment=rejected, moderator=moderator, version=rejected.version, ground="attack"
    )
    link = f"/receipts/{receipt_token(waiting)}/"
    why = f"/receipts/{receipt_token(rejected)}/decisions/{decision.pk}/"
    opened = ("", "edit/", "withdraw/", "erase/")
    return [*(link + page for page in opened), why, "/receipts/erased/", "/receipts/posted-before/"]


def answer_pages() -> list[str]:
    """A question that the archive answers, and one about a dose that it does not."""
    asked = ("Does moving for six minutes help?", "Can I stop taking prednisolone?")
    return [answer_url(store_question(text=text, answer=answer(text))) for text in asked]
