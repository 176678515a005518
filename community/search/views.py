"""The page on which people search. Nothing is stored about what they look for, or who they are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.search.results import search
from community.threads.posting.asking import Help, help_for_words, look_at

PAGE_DIGITS_MAX = 3  # of a page's number; there are fifty pages at most


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def search_page(request: HttpRequest) -> HttpResponse:
    """What fits the words somebody typed, or the empty field.

    Words that come from a question to the archive are sent by a POST: they were asked here without an address
    that holds them, and are not to stand in one that logs and histories keep.
    """
    typed = request.POST.get("q", "") or request.GET.get("q", "")
    results = search(typed, request.GET.get("in", ""), asked_page(request))
    context = {"results": results, "help": help_lines(request, results.query.text)}
    response = render(request, "community/search/search_page.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def asked_page(request: HttpRequest) -> int:
    """The page that the address names, counted from 1."""
    asked = request.GET.get("page", "")
    is_number = asked.isascii() and asked.isdecimal() and len(asked) <= PAGE_DIGITS_MAX
    return max(1, int(asked)) if is_number else 1


def help_lines(request: HttpRequest, text: str) -> Help:
    """Whom to call, where the words looked for sound like danger to oneself."""
    return Help(lines=help_for_words(request, look_at(text)).lines) if text else Help()
