"""Pages of people whose account is in a special state: keys, a leaving, a role, words that wait."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP

from articles.models import Topic
from community.members.models import Member
from community.mentors.reading import newcomers
from community.moderation.decisions.actions import reject_comment
from community.own_data.actions import ask_for_erasure
from community.threads.actions import post_comment
from community.threads.holding.actions import hold_words
from community.threads.models import Comment, Thread

APP_KEY = "JBSWY3DPEHPK3PXP"
LONG_WORDS = "I sleep badly before it rains.\n\nSo I rest <early>, and " + "walk" * 40 + " after."


def held_pages(member: Member) -> list[str]:
    """Words that wait: an answer in a thread, and the beginning of a conversation."""
    comment = Comment.objects.visible().filter(thread__article__isnull=False)[0]
    thread, topic = comment.thread, Topic.objects.all()[0]
    hold_words(
        thread=thread,
        member=member,
        path=f"{thread.get_absolute_url()}comments/",
        text=LONG_WORDS,
        parent_key=comment.pk,
    )
    begun = {"title": "Mornings in a cold house, and what helps", "topic": str(topic.pk)}
    path = "/conversations/new/"
    hold_words(thread=None, member=member, path=path, text="Short words.", more=begun)
    return ["/account/words/"]


def sent_back_pages(member: Member) -> list[str]:
    """Words that a moderator rejected, to change and send again."""
    thread = Thread.objects.exclude(article=None)[0]
    held = post_comment(thread=thread, author=member, text="I am going to end my life.").comment
    moderator = Member.objects.filter(role="moderator")[0]
    reject_comment(comment=held, moderator=moderator, version=held.version, ground="attack")
    return [f"/account/comments/{held.pk}/again/"]


def key_pages(member: Member) -> list[str]:
    """An app, a passkey and recovery codes: how each is seen, named, renewed and taken away."""
    TOTP.activate(member, APP_KEY)
    RecoveryCodes.activate(member)
    data = {"name": "My telephone"}
    passkey = Authenticator.objects.create(user=member, type="webauthn", data=data)
    return [
        "/account/keys/",
        "/account/keys/app/remove/",
        f"/account/keys/passkeys/{passkey.pk}/name/",
        f"/account/keys/passkeys/{passkey.pk}/remove/",
        "/account/keys/recovery/",
        "/account/keys/recovery/new/",
        "/account/again/second-step/",
    ]


def leaving_pages() -> list[str]:
    """Somebody with all kinds of keys, whose account will be erased."""
    member = Member.objects.get(email="noor@sample.example")
    ask_for_erasure(member=member, how="words")
    return ["/account/", "/account/data/", "/account/erase/", *key_pages(member)]


def mentor_pages() -> list[str]:
    """What a mentor does, and whom they may welcome."""
    member = Member.objects.get(email="heron@sample.example")
    Member.objects.filter(pk=member.pk).update(role=Member.Role.MENTOR)
    first = newcomers(member)[0].comment
    return ["/account/mentor/", "/mentors/new-here/", f"/comments/{first.pk}/welcome/"]
