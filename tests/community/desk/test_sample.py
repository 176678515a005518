"""The sample community as loading leaves it in the database."""

import re
from collections import Counter
from datetime import timedelta
from io import StringIO
from unittest.mock import patch

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.test import TestCase
from django.utils import timezone

from articles.library.actions import create_article
from articles.models import Article, Topic
from common.text import normalise
from common.times import relative_time
from community.desk.models import DeskLogEntry
from community.desk.sample import has_real_content, is_empty, is_loaded, load, sign_in_lines
from community.desk.sample.clock import clock_at
from community.desk.sample.markup import NOTICE
from community.desk.sample.reading import (
    read_articles,
    read_people,
)
from community.desk.sample.state import SOURCE
from community.members.models import Member, PseudonymChange
from community.moderation.models import Decision, Flag
from community.moderation.queue.querysets import queue
from community.outbox.models import OutboxEvent
from community.screening.reasons import Code
from community.screening.records import Outcome, Reason, Verdict
from community.threads.actions import erase_comment, post_comment
from community.threads.editing.versions import CommentVersion
from community.threads.models import Comment, Thread
from community.threads.placing import placement_of
from community.threads.posting.submissions import Guest
from community.threads.rendering import render_piece
from community.threads.tree import OPEN_REPLIES

ARTICLES = read_articles()
COMMENTS = [(article, said) for article in ARTICLES for said in article.comments]
PEOPLE = {person.key: person for person in read_people()}
State = Comment.State


