"""What everybody may know about moderation, and what the team knows about itself."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.members.models import Member
from community.moderation.decisions.actions import approve_comment, reject_comment, remove_comment
from community.moderation.decisions.undoing import undo_decision
from community.moderation.models import Appeal, Decision, Flag, Notice
from community.moderation.numbers.counting import COLUMNS_MAX, count_numbers, rounded
from community.moderation.numbers.periods import read_period
from community.moderation.numbers.public_log import LOG_LENGTH, read_public_log
from community.moderation.numbers.tables import Table
from community.moderation.numbers.team import HARD_CASES_A_WEEK, read_team
from community.threads.models import Comment
from tests.moderation_pages import page, words

Say = Callable[..., Comment]
HERE = "/transparency/"


def approve(comment: Comment, moderator: Member) -> Decision:
    return approve_comment(comment=comment, moderator=moderator, version=1)


def today() -> dict[str, Table]:
    numbers = count_numbers(read_period({}, timezone.now().date()))
    return {each.key: each for each in numbers.all_tables}


def counts(key: str) -> dict[str, int]:
    return {row.label: row.count for row in today()[key].rows if row.count}


@pytest.fixture
def as_mo(mo: Member) -> Client:
    client = Client()
    client.force_login(mo)
    return client


def test_decisions_are_counted_by_what_why_where_and_how(
    say: Say, nadia: Member, alice: Member, mo: Member
) -> None:
    approve(say("Words", nadia), mo)
    reject_comment(comment=say("Other words", nadia), moderator=mo, version=1, ground="cure_claim")
    remove_comment(comment=say("Seen words", alice), moderator=mo, version=1, ground="attack")
    assert counts("kinds") == {"Approved": 1, "Not published": 1, "Removed": 1}
    assert counts("grounds") == {"Claims a cure": 1, "Attacks a person or a group": 1}
    assert counts("lanes") == {"New authors": 2}
    assert counts("means") == {
        "A person decided": 1,
        "A rule pointed at it, a person decided": 1,
    }
    assert counts("waits") == {"Within 15 minutes": 2}
    assert today()["days"].total == 3


def test_flags_notices_and_appeals_are_counted(
    say: Say, alice: Member, bob: Member, mo: Member
) -> None:
    comment, now = say("Words", alice), timezone.now()
    Flag.objects.create(comment=comment, flagger=bob, reason="attack", snapshot="", version=1)
    given = {"explanation": "", "address": "", "salt": "", "received_at": now - timedelta(hours=5)}
    Notice.objects.create(reference="A", submission_key="a", **given)
    Notice.objects.create(
        reference="B", submission_key="b", state="declined", decided_at=now, **given
    )
    decision = remove_comment(comment=comment, moderator=mo, version=1, ground="attack")
    Appeal.objects.create(decision=decision, words="", lodged_at=now, state="reversed")
    assert counts("flags") == {"It attacks somebody": 1}
    assert counts("flag_outcomes") == {"A moderator agreed": 1}
    assert counts("notices") == {"Waiting to be read": 1, "We left it as it is": 1}
    assert today()["notices"].note in (
        "Half were answered within 5 hours.",
        "Half were answered within 6 hours.",
    )
    assert counts("appeals") == {"The decision was reversed": 1}


def test_only_the_days_asked_for_are_counted(say: Say, nadia: Member, mo: Member) -> None:
    for day in (30, 31):
        with time_machine.travel(datetime(2026, 1, day, 23, 59, tzinfo=UTC), tick=False):
            approve(say(f"Words of day {day}", nadia), mo)
            Member.objects.filter(pk=nadia.pk).update(approved_posts=0)
            nadia.refresh_from_db()
    asked = {"from": "2026-01-31", "to": "2026-01-31"}
    with time_machine.travel(datetime(2026, 2, 20, tzinfo=UTC)):
        numbers = count_numbers(read_period(asked, timezone.now().date()))
    assert numbers.by_day.total == 1 and numbers.posted == 1


def test_a_long_time_is_drawn_in_steps_and_begins_with_the_first_decision(
    say: Say, nadia: Member, mo: Member
) -> None:
    with time_machine.travel(datetime(2026, 1, 1, 12, tzinfo=UTC)):
        approve(say("Words", nadia), mo)
    numbers = count_numbers(read_period({"to": "2026-11-26"}, timezone.now().date()))
    assert numbers.by_day.rows[0].label == "2026-01-01"
    assert len(numbers.by_day.rows) <= COLUMNS_MAX and numbers.by_day.total == 1


def test_the_number_of_queries_does_not_grow(say: Say, nadia: Member, mo: Member) -> None:
    client = Client()

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(HERE)
        return len(captured)

    asked()
    before = asked()
    for number in range(5):
        approve(
            say(
                f"Words {number}",
                Member.objects.create_user(
                    f"{number}@x.example", f"Reader {'abcde'[number]}", must_agree=False
                ),
            ),
            mo,
        )
    assert asked() <= before + 1  # the middle wait is read once there is one


def test_every_chart_has_its_numbers_beside_it(say: Say, nadia: Member, mo: Member) -> None:
    approve(say("Words", nadia), mo)
    found = page(Client(), HERE)
    rows = found.css(".counts tbody tr")
    bars = found.css(".counts svg[role=img][aria-label]")
    assert len(found.css("table.counts")) >= 4
    assert len(bars) + len(found.css("#days-title ~ details tbody tr")) == len(rows)
    chart = found.css_first("svg.columns[role=img]")
    assert found.css_first(f"title#{chart.attributes['aria-labelledby']}")


def test_nothing_yet_is_said_calmly(db: None) -> None:
    text = words(page(Client(), HERE).css_first("main"))
    assert "0 decisions were taken" in text and "None in this time." in text


def test_a_day_that_cannot_be_read_is_said(db: None) -> None:
    assert "year-month-day" in words(page(Client(), f"{HERE}?from=soon").css_first("[role=alert]"))


def test_the_file_has_the_same_numbers(say: Say, nadia: Member, mo: Member) -> None:
    approve(say("Words", nadia), mo)
    response = Client().get(f"{HERE}numbers.csv")
    assert response["Content-Type"].startswith("text/csv")
    assert ".csv" in response["Content-Disposition"]
    assert "kinds,What was decided,Approved,1" in response.content.decode()


def test_the_public_log_names_nobody_and_repeats_nothing(
    say: Say, nadia: Member, mo: Member
) -> None:
    reject_comment(
        comment=say("My secret words", nadia),
        moderator=mo,
        version=1,
        ground="dose",
        words="My own words",
    )
    html = Client().get(f"{HERE}log/").content.decode()
    assert "Not published" in html and "Names a dose for others" in html
    for secret in ("Nadia", "Mo<", "secret", "My own words", "Resting early", "/moderation/"):
        assert secret not in html


def test_the_public_log_says_what_came_of_a_decision(say: Say, nadia: Member, mo: Member) -> None:
    first = approve(say("Words", nadia), mo)
    undo_decision(decision=first, moderator=mo)
    later = [entry.later for entry in read_public_log().entries]
    assert later == ["", "Taken back"]


def test_the_public_log_is_read_page_by_page(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("Words", nadia)
    Decision.objects.bulk_create(
        [Decision(comment=comment, kind="approve", moderator=mo) for _ in range(LOG_LENGTH + 3)]
    )
    first = read_public_log()
    second = read_public_log(first.before)
    assert (len(first.entries), len(second.entries), second.before) == (LOG_LENGTH, 3, 0)
    assert Client().get(f"{HERE}log/?before=x").status_code == 200


def test_the_team_sees_itself_and_each_only_their_own(
    say: Say, nadia: Member, mo: Member, mia: Member
) -> None:
    approve(say("Words", nadia), mo)
    assert (read_team(mo).decisions, read_team(mo).own.decisions) == (1, 1)
    assert (read_team(mia).decisions, read_team(mia).own.decisions) == (1, 0)
    assert read_team(mo).by_hour.total == 1


def test_the_team_page_shows_no_names(say: Say, nadia: Member, mia: Member, as_mo: Client) -> None:
    approve(say("Words", nadia), mia)
    text = words(page(as_mo, "/moderation/team/").css_first("main"))
    assert "1 by 1 person" in text and "Mia" not in text


def test_many_hard_cases_are_met_with_kindness(say: Say, nadia: Member, mo: Member) -> None:
    comment = say("Words", nadia)
    hard = [
        Decision(comment=comment, kind="approve", moderator=mo, lane="crisis")
        for _ in range(HARD_CASES_A_WEEK)
    ]
    Decision.objects.bulk_create(hard[:-1])
    assert not read_team(mo).own.is_a_lot
    Decision.objects.bulk_create(hard[-1:])
    assert read_team(mo).own.is_a_lot


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (timedelta(minutes=1), "an hour"),
        (timedelta(hours=5, minutes=1), "6 hours"),
        (timedelta(hours=49), "3 days"),
    ],
)
def test_a_time_is_rounded_up(time: timedelta, text: str) -> None:
    assert rounded(time) == text
