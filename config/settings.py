"""Settings. Values that differ between installations come from the environment (`config.env`)."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from common.retention import RULES
from community.members.attempts import rates
from community.members.signing_in import codes
from config import env

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("DATA_DIR") or BASE_DIR / "var").resolve()

SITE_URL = env.site_url()
SITE_NAME = os.environ.get("SITE_NAME") or "Common Thread"
SITE_HOST = urlsplit(SITE_URL).hostname or ""
# On one's own machine there is no certificate, and nobody to steal a cookie from.
IS_LOCAL = SITE_HOST in env.LOOPBACK_HOSTS

SECRET_KEY = env.secret_key(DATA_DIR)
# Keys the site had before: what was signed with them still holds.
SECRET_KEY_FALLBACKS = env.words_of("SECRET_KEY_FALLBACKS")
DEBUG = env.flag("DEBUG", default=False)
TESTING = "pytest" in sys.modules

ALLOWED_HOSTS = env.words_of("ALLOWED_HOSTS") or [
    SITE_HOST,
    *(["localhost", "127.0.0.1", "[::1]"] if IS_LOCAL else []),
]
# Proxies whose X-Forwarded-For is believed; from anybody else the header is only a claim.
TRUSTED_PROXIES = env.words_of("TRUSTED_PROXIES")

INSTALLED_APPS = [
    "articles",
    "community",
    "config",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.policy.ContentSecurityPolicy",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.unavailable.Unavailable",
    "community.threads.reading.kept_first.KeptPagesFirst",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.origin_guard.OriginGuard",
    "community.members.sessions.middleware.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "community.members.second_factor.requirement.SecondFactorRequired",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.site",
            ],
        },
    }
]

DATABASES = {"default": env.database(DATA_DIR)}
CACHES = {"default": env.cache()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

for name, value in env.email(DATA_DIR).items():
    globals()[name] = value
DEFAULT_FROM_EMAIL = os.environ.get("MAIL_FROM") or f"{SITE_NAME} <no-reply@{SITE_HOST}>"
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Whose mail is piped into `manage.py take_returned_mail`; "" where no such address is set up.
RETURN_ADDRESS = env.mail_address("RETURN_ADDRESS")
EMAIL_TIMEOUT = 10  # seconds; a mail server that does not answer must not hold up a sign-in

# --- how long things are kept ------------------------------------------------------------------

# What each is, why it is kept, and the bounds, stands in common.retention; the worker forgets, and the page
# about privacy says so. Each can be set, for example KEEP_QUESTIONS_DAYS=14.
for rule in RULES:
    globals()[rule.setting] = env.days(rule)
KEEP_SESSIONS_DAYS: int = globals()["KEEP_SESSIONS_DAYS"]

# --- people -----------------------------------------------------------------------------------

AUTH_USER_MODEL = "community.Member"
AUTHENTICATION_BACKENDS = ["community.members.signing_in.backend.SignInBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account_home"
LOGOUT_REDIRECT_URL = "account_signed_out"

ACCOUNT_ADAPTER = "community.members.signing_in.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "community.members.signing_in.forms.SignInForm",
    "confirm_login_code": "community.members.signing_in.forms.SignInCodeForm",
    "add_email": "community.members.signing_in.forms.AddressForm",
    "confirm_email_verification_code": "community.members.signing_in.forms.AddressCodeForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_CHANGE_EMAIL = True  # one address a member: a new one takes the place of the old
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True  # nobody is asked whether to be remembered
# Codes by mail; their limits and the reasons stand in community.members.signing_in.codes.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = codes.SECONDS
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = codes.TRIES
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = codes.RESENDS
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = codes.SECONDS
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = codes.TRIES
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = codes.RESENDS
# The code, a new code asked for late, and the second step after it.
ACCOUNT_LOGIN_TIMEOUT = 2 * codes.SECONDS
# Whoever signed in a quarter of an hour ago is not asked again before changing their keys.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = rates.OF_ACCOUNTS

MFA_ADAPTER = "community.members.second_factor.adapter.MFAAdapter"
MFA_FORMS = {
    "authenticate": "community.members.second_factor.forms.SecondStepForm",
    "reauthenticate": "community.members.second_factor.forms.SecondStepAgainForm",
    "activate_totp": "community.members.second_factor.forms.AppForm",
    "add_webauthn": "community.members.second_factor.forms.PasskeyForm",
    "edit_webauthn": "community.members.second_factor.forms.PasskeyNameForm",
    "login_webauthn": "community.members.second_factor.forms.PasskeySignInForm",
    "authenticate_webauthn": "community.members.second_factor.forms.PasskeySecondStepForm",
    "reauthenticate_webauthn": "community.members.second_factor.forms.PasskeyAgainForm",
}
MFA_RATE_LIMITS = rates.OF_PASSKEYS
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = IS_LOCAL
MFA_TOTP_ISSUER = SITE_NAME
# A code may be one step (30 seconds) old or early: clocks differ and fingers are slow
# (RFC 6238, section 5.2).
MFA_TOTP_TOLERANCE = 1
# Each works once. Ten last for years, and fit on a card in a purse.
MFA_RECOVERY_CODE_COUNT = 10
# Until then nobody signs in again on the same device.
SESSION_COOKIE_AGE = KEEP_SESSIONS_DAYS * 24 * 3600
SESSION_ENGINE = "community.members.sessions.engine"
# Moderators and staff see what others wrote in confidence: their accounts need a second key.
# Where the extra is installed, an encoder helps to answer questions in everyday words (docs/ask.md).
ANSWERS_ENCODER = env.flag("ANSWERS_ENCODER", default=True)
SECOND_FACTOR_REQUIRED = env.flag("SECOND_FACTOR_REQUIRED", default=not IS_LOCAL)

# --- trust ------------------------------------------------------------------------------------

# Approved posts after which a member's next ones appear at once: the second shows that the first
# was no accident.
TRUST_APPROVED_POSTS = int(
    env.number("TRUST_APPROVED_POSTS", 2, 1, 1000, "Write a whole number of posts, such as 2.")
)
# The share of a member's posts of the last days that were not published, from which on their posts
# are read first again: nearly every third is no bad day any more.
TRUST_REJECTED_SHARE = env.number(
    "TRUST_REJECTED_SHARE", 0.3, 0.01, 1, "Write a share between 0.01 and 1, such as 0.3."
)
# So many days back it is looked; after them a rejection is forgotten.
TRUST_WINDOW_DAYS = env.number("TRUST_WINDOW_DAYS", 7, 1, 365, "Write a number of days, such as 7.")
# Fewer rejections than this in that time are a bad day, whatever share they are.
TRUST_REJECTIONS_MIN = int(
    env.number("TRUST_REJECTIONS_MIN", 2, 1, 1000, "Write a whole number of posts, such as 2.")
)

# --- safety -----------------------------------------------------------------------------------

IS_ENCRYPTED = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = IS_ENCRYPTED
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE_HSTS_SECONDS = 31_536_000 if IS_ENCRYPTED else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_ENCRYPTED else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Bytes of a form without its files: seventeen times the longest article at the desk.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
# Neighbouring names under the same domain are not ours to promise for: no subdomains in HSTS
# (W005) and no browser preload list (W021).
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- files and words --------------------------------------------------------------------------

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or TESTING

CRISPY_ALLOWED_TEMPLATE_PACKS = ("thread",)
CRISPY_TEMPLATE_PACK = "thread"
CRISPY_FAIL_SILENTLY = False

LANGUAGE_CODE = "en"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# A finished page is kept under the version of its thread. Off only to measure without it.
KEEP_FINISHED_PAGES = env.flag("KEEP_FINISHED_PAGES", default=True)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "community": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "articles": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
