"""Joining: an address and a name, then the code.

Nobody is stored before the code came back. So a wrong address takes nobody's name, and a
stranger who tries an address learns nothing: the page behaves the same whether there is an
account or not. Whoever has one gets a code that signs them in.
"""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core import ratelimit
from allauth.decorators import rate_limit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from community.members.actions import NameRefused, sign_up
from community.members.agreements.reading import current_texts
from community.members.models import Member
from community.members.signing_in.codes import SentCode
from community.members.signing_in.forms import SentCodeForm, SignUpForm
from community.members.signing_in.mailed_codes import (
    SIGN_UP,
    awaited,
    forget,
    keep,
    send_again,
    send_code,
)
from community.members.signing_in.sign_in_views import RUN_OUT, SENT_AGAIN, USED_UP, limits
from community.members.signing_in.ways_back import (
    asked_page,
    forget_soon,
    keep_address,
    kept_address,
    noting_page_before,
    to,
)


@never_cache
@rate_limit(action="signup")  # type: ignore[untyped-decorator]
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up_page(request: HttpRequest) -> HttpResponse:
    """Asks for an address and a name, and sends the code."""
    if request.user.is_authenticated:
        return redirect(asked_page(request) or "account_home")
    if again := noting_page_before(request):
        return again
    if request.method != "POST" and awaited(request, SIGN_UP):
        return to(request, "account_signup_code")
    initial = {"email": kept_address(request)}
    form = SignUpForm(request.POST or None, initial=initial, texts=current_texts())
    if form.is_valid() and may_send(request, form):
        address = form.cleaned_data["email"]
        told = {"note": form.cleaned_data["pseudonym"], "agreed": form.agreed}
        send_code(request, SIGN_UP, template_for(address), address, **told)
        forget_soon(request)
        return to(request, "account_signup_code")
    return render(request, "account/signup.html", {"form": form, "next": asked_page(request)})


def may_send(request: HttpRequest, form: SignUpForm) -> bool:
    """Whether this address has not had too many messages already; says so in the form."""
    address = form.cleaned_data["email"]
    if ratelimit.consume(request, action="request_login_code", key=address):
        return True
    form.add_error("email", "Several codes went to that address just now. Please wait a minute.")
    return False


def template_for(address: str) -> str:
    """The message: for somebody new, or for somebody who has an account under the address."""
    has_account = Member.objects.filter(email=address).exists()
    return "sign_up_known" if has_account else "sign_up_code"


@never_cache
@rate_limit(action="login")  # type: ignore[untyped-decorator]
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up_code_page(request: HttpRequest) -> HttpResponse:
    """Takes the code back."""
    if request.user.is_authenticated:
        return redirect(asked_page(request) or "account_home")
    sent = awaited(request, SIGN_UP)
    if sent is None:
        return start_again(request, RUN_OUT)
    action = request.POST.get("action")
    if action == "again":
        return start_again(request)
    if action == "resend":
        return resend(request, sent)
    return check_code(request, sent)


def start_again(request: HttpRequest, why: str = "") -> HttpResponse:
    """Back to the form, with the address in it."""
    stored = request.session.get(SIGN_UP)
    forget(request, SIGN_UP)
    if stored:
        keep_address(request, stored["address"])
        if why:
            messages.error(request, why)
    return to(request, "account_signup")


def resend(request: HttpRequest, sent: SentCode) -> HttpResponse:
    """Send another code, as often as that is allowed."""
    if send_again(request, SIGN_UP, template_for(sent.address), sent):
        messages.success(request, SENT_AGAIN)
    return to(request, "account_signup_code")


def check_code(request: HttpRequest, sent: SentCode) -> HttpResponse:
    """The page with the form, or on with it when the code is right."""
    form = SentCodeForm(request.POST or None, sent=sent)
    if form.is_valid():
        return enter(request, sent)
    if form.is_bound:
        keep(request, SIGN_UP, sent)
        if not sent.tries_left:
            return start_again(request, USED_UP)
    context = {"form": form, "email": sent.address, "can_resend": sent.may_resend}
    context |= {"next": asked_page(request), **limits(sent.tries_left)}
    return render(request, "account/signup_code.html", context)


def enter(request: HttpRequest, sent: SentCode) -> HttpResponse:
    """Store the new member, or find the one with this address, and sign them in."""
    try:
        member = sign_up(email=sent.address, pseudonym=sent.note, agreed=sent.agreed)
    except NameRefused as why:
        return start_again(request, str(why))
    forget(request, SIGN_UP)
    record_authentication(request, member, method="code", email=member.email)
    login = Login(user=member, email=member.email, redirect_url=asked_page(request) or None)
    response: HttpResponse = perform_login(request, login)
    return response
