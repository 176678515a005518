"""The desk: bringing in a document, and the list of articles."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from articles.importing.plaintext.decoding import too_large
from articles.importing.records import ParseError
from community.desk.forms import UploadForm
from community.desk.lists import latest_runs, read_filters, read_list
from community.desk.previews import read_previews
from community.desk.uploads import SizeLimit, keep_upload, read_upload
from community.members.models import Member
from community.moderation.access import staff_only


# The limit has to be in place before the body is read, and the check of the token reads it.
@csrf_exempt
@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, editor: Member) -> HttpResponse:
    """The list, and the form to bring in a document."""
    limit = SizeLimit(request)
    request.upload_handlers.insert(0, limit)
    return checked_desk(request, editor, limit)


@csrf_protect
def checked_desk(request: HttpRequest, editor: Member, limit: SizeLimit) -> HttpResponse:
    """The same with the token checked."""
    if request.method == "POST":
        return take_upload(request, editor, limit)
    return desk_page(request, UploadForm())


def take_upload(request: HttpRequest, editor: Member, limit: SizeLimit) -> HttpResponse:
    """Keep what was uploaded for the preview, unless it cannot be read at all."""
    form = UploadForm(request.POST, request.FILES)
    if limit.was_exceeded:
        form.errors.clear()
        form.add_error("document", too_large())
    if not form.is_valid():
        return desk_page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    document = read_upload(form.cleaned_data["document"])
    try:
        read_previews(document)
    except ParseError as error:
        form.add_error("document", f"{document.name}, {error}" if error.line else str(error))
        return desk_page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY, document.name)
    return redirect("desk_upload", keep_upload(member_id=editor.pk, document=document))


def desk_page(
    request: HttpRequest, form: UploadForm, status: int = HTTPStatus.OK, refused: str = ""
) -> HttpResponse:
    """The page, with the name of a file that could not be read."""
    context = {
        "form": form,
        "list": read_list(read_filters(request.GET)),
        "runs": latest_runs(),
        "refused": refused,
        "section": "desk",
    }
    return render(request, "community/desk/desk_page.html", context, status=status)
