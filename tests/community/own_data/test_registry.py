"""The topics of the registry: what, why, until when, and whether the download has them."""

import re

import pytest

from common.retention import RULE_OF
from community.members.models import Member
from community.own_data.gathering import gather
from community.own_data.keeping import COUNTED, until_words
from community.own_data.registry.fields import GONE, registered
from community.own_data.registry.topics import TOPICS


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_says_what_why_until_when_and_where_the_download_has_it(
    name: str, alice: Member
) -> None:
    topic = TOPICS[name]
    assert name in {known for known, _ in registered().values()}
    assert topic.why.endswith(".") and not topic.until.endswith(".")
    assert bool(topic.download) != bool(topic.not_in_download)
    assert not topic.download or topic.download in gather(alice)
    for rule in re.findall(r"\{(\w+)\}", topic.until):
        assert rule in RULE_OF
    assert "{" not in until_words(topic.until)


def test_every_fate_and_topic_of_a_column_is_known() -> None:
    for column, (topic, fate) in registered().items():
        assert topic in TOPICS, column
        assert fate, column


def test_the_page_of_ones_data_counts_topics_that_are_known() -> None:
    assert {topic for topic, _, _ in COUNTED} <= set(TOPICS)


def test_columns_that_lead_to_a_member_and_go_are_named_as_such() -> None:
    gone = {column for column, (_, fate) in registered().items() if fate == GONE}
    assert {"community.Session.member", "community.Mute.muted", "mfa.Authenticator.user"} <= gone
