"""The baselines: bare Django views under the same server, without middleware.

`/pages/<name>` returns the bytes of a file in `BENCH_PAGES`. `/template` renders fifty comments
with a plain template and sanitises nothing. `/insert` stores one row in a SQLite file of its own
with the same durability as the product (WAL, synchronous FULL).
"""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.urls import path

HERE = Path(os.environ["BENCH_PAGES"])

settings.configure(
    SECRET_KEY="only-for-measuring",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=[],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(HERE.parent / "bare.sqlite3"),
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            },
        }
    },
)

PAGES = {file.name: file.read_bytes() for file in HERE.iterdir()}

COMMENT = """{% for c in comments %}<li><article class="comment" id="comment-{{ c.pk }}">
<header><span class="by">{{ c.name }}</span> <a href="/comments/{{ c.pk }}/"><time
datetime="{{ c.when|date:'c' }}">{{ c.when|timesince }} ago</time></a></header>
<div class="words">{{ c.html|safe }}</div>
<footer><a class="reply-link" href="/comments/{{ c.pk }}/reply/">Reply to {{ c.name }}</a></footer>
</article></li>{% endfor %}"""


def page(request: HttpRequest, name: str) -> HttpResponse:
    return HttpResponse(PAGES[name])


def template(request: HttpRequest) -> HttpResponse:
    from datetime import UTC, datetime

    words = "<p>" + "pain sleep rest walk morning doctor study people muscle nerve " * 9 + "</p>"
    when = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    comments = [{"pk": n, "name": f"Member {n}", "when": when, "html": words} for n in range(50)]
    return HttpResponse(TEMPLATE.render(Context({"comments": comments})))


def insert(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO words (body) VALUES (%s)", [request.POST["comment"]])
    return HttpResponse("ok")


urlpatterns = [
    path("pages/<str:name>", page),
    path("template", template),
    path("insert", insert),
]
application = get_wsgi_application()
TEMPLATE = Template(COMMENT)
with connection.cursor() as first:
    first.execute("CREATE TABLE IF NOT EXISTS words (id INTEGER PRIMARY KEY, body TEXT)")
connection.close()
