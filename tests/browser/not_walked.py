"""Addresses that the walk through every page leaves out, by name, each with the reason."""

FILE = "no page: a file, a feed, or an answer to a program"
SENT = "opens nothing: it takes what a form sends, and leads to a page that is walked"
LEADS = "opens nothing: it leads to a page that is walked"
STEP = "only after the step before it, and with a key: test_membership goes there"
PART = "a part of a page that is walked, asked for by its script"
LETTER = "a letter as a mail program shows it, where no script runs, so none can look for barriers"

NOT_WALKED: dict[str, str] = {
    **dict.fromkeys(
        (
            "alive",
            "ready",
            "favicon",
            "robots",
            "oembed",
            "sitemap",
            "sitemap_house",
            "sitemap_list",
            "articles_atom",
            "articles_rss",
            "topic_atom",
            "topic_rss",
            "comments_atom",
            "comments_rss",
            "conversations_atom",
            "conversations_rss",
            "conversation_atom",
            "conversation_rss",
            "transparency_csv",
            "desk_export",
            "download_file",
            "receipt_json",
            "receipt_html",
            "mfa_download_recovery_codes",
        ),
        FILE,
    ),
    **dict.fromkeys(
        (
            "answer_feedback",
            "answer_delete",
            "begin_moderating",
            "handle_case",
            "bulk_decide",
            "undo_decision",
            "decide_conversation",
            "follow_posted",
            "read_news",
            "take_back_flag",
            "take_back_guest_flag",
            "download_ask",
            "discard_words",
            "receipt_forget",
            "desk_help_line_reset",
            "desk_issue_going",
            "desk_story_proposal",
        ),
        SENT,
    ),
    **dict.fromkeys(
        (
            "comment_permalink",
            "open_news",
            "post_comment",
            "post_in_conversation",
            "account_request_login_code",
            "mfa_list_webauthn",
        ),
        LEADS,
    ),
    **dict.fromkeys(
        (
            "account_signup_code",
            "account_confirm_login_code",
            "account_email_verification_sent",
            "mfa_authenticate",
            "mfa_login_webauthn",
            "mfa_reauthenticate_webauthn",
        ),
        STEP,
    ),
    "desk_run_progress": PART,
    "desk_issue_html": LETTER,
}