class TestTheCommunity(TestCase):
    """What is there after loading."""

    @classmethod
    def setUpTestData(cls) -> None:
        assert load()

    def test_every_state_is_present(self) -> None:
        found = Counter(Comment.objects.values_list("state", flat=True))
        assert set(found) == set(State.values)
        assert found[State.VISIBLE] >= 110
        for state in (State.REMOVED, State.WITHDRAWN):
            gaps = Comment.objects.filter(state=state)
            assert (
                gaps.filter(visible_below=0).exists() and gaps.filter(visible_below__gt=0).exists()
            )

    def test_counts_are_those_of_the_visible_comments(self) -> None:
        for thread in Thread.objects.select_related("article"):
            rows = list(thread.comments.select_related("author", "parent"))
            seen = [row.path for row in rows if row.state == State.VISIBLE]
            above = int(thread.is_conversation)  # the opening is counted nowhere
            assert thread.comment_count == len(seen) - above
            if thread.article:
                assert thread.article.comment_count == len(seen)
            times = [row.created_at for row in rows if row.state == State.VISIBLE]
            if times:
                assert thread.last_comment_at and thread.last_comment_at >= max(times)
            for row in rows:
                below = [path for path in seen if path.startswith(row.path) and path != row.path]
                assert row.visible_below == len(below), row
                assert row.placement == placement_of(row), row
                if row.placement:
                    assert row.piece == render_piece(row), row

    def test_threads_have_every_shape(self) -> None:
        published = Article.objects.filter(state=Article.State.PUBLISHED)
        counts = sorted(published.values_list("comment_count", flat=True))
        assert counts[:2] == [0, 1] and counts[2] > 5
        longest = Comment.objects.filter(depth=0).latest("visible_below")
        assert longest.visible_below >= 26
        folded = longest.thread.comments.filter(is_folded=True)
        assert folded.count() == longest.visible_below - OPEN_REPLIES
        assert Comment.objects.visible().filter(depth__gte=7).exists()

    def test_imported_comments_may_lack_name_and_time(self) -> None:
        imported = Comment.objects.filter(is_imported=True)
        assert imported.values("thread").distinct().count() == 2
        assert imported.filter(author_name="Reader").exists()
        assert imported.exclude(author_name="Reader").exists()
        assert imported.filter(is_dated=False).exists()
        for comment in imported.filter(is_dated=True).select_related("thread__article"):
            article = comment.thread.article
            assert article.source_published_at < comment.created_at < article.published_at

    def test_edited_comments_keep_what_they_said(self) -> None:
        versions = CommentVersion.objects.select_related("comment")
        assert {row.comment.state for row in versions} == {State.VISIBLE, State.PENDING}
        for row in versions:
            assert row.body != row.comment.body and row.replaced_at == row.comment.edited_at

    def test_somebody_had_another_name_before(self) -> None:
        change = PseudonymChange.objects.select_related("member").get()
        assert change.new == change.member.pseudonym == "Ferdie's mum"
        assert change.member.joined_at < change.changed_at

    def test_every_role_speaks_and_a_new_member_waits(self) -> None:
        roles = set(Comment.objects.visible().values_list("author__role", flat=True))
        assert roles == {None, *Member.Role.values}
        wren = Member.objects.get(pseudonym="Wren on Tuesday")
        assert [comment.state for comment in wren.comments.all()] == [State.PENDING]
        assert Member.objects.filter(role=Member.Role.MODERATOR).count() == 2

    def test_screening_holds_what_the_files_mean_to_be_held(self) -> None:
        for article, said in COMMENTS:
            if said.is_screened:
                rows = Comment.objects.filter(thread__article__title=article.title)
                row = rows.get(body=normalise(said.text))
                codes = {reason["code"] for reason in row.reasons}
                assert codes == set(said.held_for or ["new-author"]), said.text
                assert row.is_visible == any(act.do == "approve" for act in said.acts)

    def test_the_queue_shows_each_reason_and_begins_with_the_person_in_danger(self) -> None:
        waiting = list(queue())
        codes = [{reason["code"] for reason in comment.reasons} for comment in waiting]
        assert codes[0] == {"crisis"}
        assert set.union(*codes) >= {
            "links", "email", "phone", "blocked-word", "same-text", "new-author",
        }  # fmt: skip
        assert {"new-author"} in codes

    def test_readers_flagged_and_a_moderator_agreed_once(self) -> None:
        flags = Flag.objects.select_related("comment")
        assert {flag.outcome for flag in flags} == {Flag.Outcome.OPEN, Flag.Outcome.UPHELD}
        (still_open,) = (flag for flag in flags if flag.outcome == Flag.Outcome.OPEN)
        assert still_open.comment.is_visible and still_open.comment in queue()
        assert all(flag.flagged_at < timezone.now() - timedelta(hours=1) for flag in flags)

    def test_two_moderators_decided_and_gave_their_reasons(self) -> None:
        decisions = list(Decision.objects.select_related("moderator"))
        kinds = {decision.kind for decision in decisions}
        assert kinds >= {"approve", "reject", "remove", "restore"}
        assert {decision.moderator.pseudonym for decision in decisions} == {"Linden", "Maren Holt"}
        for decision in decisions:
            if decision.kind in (Decision.Kind.REJECT, Decision.Kind.REMOVE):
                assert decision.ground and decision.words
        times = [decision.decided_at for decision in decisions]
        assert times == sorted(times, reverse=True), "the log is not in the order of its days"
        assert all(d.waited_seconds for d in decisions if d.kind == Decision.Kind.APPROVE)

    def test_the_desk_has_a_draft_and_a_log(self) -> None:
        assert Article.objects.filter(state=Article.State.DRAFT).count() == 1
        acts = Counter(DeskLogEntry.objects.values_list("act", flat=True))
        assert acts == {"imported": len(ARTICLES), "published": len(ARTICLES) - 1}

    def test_every_article_says_that_it_is_a_sample(self) -> None:
        for article in Article.objects.select_related("source"):
            assert article.source and article.source.name == SOURCE
            assert article.body_html.rstrip().endswith(f"<p>{NOTICE}</p>")
        assert Topic.objects.count() == 5
        assert all(topic.description for topic in Topic.objects.all())

    def test_every_address_is_of_the_sample(self) -> None:
        addresses = {
            *Member.objects.values_list("email", flat=True),
            *EmailAddress.objects.values_list("email", flat=True),
            *Comment.objects.exclude(author_email="").values_list("author_email", flat=True),
        }
        assert len(addresses) > len(PEOPLE)
        assert all(address.endswith("@sample.example") for address in addresses)
        assert not has_real_content()

    def test_times_read_as_the_files_say(self) -> None:
        now = timezone.now()
        articles = {article.title: article for article in Article.objects.all()}
        said = {
            relative_time(articles[sample.title].published_at or now, now)[0]
            for sample in ARTICLES
            if sample.state == "published"
        }
        assert {"3 hours ago", "6 days ago", "3 weeks ago", "5 months ago", "8 months ago"} <= said
        assert not Comment.objects.filter(created_at__gt=now).exists()

    def test_nobody_is_told_about_old_news(self) -> None:
        assert OutboxEvent.objects.exists()
        assert not OutboxEvent.objects.filter(handled_at=None).exists()

    def test_the_lines_name_one_person_of_each_kind(self) -> None:
        lines = sign_in_lines()
        named = [line.rsplit(None, 1) for line in lines[1:-1]]
        assert [kind.strip() for kind, _ in named] == ["member", "new member", "moderator", "staff"]
        for kind, address in named:
            member = Member.objects.get(email=address)
            assert member.role == kind.split()[-1]
            assert (member.approved_posts == 0) == kind.strip().startswith("new")
        assert "/account/login/" in lines[-1]

    def test_with_a_mail_server_the_lines_say_that_no_code_comes_here(self) -> None:
        with self.settings(EMAIL_FILE_PATH=""):  # as `EMAIL_URL=smtp://…` leaves it
            assert "EMAIL_URL" in sign_in_lines()[-1]

    def test_the_person_named_can_sign_in_by_code(self) -> None:
        self.client.post("/account/login/", {"login": "juniper@sample.example"})
        assert [message.to for message in mail.outbox] == [["juniper@sample.example"]]
        code = re.search(
            r"^[A-Z0-9]{3,6}(-?[A-Z0-9]{3,6})?$", str(mail.outbox[0].body), re.MULTILINE
        )
        assert code
        page = self.client.post("/account/login/code/confirm/", {"code": code.group()})
        assert page.status_code == 302
        assert self.client.get("/account/").context["user"].pseudonym == "Juniper Tea"

    def test_loading_again_changes_nothing_and_says_so(self) -> None:
        before = Comment.objects.count(), Article.objects.count(), Member.objects.count()
        said = StringIO()
        call_command("load_sample_community", stdout=said)
        assert "here already" in said.getvalue()
        assert before == (Comment.objects.count(), Article.objects.count(), Member.objects.count())

    def test_real_content_is_told_from_the_sample(self) -> None:
        juniper = Member.objects.get(email="juniper@sample.example")
        article = Article.objects.get(title=ARTICLES[0].title)
        post_comment(thread=article.thread, author=juniper, text="A sample member tries it out.")
        assert not has_real_content()
        gus = post_comment(thread=article.thread, author=Guest("Gus"), text="I am real.").comment
        assert has_real_content()
        erase_comment(comment=gus, author=Guest("Gus"))
        assert not has_real_content()


