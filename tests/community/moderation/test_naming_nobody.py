"""Words of decisions stay for good, also after an erasure: whoever writes or erases is told so."""

import pytest
from django.forms import Form
from django.template.loader import render_to_string

from community.mentors.forms import MentorForm
from community.moderation.appeals.forms import AnswerForm
from community.moderation.decisions.forms import NAME_NOBODY, ApproveForm, ReasonForm
from community.moderation.sanctions.forms import LiftForm, SanctionForm


@pytest.mark.parametrize(
    "form", [ApproveForm, ReasonForm, SanctionForm, LiftForm, AnswerForm, MentorForm]
)
def test_whoever_decides_is_asked_to_name_nobody(form: type[Form]) -> None:
    assert NAME_NOBODY in form.base_fields["words"].help_text


def test_whoever_erases_an_account_is_told_that_the_log_stays() -> None:
    page = render_to_string("community/own_data/what_goes.html", {"erasure": None})
    assert "with the ground and their words" in page and "cannot be changed" in page
