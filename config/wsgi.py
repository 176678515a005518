"""What a production server serves: `config.wsgi:application`."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from community.screening.worded.scoring import learned

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

# Django reads the addresses, and with them every view, when the first request asks. Read now,
# before the server parts into processes, they are shared, and nobody waits for them.
import_module(settings.ROOT_URLCONF)
# Likewise what screening learned, which every process needs with its first post.
for kind in ("crisis", "red_flags"):
    learned(kind)
