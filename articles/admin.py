"""The library in the admin. Articles themselves are changed at the desk."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from articles.library.actions import edit_source, edit_topic, find_topics
from articles.library.models import SLUG_MAX, Article, Source, Topic
from common.text import one_line, slugify_title
from common.urls import clean_address

ROWS = 50  # a page of a list in the admin: two screens


class StaffAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Something that all staff may read. What else they may do is said by each room itself."""

    list_per_page = ROWS
    show_full_result_count = False  # counting a large table again only to say so

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(getattr(request.user, "is_staff", False))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class EditableAdmin(StaffAdmin):
    """Something that all staff may change."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)


class TopicForm(forms.ModelForm):  # type: ignore[type-arg]
    """A topic; its address is made of its first name and stays."""

    class Meta:
        model = Topic
        fields = ["name", "description"]

    def clean_name(self) -> str:
        """One line that gives an address, and no other topic's."""
        name = one_line(self.cleaned_data["name"])
        slug = slugify_title(name, max_length=SLUG_MAX)
        if not slug:
            raise forms.ValidationError("Please give a name with letters or digits in it.")
        if not self.instance.pk and Topic.objects.filter(slug=slug).exists():
            raise forms.ValidationError("There is a topic of that name already.")
        return name


@admin.register(Topic)
class TopicAdmin(EditableAdmin):
    """Topics can be added and renamed; what is under them stays."""

    form = TopicForm
    list_display = ["name", "slug"]
    search_fields = ["name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request)

    def save_model(self, request: HttpRequest, obj: Topic, form: Any, change: bool) -> None:
        """Through the same action as everywhere, so that kept pages end."""
        name, description = form.cleaned_data["name"], form.cleaned_data["description"]
        topic = obj if change else find_topics([name])[0]
        edit_topic(topic=topic, name=name, description=description)
        obj.pk, obj.slug = topic.pk, topic.slug


class SourceForm(forms.ModelForm):  # type: ignore[type-arg]
    """A source and the address of its front page."""

    class Meta:
        model = Source
        fields = ["name", "url"]
        field_classes = {"url": forms.CharField}

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def clean_url(self) -> str:
        """An address that can be linked to."""
        given = self.cleaned_data["url"]
        address = clean_address(given) or ""
        if given and not address.startswith("http"):
            raise forms.ValidationError("Please write the whole address, like https://example.org.")
        return address


@admin.register(Source)
class SourceAdmin(EditableAdmin):
    """Sources come with their articles, and can be corrected here."""

    form = SourceForm
    list_display = ["name", "url"]
    search_fields = ["name"]

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        """Through the same action as everywhere, so that kept pages end."""
        edit_source(source=obj, name=form.cleaned_data["name"], url=form.cleaned_data["url"])


@admin.register(Article)
class ArticleAdmin(StaffAdmin):
    """A list that leads to the desk."""

    list_display = ["at_desk", "state", "source", "published_at", "comment_count"]
    list_display_links = None
    list_filter = ["state"]
    list_select_related = ["source"]
    search_fields = ["title"]
    ordering = ["-pk"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("body_html", "standfirst")

    @admin.display(description="Title", ordering="title")
    def at_desk(self, article: Article) -> str:
        """The title, leading to the article at the desk."""
        url = reverse("desk_article", args=[article.pk])
        return format_html('<a href="{}">{}</a>', url, article.title)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> Any:
        """The desk has more to say about an article."""
        if not (self.has_view_permission(request) and object_id.isdecimal()):
            return super().change_view(request, object_id, *args, **kwargs)
        leads: HttpResponse = redirect("desk_article", object_id)
        return leads
