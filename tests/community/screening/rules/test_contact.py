"""Contact and payment details in a post and in a name."""

from community.screening.reasons import Code
from community.screening.records import Context, Submission
from community.screening.rules.contact import check


def seen(text, name=""):
    return [(reason.code, reason.words) for reason in check(Submission(text, name), Context())]


def test_each_kind_of_detail_has_its_own_reason():
    text = "Alice@example.org, 070-123 45 67, 4111 1111 1111 1111"
    assert seen(text) == [
        (Code.EMAIL, ("Alice@example.org",)),
        (Code.PAYMENT_CARD, ("4111 1111 1111 1111",)),
        (Code.PHONE, ("070-123 45 67",)),
    ]


def test_a_card_number_is_not_called_a_phone_number_too():
    assert [code for code, _ in seen("30569309025904")] == [Code.PAYMENT_CARD]


def test_details_in_the_name_are_seen():
    assert seen("Hello", "gus@example.org") == [(Code.EMAIL, ("gus@example.org",))]


def test_a_detail_given_twice_is_named_once_and_marked_twice():
    (reason,) = check(Submission("a@example.org or a@example.org"), Context())
    assert (reason.words, len(reason.spans)) == (("a@example.org",), 2)


def test_a_post_about_doses_holds_no_details():
    assert seen("Since 2019 I take 300 mg 2-3 times a day, CRP 12.5 (PMID 31234567).") == []
