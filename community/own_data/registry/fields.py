"""Which columns hold something about a person, and what an erasure does to each. Pure.

A column that can hold such a thing and stands neither here nor in `impersonal` fails a test.
"""

# What an erasure of the account does.
GONE = "the row is deleted"
EMPTIED = "emptied"
RENAMED = "put in other words that name nobody"
AS_CHOSEN = "erased, or left without the name, as the person chose"
CLEANED = "the person's words and names are taken out, or the row with them is deleted"
LEADS_NOWHERE = "stays, and leads to an account that names nobody"
CUT = "cut off from the person"
BY_TIME = "goes with its time; it cannot be joined with the person"
ANEW = "made anew without the person's words"

Columns = dict[str, tuple[str, str]]  # names, parted by spaces, and their topic and fate

FIELDS: dict[str, Columns] = {
    "community.Member": {
        "email": ("address", RENAMED),
        "pseudonym pseudonym_key": ("name", RENAMED),
        "role approved_posts trust_paused_until paused_until is_banned is_read_first read_first_until": (
            "standing",
            LEADS_NOWHERE,
        ),
        "gap_seconds slowed_until is_warned joined_at is_active must_agree second_thoughts": (
            "standing",
            LEADS_NOWHERE,
        ),
        "public_id": ("name", LEADS_NOWHERE),
        "password": ("keys", LEADS_NOWHERE),  # nobody has one
    },
    "community.PseudonymChange": {"member old new": ("earlier_names", GONE)},
    "community.HeldPost": {"member path text more key": ("held_words", GONE)},
    "community.Agreement": {"member": ("agreements", GONE)},
    "community.AgreementText": {"published_by": ("work", LEADS_NOWHERE)},
    "community.MentorOffer": {"member": ("mentoring", GONE), "offered_by": ("work", LEADS_NOWHERE)},
    "community.Welcome": {"member": ("mentoring", GONE), "mentor": ("mentoring", LEADS_NOWHERE)},
    "community.MemberPage": {"member": ("page", GONE)},
    "community.PageLine": {"member words": ("page", GONE)},
    "community.Member_groups": {"member": ("work", LEADS_NOWHERE)},
    "community.Member_user_permissions": {"member": ("work", LEADS_NOWHERE)},
    "community.Mute": {"muter muted": ("muted", GONE)},
    "community.Session": {"member session_key session_data device": ("signed_in", GONE)},
    "account.EmailAddress": {"user email": ("address", GONE)},
    "mfa.Authenticator": {"user data": ("keys", GONE)},
    "community.Thread": {
        "started_by": ("comments", CUT),
        "shown_title": ("comments", AS_CHOSEN),
        "mode_words": ("work", CLEANED),
    },
    "community.Comment": {
        "author title body body_html piece": ("comments", AS_CHOSEN),
        "author_name": ("guest_words", AS_CHOSEN),
        "author_email": ("guest_address", EMPTIED),
        "network_hash": ("network", BY_TIME),
        "receipt_salt submission_key": ("proofs", AS_CHOSEN),
        "reasons": ("screening", AS_CHOSEN),
        "import_key origin_hash": ("origin", AS_CHOSEN),
        "annotation": ("decisions", LEADS_NOWHERE),
        "annotated_by": ("work", LEADS_NOWHERE),
    },
    "community.AddressProof": {
        "email": ("address_proofs", BY_TIME),
        "origin_hash": ("origin", BY_TIME),
        "salt": ("proofs", BY_TIME),
    },
    "community.CommentVersion": {"title body body_html": ("versions", AS_CHOSEN)},
    "community.Support": {"member": ("support", GONE)},
    "community.ThreadVisit": {"member": ("visits", GONE)},
    "community.Decision": {
        "member words facts screening_codes": ("decisions", LEADS_NOWHERE),
        "moderator": ("work", LEADS_NOWHERE),
    },
    "community.Sanction": {"member": ("decisions", LEADS_NOWHERE)},
    "community.Appeal": {"appellant": ("appeals", LEADS_NOWHERE), "words": ("appeals", EMPTIED)},
    "community.Notice": {
        "notifier": ("notices", LEADS_NOWHERE),
        "name email explanation law": ("notices", EMPTIED),
        "address snapshot answer": ("notices", CLEANED),
        "reference salt submission_key": ("proofs", BY_TIME),
    },
    "community.Flag": {
        "flagger": ("flags", LEADS_NOWHERE),
        "words": ("flags", EMPTIED),
        "snapshot": ("comments", CLEANED),
        "guest_key email": ("flags", BY_TIME),
    },
    "community.Note": {"member words": ("notes", GONE), "writer": ("work", LEADS_NOWHERE)},
    "community.Claim": {"moderator passed_by": ("work", LEADS_NOWHERE)},
    "community.ReplyTemplate": {"changed_by": ("work", LEADS_NOWHERE)},
    "community.TopicLimit": {"moderator": ("work", LEADS_NOWHERE)},
    "community.BlockedTerm": {"added_by": ("work", LEADS_NOWHERE)},
    "community.DeskLogEntry": {"editor": ("work", LEADS_NOWHERE)},
    "community.DeskRun": {
        "editor": ("work", LEADS_NOWHERE),
        "label sources": ("import_copies", BY_TIME),
    },
    "community.IssueLogEntry": {"editor": ("work", LEADS_NOWHERE)},
    "admin.LogEntry": {
        "user": ("work", LEADS_NOWHERE),
        "object_repr": ("work", RENAMED),
        "change_message": ("work", LEADS_NOWHERE),
    },
    "community.Follower": {
        "member": ("letters", GONE),
        "email stopped_address": ("letters", GONE),
        "salt": ("proofs", GONE),
    },
    "community.Follow": {"target": ("follows", GONE)},
    "community.ReturnedLetter": {"name": ("returned", GONE)},
    "community.Notification": {"key path": ("news", GONE)},
    "community.Erasure": {
        "member asked_from": ("erasures", CUT),
        "salt": ("proofs", LEADS_NOWHERE),
        "went": ("erasures", LEADS_NOWHERE),
        "names": ("erasures", EMPTIED),
    },
    "community.GuestErasure": {"marks": ("taken_back", GONE)},
    "community.Download": {"member name": ("downloads", GONE)},
    "community.SpamModel": {"model": ("learned", ANEW)},
    "articles.Question": {"text words submission_key": ("questions", CLEANED)},
    "articles.Subscriber": {"email agreed_to": ("newsletter", GONE), "salt": ("proofs", GONE)},
    "articles.Suppression": {"address_hash": ("no_newsletter", BY_TIME)},
    "articles.SearchEntry": {"tokens": ("index", ANEW)},
    "articles.SearchWord": {"stem": ("index", ANEW)},
}


def registered() -> dict[str, tuple[str, str]]:
    """Every column of the registry with its topic and fate, for example under `community.Member.email`."""
    return {
        f"{model}.{name}": known
        for model, columns in FIELDS.items()
        for names, known in columns.items()
        for name in names.split()
    }
