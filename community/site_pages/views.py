"""Pages about the house itself."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.keeping.limits import kept_in_words
from common.comfort import CHOICES, COOKIE, COOKIE_AGE, known, to_cookie
from common.retention import PARTS, RULES
from community.help_lines.reading import all_countries, for_country
from community.members.agreements.models import AgreementText
from community.members.agreements.reading import current
from community.screening.help_lines import country_from_language
from community.yardsticks.waiting import usual_wait


@require_safe
def guidelines(request: HttpRequest) -> HttpResponse:
    """How people talk here, and how posts are read."""
    text = current(AgreementText.Kind.GUIDELINES)
    context = {"usual_wait": usual_wait(), "text": text}
    return render(request, "community/site_pages/guidelines.html", context)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, why, and until when."""
    kept = {rule.name: kept_in_words(rule.name) for rule in RULES}
    return render(request, "community/site_pages/privacy.html", {"kept": kept})


@require_safe
def kept_how_long(request: HttpRequest) -> HttpResponse:
    """How long each thing is kept: read from the rules by which the worker forgets."""
    parts = [
        (title, [(rule, kept_in_words(rule.name)) for rule in rules]) for title, rules in PARTS
    ]
    return render(request, "community/site_pages/kept_how_long.html", {"parts": parts})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was done so that everybody can use the site, and where to say what is missing."""
    return render(request, "community/site_pages/accessibility.html")


@require_safe
def help_lines(request: HttpRequest) -> HttpResponse:
    """Help lines, those of the country first that the reader chose, or whose language they read."""
    chosen = request.GET.get("country", "").upper()
    country = chosen if chosen in all_countries() else None
    country = country or country_from_language(request.headers.get("Accept-Language", ""))
    context = {
        "country": country,
        "near": for_country(country),
        "all_lines": list(all_countries().values()),
    }
    return render(request, "community/site_pages/help_lines.html", context)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def comfort(request: HttpRequest) -> HttpResponse:
    """Reading comfort without JavaScript: choose, and the choice is kept in one cookie."""
    if request.method != "POST":
        return render(request, "community/site_pages/comfort.html", {"choices": CHOICES})
    chosen = known({name: request.POST.get(name, "") for name in CHOICES})
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = request.path
    response = redirect(back)
    if chosen:
        response.set_cookie(COOKIE, to_cookie(chosen), max_age=COOKIE_AGE, samesite="Lax")
    else:
        response.delete_cookie(COOKIE)
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The icon, for browsers that ask here whatever a page says."""
    return redirect(static("img/icon-32.png"))


@never_cache
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """For the supervisor: the process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """For the load balancer: the database answers, too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
