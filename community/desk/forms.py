"""Forms of the desk."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any, cast

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from articles.library.models import (
    ADDRESS_MAX,
    AUTHOR_MAX,
    SOURCE_NAME_MAX,
    TITLE_MAX,
    TOPIC_MAX,
)
from articles.models import Article, Topic
from articles.topics.proposing import ProposedTopic
from common.html import ARTICLE_POLICY, MAX_RESULT_LENGTH, TooLong, html_to_text, sanitize
from common.text import normalise, one_line
from common.urls import clean_address
from community.desk.plain_body import to_html, to_plain

STANDFIRST_MAX = 1_000  # characters; a standfirst longer than a paragraph is a text of its own
NEW_TOPICS_MAX = 10  # an article under more topics than this is under none
NOTE_MAX = 1_000  # readers want a reason, not a report
# As much as an article that came in can have: whatever is here can be edited.
BODY_MAX = MAX_RESULT_LENGTH

PLAIN, HTML = "plain", "html"
SHORT = {"rows": 3, "class": "short"}


def at_most(most: int, text: str, what: str, advice: str = "Please shorten it") -> str:
    """The text, unless it is too long. Counted is what is stored.

    A field's `max_length` would count two characters for every line break, as browsers send
    them, and would make browsers cut off pasted words without a sound.
    """
    if len(text) > most:
        raise forms.ValidationError(
            f"{what} holds up to {most:,} characters, and this has {len(text):,}. "
            f"{advice}; nothing you wrote is lost."
        )
    return text


def button(name: str, value: str, label: str, css_class: str = "") -> StrictButton:
    """A button that says what happens."""
    return StrictButton(label, type="submit", name=name, value=value, css_class=css_class)


class TopicsField(forms.MultipleChoiceField):
    """Topics that are there already, by their names."""

    widget = forms.CheckboxSelectMultiple


def topic_choices(known: Sequence[str], proposed: Sequence[ProposedTopic]) -> list[tuple[str, str]]:
    """The topics, those first that the words of the article speak for, with these words."""
    spoken = {one.name: f"{one.name} (proposed, for: {', '.join(one.words)})" for one in proposed}
    others = [name for name in known if name not in spoken]
    return [*spoken.items(), *((name, name) for name in others)]


class DetailsForm(forms.Form):
    """What an article says about itself."""

    title = forms.CharField(
        label="Title", error_messages={"required": "Please give the article a title."}
    )
    standfirst = forms.CharField(
        label="Standfirst",
        required=False,
        widget=forms.Textarea(attrs=SHORT),
        help_text="One or two sentences under the title, and in the lists.",
    )
    author = forms.CharField(label="Byline", required=False)
    source_name = forms.CharField(label="Source", required=False)
    source_url = forms.CharField(label="Address of the original", required=False)
    published_on = forms.DateField(
        label="Date at the source",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Please write the date as year-month-day, like 2026-11-20."},
    )
    topics = TopicsField(label="Topics", required=False)
    new_topics = forms.CharField(
        label="New topics", required=False, help_text="Parted by commas, such as: Sleep, Pacing"
    )

    def __init__(
        self,
        *args: Any,
        article: Article | None = None,
        proposed: Sequence[ProposedTopic] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.article = article
        self.known_topics = list(Topic.objects.values_list("name", flat=True))
        choices = topic_choices(self.known_topics, proposed)
        cast(TopicsField, self.fields["topics"]).choices = choices
        if not choices:
            del self.fields["topics"]
        self.helper = FormHelper()
        self.helper.include_media = False
        self.helper.layout = Layout(*self.fields, FormActions(*self.buttons()))

    def buttons(self) -> Sequence[StrictButton]:
        return []

    def clean_title(self) -> str:
        """One line with something to see on it."""
        title = one_line(self.cleaned_data["title"])
        if not title:
            raise forms.ValidationError("Please give the article a title.", code="required")
        return at_most(TITLE_MAX, title, "A title")

    def clean_standfirst(self) -> str:
        return at_most(STANDFIRST_MAX, one_line(self.cleaned_data["standfirst"]), "A standfirst")

    def clean_author(self) -> str:
        return at_most(AUTHOR_MAX, one_line(self.cleaned_data["author"]), "A byline")

    def clean_source_name(self) -> str:
        return at_most(SOURCE_NAME_MAX, one_line(self.cleaned_data["source_name"]), "A source")

    def clean_source_url(self) -> str:
        """An address that can be linked to, of no other article."""
        given = at_most(ADDRESS_MAX, self.cleaned_data["source_url"], "An address")
        address = at_most(ADDRESS_MAX, clean_address(given) or "", "An address")
        if given and not address.startswith("http"):
            raise forms.ValidationError(
                "Please write the whole address, like https://example.org/news, or leave it empty."
            )
        others = Article.objects.exclude(pk=self.article.pk) if self.article else Article.objects
        if address and (other := others.filter(source_url=address).first()):
            raise forms.ValidationError(f"“{other.title}” has this address already.")
        return address

    def clean_new_topics(self) -> list[str]:
        """The names, each short enough to be one."""
        names = [one_line(name) for name in self.cleaned_data["new_topics"].split(",")]
        names = [name for name in names if name]
        if len(names) > NEW_TOPICS_MAX or any(len(name) > TOPIC_MAX for name in names):
            raise forms.ValidationError(
                f"Please give up to {NEW_TOPICS_MAX} topics of up to {TOPIC_MAX} characters each."
            )
        return names

    def all_topics(self) -> list[str]:
        """Those ticked and those typed."""
        return [*self.cleaned_data.get("topics", []), *self.cleaned_data["new_topics"]]

    def published_at(self, before: datetime | None) -> datetime | None:
        """The date as a time; the exact one from before while its day stays the same."""
        day: date | None = self.cleaned_data["published_on"]
        if before and before.date() == day:
            return before
        return datetime.combine(day, time(), UTC) if day else None


class EditForm(DetailsForm):
    """An article that is here. `version` is the one that the editor read."""

    body = forms.CharField(
        label="Text",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24}),
        error_messages={"required": "Please leave some text. To take the article away, withdraw."},
    )
    mode = forms.ChoiceField(choices=[(PLAIN, PLAIN), (HTML, HTML)], widget=forms.HiddenInput)
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].help_text = HINTS[self["mode"].value() == PLAIN]

    def buttons(self) -> Sequence[StrictButton]:
        return [
            button("do", "save", "Save", "btn-primary"),
            button("do", "preview", "See it first"),
        ]

    def clean_body(self) -> str:
        body = normalise(self.cleaned_data["body"])
        return at_most(BODY_MAX, body, "A text", "Please make two articles of it")

    def clean(self) -> dict[str, Any]:
        """Make `body_html` of the body; what is no text to a reader is none here."""
        cleaned = super().clean() or {}
        if {"body", "mode"} <= cleaned.keys():
            body = cleaned["body"]
            try:
                html = to_html(body) if cleaned["mode"] == PLAIN else body
                cleaned["body_html"] = sanitize(html, ARTICLE_POLICY)
            except TooLong as error:
                self.add_error("body", f"{error} Please make two articles of it.")
            else:
                if not html_to_text(cleaned["body_html"]).strip():
                    self.add_error("body", self.fields["body"].error_messages["required"])
        return cleaned

    def changes(self, article: Article) -> dict[str, Any]:
        """What the action takes."""
        names = ("title", "standfirst", "author", "source_name", "source_url", "body_html")
        changes = {name: self.cleaned_data[name] for name in names}
        if self.cleaned_data["mode"] == PLAIN and is_same(article, self.cleaned_data["body"]):
            del changes["body_html"]
        changes["source_published_at"] = self.published_at(article.source_published_at)
        return changes | {"topics": self.all_topics()}


def is_same(article: Article, text: str) -> bool:
    """Whether the plain text is what the form showed of the article."""
    return to_plain(article.body_html) == normalise(text)


HINTS = {
    True: "A blank line begins a new paragraph. A line that begins with ## is a sub-heading.",
    False: "This text has lists, links or emphasis, so it is edited as HTML. "
    "What readers should not get, such as scripts, is taken out when you save.",
}


def edit_initial(article: Article) -> dict[str, Any]:
    """What the edit form shows of an article as it is."""
    plain = to_plain(article.body_html)
    return {
        "title": article.title,
        "standfirst": article.standfirst,
        "author": article.author,
        "source_name": article.source.name if article.source else "",
        "source_url": article.source_url,
        "published_on": article.source_published_at and article.source_published_at.date(),
        "topics": [topic.name for topic in article.topics.all()],
        "body": article.body_html if plain is None else plain,
        "mode": HTML if plain is None else PLAIN,
        "version": article.version,
    }
