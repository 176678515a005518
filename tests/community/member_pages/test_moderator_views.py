"""Where moderators read the lines of a member's page, and take one out."""

from django.test import Client

from community.member_pages.actions import take_line_out
from community.members.models import Member
from community.moderation.models import Decision
from tests.community.member_pages.test_actions import INTEREST, line_of, save
from tests.community.member_pages.test_views import EDIT, shown


def test_a_moderator_takes_a_line_out_there(
    client: Client, alice: Member, bob: Member, mo: Member
) -> None:
    save(alice, journey="Best braces in town.")
    client.force_login(mo)
    address = f"{alice.get_absolute_url()}lines/"
    assert "Best braces" in client.get(address).content.decode()
    sent = {"line": "journey", "version": "1", "ground": "selling", "words": ""}
    again = client.post(address, sent)
    assert again.status_code == 422 and "say it in your own words" in again.content.decode()
    client.post(address, sent | {"words": "Nothing for sale."})
    assert Decision.objects.get().kind == "take_line_out"
    assert "Best braces" not in shown(client, alice, bob)
    own = shown(client, alice, alice)
    assert "Best braces" in own and "a moderator took it out" in own
    assert "A moderator took out a line" in client.get(EDIT).content.decode()
    statement = client.get(f"/account/decisions/{Decision.objects.get().pk}/").content.decode()
    assert "A line of your page was taken out" in statement and "You can appeal" in statement


def test_a_line_that_changed_meanwhile_is_read_again(
    client: Client, alice: Member, mo: Member
) -> None:
    save(alice, journey="Best braces in town.")
    save(alice, journey="I wear braces.")
    client.force_login(mo)
    sent = {"line": "journey", "version": "1", "ground": "selling", "words": "Nothing for sale."}
    page = client.post(f"{alice.get_absolute_url()}lines/", sent).content.decode()
    assert "changed meanwhile" in page
    assert "Nothing for sale.</textarea>" in page
    assert 'name="version" value="2"' in page


def test_moderators_do_not_read_what_is_kept_for_its_writer(
    client: Client, alice: Member, mo: Member
) -> None:
    save(alice, journey="I want to kill myself.")
    client.force_login(mo)
    assert b"kill myself" not in client.get(f"{alice.get_absolute_url()}lines/").content


def test_others_have_no_such_room(client: Client, alice: Member, bob: Member) -> None:
    client.force_login(bob)
    assert client.get(f"{alice.get_absolute_url()}lines/").status_code == 404


def test_a_line_taken_out_is_named_without_its_words_in_the_log(
    client: Client, alice: Member, mo: Member, mia: Member
) -> None:
    save(alice, interest=INTEREST)
    line = line_of(alice, "interest")
    take_line_out(line=line, moderator=mo, version=1, ground="other", words="Please say who.")
    client.force_login(mia)
    log = client.get("/moderation/log/").content.decode()
    assert "Line of a member page taken out" in log and INTEREST not in log
    public = client.get("/transparency/log/").content.decode()
    assert "Line of a member page taken out" in public and "Alice" not in public
