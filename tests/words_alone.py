"""Answers by words alone, here and in every process that is started: the encoder has tests of its own."""

import os

from django.conf import settings

settings.ANSWERS_ENCODER = False
os.environ["ANSWERS_ENCODER"] = "0"
