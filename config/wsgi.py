"""What a production server serves: `config.wsgi:application`."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

# Django reads the addresses, and with them every view, when the first request asks. Read now,
# before the server parts into processes, they are shared, and nobody waits for them.
import_module(settings.ROOT_URLCONF)
