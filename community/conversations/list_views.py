"""Pages on which people find conversations."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.library.views import list_page
from articles.models import Article, Topic
from community.conversations.reading import read_list
from community.members.reading import reader_of
from community.threads.models import Thread

FRONT_ARTICLES = 8  # what fits two screens of a phone without scrolling for ever
FRONT_THREADS = 5
FRONT_CONVERSATIONS = 5
FRONT_TOPICS = 12  # three lines of a phone; the page of topics has them all
TOPIC_CONVERSATIONS = 5  # on the page of a topic; the rest has a page of its own
FOLDER = "community/conversations"


@require_safe
def front_page(request: HttpRequest) -> HttpResponse:
    """The latest articles, the threads below articles that people talk in, and conversations."""
    talked = Thread.objects.open_to(None).filter(comment_count__gt=0).exclude(article=None)
    talked = talked.exclude(last_comment_at=None).select_related("article")
    context = {
        "articles": Article.objects.published().for_lists()[:FRONT_ARTICLES],
        "threads": talked.order_by("-last_comment_at")[:FRONT_THREADS],
        "found": read_list(reader_of(request), length=FRONT_CONVERSATIONS),
        "topics": Topic.objects.all()[:FRONT_TOPICS],
    }
    return render(request, f"{FOLDER}/front_page.html", context)


@require_safe
def conversation_list(request: HttpRequest) -> HttpResponse:
    """All conversations that this reader may open."""
    found = read_list(reader_of(request), after=request.GET.get("after", ""))
    context = {"found": found, "section": "conversations", "start_url": reverse("conversation_new")}
    return render(request, f"{FOLDER}/list_page.html", context)


@require_safe
def topic_conversations(request: HttpRequest, slug: str) -> HttpResponse:
    """The same in one topic."""
    topic = get_object_or_404(Topic, slug=slug)
    found = read_list(reader_of(request), topic=topic, after=request.GET.get("after", ""))
    context = {"found": found, "topic": topic, "section": "topics", "start_url": start_url(topic)}
    return render(request, f"{FOLDER}/list_page.html", context)


@require_safe
def topic_page(request: HttpRequest, slug: str) -> HttpResponse:
    """What is said and what is written about a topic."""
    topic = get_object_or_404(Topic, slug=slug)
    context = list_page(request, Article.objects.published().under(topic))
    context |= {"topic": topic, "start_url": start_url(topic)}
    if not context["begins"]:
        context["found"] = read_list(reader_of(request), topic=topic, length=TOPIC_CONVERSATIONS)
    return render(request, f"{FOLDER}/topic_page.html", context)


def start_url(topic: Topic) -> str:
    """Where a conversation in a topic begins."""
    return f"{reverse('conversation_new')}?topic={topic.slug}"
