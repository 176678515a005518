"""What people of the sample community say of themselves, and about each other with a button."""

from django.test import TestCase

from community.desk.sample import load
from community.member_pages.models import MemberPage, PageLine
from community.support.kinds import KINDS
from community.support.models import Support
from community.threads.models import Comment


class TestTheCompany(TestCase):
    """What is there after loading."""

    @classmethod
    def setUpTestData(cls) -> None:
        assert load()

    def test_some_people_say_something_of_themselves_and_that_it_is_invented(self) -> None:
        audiences = set(MemberPage.objects.values_list("audience", flat=True))
        assert audiences == set(MemberPage.Audience.values)
        lines = list(PageLine.objects.all())
        assert {line.kind for line in lines} == set(PageLine.Kind.values)
        assert all(line.words.startswith("Invented for the sample.") for line in lines)
        assert all(line.is_shown for line in lines), "screening let every one of them through"
        assert Comment.objects.filter(piece__contains="has disclosed an interest").exists()

    def test_some_comments_are_supported(self) -> None:
        supported = Comment.objects.exclude(support="")
        assert supported.count() >= 5 and all(comment.is_visible for comment in supported)
        assert all(comment.support in comment.piece for comment in supported)
        assert {row.kind for row in Support.objects.all()} == set(KINDS)
