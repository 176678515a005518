"""What search engines ask for."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.syndication.answering import answer, mark_of
from community.site_pages import sitemap
from community.site_pages.robots import robots_txt


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines need not look at, and where all the rest is listed."""
    return HttpResponse(robots_txt(settings.SITE_URL), content_type="text/plain")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All lists of addresses."""
    return answer_xml(request, sitemap.index())


@require_safe
def house(request: HttpRequest) -> HttpResponse:
    """The pages that always stand at the same address."""
    return answer_xml(request, sitemap.house())


@require_safe
def one_list(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """One list of addresses."""
    xml = sitemap.one_list(name, number) if name in sitemap.LISTS else ""
    if not xml:
        raise Http404("There is no such list of addresses.")
    return answer_xml(request, xml)


def answer_xml(request: HttpRequest, xml: str) -> HttpResponse:
    """A sitemap with its validators."""
    return answer(request, mark_of(xml), lambda: xml, "application/xml")
