"""What the addresses of what one follows give away."""

from django.test import Client

from community.members.models import Member
from community.notifications.follows.models import Follow
from community.threads.actions import post_comment
from community.threads.models import Thread


def test_addresses_of_members_do_not_tell_when_they_joined(
    client: Client, thread: Thread, alice: Member, bob: Member
) -> None:
    comment = post_comment(thread=thread, author=bob, text="Words").comment
    client.force_login(alice)
    page = client.get(f"/comments/{comment.pk}/more/").content.decode()
    assert f"/members/{bob.public_id}/follow/" in page and f'value="{bob.public_id}"' in page
    assert f"/person/{bob.pk}/" not in page and f'name="person" value="{bob.pk}"' not in page
    assert client.get(f"/follow/person/{bob.pk}/").status_code == 404
    client.post(f"/members/{bob.public_id}/follow/")
    assert Follow.objects.get().target == bob.pk
    assert "Bob" in client.get(f"/members/{bob.public_id}/follow/").content.decode()
    assert client.get("/members/nobody/follow/").status_code == 404
    for typed in ("", "\x00", "ü"):
        assert client.post("/account/muted/", {"person": typed}).status_code == 404
