"""Pages of conversations: for everybody, for who began one, and for moderators."""

from articles.models import Topic
from community.threads.models import Thread

JUNIPER = "juniper@sample.example"


def talk_pages(topic: Topic) -> list[str]:
    """Lists, a conversation, one that a visitor may not read, and how one begins."""
    open_to_all = Thread.objects.conversations().filter(audience="everyone")[0]
    for_members = Thread.objects.conversations().filter(audience="members")[0]
    return [
        "/conversations/",
        "/conversations/new/",
        open_to_all.get_absolute_url(),
        for_members.get_absolute_url(),
        f"{open_to_all.get_absolute_url()}branch/2/",
        f"{topic.get_absolute_url()}conversations/",
    ]


def own_talk_pages() -> list[str]:
    """The same for a member who began one."""
    begun = Thread.objects.conversations().get(started_by__email=JUNIPER)
    for_members = Thread.objects.conversations().filter(audience="members")[0]
    assert begun.started_by is not None
    return [
        "/conversations/",
        "/conversations/new/",
        begun.get_absolute_url(),
        for_members.get_absolute_url(),
        f"{begun.get_absolute_url()}members/",
        f"/follow/talk/{begun.pk}/",
        f"/members/{begun.started_by.public_id}/follow/",
    ]


def decided_talk_page() -> str:
    """Where moderators pin one."""
    return f"/moderation/threads/{Thread.objects.exclude(pinned_at=None)[0].pk}/"
