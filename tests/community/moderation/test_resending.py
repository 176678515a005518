"""Sending a form once more that was hindered."""

from django import forms
from django.http import QueryDict

from community.moderation.resending import with_value


class Answer(forms.Form):
    words = forms.CharField(widget=forms.Textarea)
    version = forms.IntegerField(widget=forms.HiddenInput)


def test_words_come_back_as_they_were_typed_with_the_new_version() -> None:
    form = Answer(QueryDict("words=It+is+'fine'&version=1"))
    form.data = with_value(form.data, "version", 2)
    shown = str(form["words"])
    assert "\nIt is &#x27;fine&#x27;</textarea>" in shown and "[" not in shown
    assert 'value="2"' in str(form["version"])


def test_several_values_of_a_field_stay_several() -> None:
    sent = QueryDict("kinds=slow&kinds=pause&seen=1")
    assert with_value(sent, "seen", 3).getlist("kinds") == ["slow", "pause"]
    assert sent["seen"] == "1"