class TestLoading(TestCase):
    """Into which databases it goes."""

    def test_an_empty_database_takes_it(self) -> None:
        assert is_empty() and not is_loaded() and sign_in_lines() == []
        said = StringIO()
        call_command("load_sample_community", stdout=said)
        assert not is_empty() and is_loaded()
        assert "is loaded" in said.getvalue() and "juniper@sample.example" in said.getvalue()

    def test_a_database_with_a_member_refuses(self) -> None:
        Member.objects.create_user("alice@patients.example", "Alice")
        self.check_refusal()

    def test_a_database_with_an_article_refuses(self) -> None:
        create_article(title="A real one", body_html="<p>Words.</p>")
        self.check_refusal()

    def check_refusal(self) -> None:
        said = StringIO()
        with pytest.raises(SystemExit) as ended:
            call_command("load_sample_community", stderr=said)
        assert ended.value.code == 1
        assert said.getvalue().startswith("This database holds real articles")
        assert said.getvalue().count("\n") == 1
        assert not is_loaded() and not Comment.objects.exists()

    def test_what_breaks_half_way_leaves_nothing(self) -> None:
        broken = patch("community.desk.sample.loading.tell_nobody", side_effect=RuntimeError)
        with broken, pytest.raises(RuntimeError):
            load()
        assert is_empty()

    def test_the_same_moment_gives_the_same_community(self) -> None:
        moment, snapshots = timezone.now(), []
        for _ in range(2):
            with clock_at(moment), transaction.atomic():
                load()
                rows = Comment.objects.order_by("thread__article__slug", "path", "created_at")
                fields = ("path", "author_name", "state", "created_at", "body_html")
                snapshots.append(list(rows.values_list(*fields)))
                transaction.set_rollback(True)
        assert snapshots[0] == snapshots[1]

    def test_a_conversation_that_a_slow_machine_held_goes_on(self) -> None:
        held = Verdict(Outcome.HOLD, (Reason(Code.NEW_AUTHOR),))
        with patch("community.conversations.actions.screened", return_value=held):
            load()
        begun = Comment.objects.filter(is_opening=True)
        assert begun and all(each.is_visible for each in begun)
        assert Thread.objects.conversations().filter(comment_count__gt=0).count() == len(begun)

    def test_the_clock_goes_on_after_an_error(self) -> None:
        then = timezone.now() - timedelta(days=3)
        with pytest.raises(RuntimeError), clock_at(then):
            assert timezone.now() == then
            raise RuntimeError
        assert timezone.now() - then >= timedelta(days=3)
