"""Forms of the stories at the desk."""

from typing import Any
from urllib.parse import urlsplit

from crispy_forms.bootstrap import FormActions
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from articles.library.models import ADDRESS_MAX, TITLE_MAX
from articles.models import Article
from articles.stories.documents import COMPARED
from common.text import one_line
from community.desk.forms import at_most, button

DIGITS_MAX = 18  # of a key; more fits into no column


class OneLineForm(forms.Form):
    """A form of one field and one button. What is too long comes back whole."""

    do, label = "", ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        (name,) = self.fields
        self.helper.layout = Layout(name, FormActions(button("do", self.do, self.label)))


class NameForm(OneLineForm):
    """Another name for a story."""

    do, label = "rename", "Rename the story"

    name = forms.CharField(
        label="Name of the story",
        help_text="Readers see it. Its address stays.",
        error_messages={"required": "Please give the story a name."},
    )

    def clean_name(self) -> str:
        """One line that can be seen."""
        name = at_most(TITLE_MAX, one_line(self.cleaned_data["name"]), "The name of a story")
        if not name:
            raise forms.ValidationError("Please give the story a name.")
        return name


class AddForm(OneLineForm):
    """An article to put into a story, named by its address here."""

    do, label = "add", "Put it into this story"

    address = forms.CharField(
        label="Address of the article here",
        help_text="As it stands in the browser, on the site or at the desk.",
        error_messages={"required": "Please give the address of an article."},
    )

    def clean_address(self) -> Article:
        """The article, whatever part of its address was given."""
        given = at_most(ADDRESS_MAX, one_line(self.cleaned_data["address"]), "An address")
        article = find_article(given)
        if article is None:
            raise forms.ValidationError("There is no article at this address.")
        return article


def find_article(address: str) -> Article | None:
    """The article at an address of the site or the desk, or with that slug."""
    try:
        parts = urlsplit(address).path.strip("/").split("/")
    except ValueError:
        return None
    key = parts[parts.index("articles") + 1] if "articles" in parts[:-1] else parts[0]
    found = Article.objects.filter(state__in=COMPARED)
    if key.isascii() and key.isdecimal() and len(key) <= DIGITS_MAX and "desk" in parts:
        return found.filter(pk=int(key)).first()
    return found.filter(slug=key).first()
