"""The key of the site changes: links that went out before still open while the old key is listed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Subscriber, Suppression
from articles.newsletter.actions import subscribe, suppress
from articles.newsletter.links import link
from articles.proofs.letters import letter_name, read_letter_name
from common.proofs import new_salt
from community.members.models import Member
from community.moderation.flags.guests import flag_url
from community.moderation.models import Flag, Notice
from community.moderation.notices.references import new_reference, notice_url
from community.notifications.follows.actions import follower_for
from community.notifications.follows.links import letters_url
from community.own_data.links import link as erasure_link
from community.own_data.models import Erasure
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.receipts import receipt_url
from community.threads.posting.submissions import Guest


@pytest.fixture
def comment(thread: Thread, gus: Guest) -> Comment:
    return post_comment(thread=thread, author=gus, text="Words of a guest").comment


@pytest.fixture
def subscriber(db: None) -> Subscriber:
    now = timezone.now()
    return Subscriber.objects.create(
        email="gus@people.example", salt=new_salt(), agreed_at=now, confirmed_at=now
    )


@pytest.fixture
def addresses(comment: Comment, subscriber: Subscriber, alice: Member) -> Callable[[], list[str]]:
    """Makes a link of each kind under the key of the moment."""
    erasure = Erasure.objects.create(member=alice, salt=new_salt())
    flag = Flag.objects.create(comment=comment, reason="spam", version=1)
    notice = Notice.objects.create(
        comment=comment, reference=new_reference(), salt=new_salt(), received_at=timezone.now()
    )
    return lambda: [
        link(subscriber, "newsletter_choices"),
        letters_url(follower_for(alice)),
        receipt_url(comment),
        erasure_link(erasure),
        flag_url(flag),
        notice_url(notice),
    ]


def opened(addresses: list[str]) -> list[int]:
    return [Client().get(each).status_code for each in addresses]


def test_links_of_every_kind_live_through_a_new_key_and_end_with_the_old_one(
    addresses: Callable[[], list[str]], settings: Any
) -> None:
    sent, old = addresses(), settings.SECRET_KEY
    assert opened(sent) == [200] * 6
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key", [old]
    assert opened(sent) == [200] * 6
    new = addresses()
    assert not set(new) & set(sent) and opened(new) == [200] * 6
    settings.SECRET_KEY_FALLBACKS = []
    assert opened(sent) == [404] * 6 and opened(new) == [200] * 6


def test_returned_mail_under_an_earlier_key_is_still_ours(settings: Any) -> None:
    name, old = letter_name("issue-3", 17), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key", [old]
    assert read_letter_name(name) == ("issue-3", 17) and letter_name("issue-3", 17) != name
    settings.SECRET_KEY_FALLBACKS = []
    assert read_letter_name(name) is None


def test_an_address_that_bounced_is_known_again_under_a_new_key(
    subscriber: Subscriber, settings: Any
) -> None:
    suppress(subscriber=subscriber, why=Suppression.Why.BOUNCE)
    old = settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key", [old]
    subscribe(address="gus@people.example", rhythm="weekly")
    assert not Subscriber.objects.exists()
    settings.SECRET_KEY_FALLBACKS = []
    subscribe(address="gus@people.example", rhythm="weekly")
    assert Subscriber.objects.exists()
