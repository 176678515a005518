"""Columns of words that say nothing about readers, writers or members, each with why. Pure."""

ARTICLE = (
    "an article, its source and its topics: published by somebody else, and not about our people"
)
KEYS = "made by the machine from texts of articles, or a name of the machine's own"
CHOICE = "our own words, chosen by staff for everybody"
STAFF = "what staff says to everybody about an article, an issue or the site"
DJANGO = "Django's own names of tables and rights"
EMPTY = "nothing is stored there: our own sessions, and codes instead of links, take its place"
NUMBERED = "a number, a mark or a word of ours; the row's other columns say whose it is"

IMPERSONAL: dict[str, dict[str, str]] = {
    "articles.ImportRun": {"source format": ARTICLE},
    "articles.Source": {
        "name url licence_note feed_url feed_note feed_etag feed_modified": ARTICLE
    },
    "articles.Topic": {"name slug description": ARTICLE},
    "articles.Article": {
        "slug title standfirst author body_html excerpt lead_image licence_note source_url external_id": ARTICLE,
        "fingerprint": KEYS,
        "withdrawn_note": STAFF,
    },
    "articles.ArticleEmbedding": {"directions": KEYS},
    "articles.Correction": {"note": STAFF},
    "articles.ArticleVersion": {"title standfirst body_html": ARTICLE, "fingerprint": KEYS},
    "articles.SourceChange": {"title standfirst author body_html": ARTICLE, "fingerprint": KEYS},
    "articles.Issue": {"slug title subject opening": STAFF},
    "articles.IssueArticle": {"teaser": STAFF},
    "articles.Story": {"name slug": ARTICLE},
    "articles.StoryProposal": {"signs": KEYS},
    "articles.ArticleReading": {"mark terms": KEYS},
    "community.DeskLogEntry": {"note": STAFF},
    "community.DeskRun": {"format": KEYS},
    "community.DeskItem": {
        "document format title source_url origin_state changes outcome note": ARTICLE
    },
    "community.RunProblem": {"source reason": ARTICLE},
    "community.IssueLogEntry": {"act": STAFF},
    "community.HelpCountry": {"code name emergency": CHOICE},
    "community.HelpLineEntry": {"name phone text hours url languages": CHOICE},
    "community.ReplyTemplate": {"title words": CHOICE},
    "community.AgreementText": {"body changes": STAFF},
    "community.BlockedTerm": {"term note": CHOICE},
    "community.Comment": {"path support": NUMBERED},
    "community.AlertPause": {"about": NUMBERED},
    "community.Decision": {"state_before lane": NUMBERED},
    "sessions.Session": {"session_key session_data": EMPTY},
    "account.EmailConfirmation": {"key": EMPTY},
    "auth.Permission": {"name codename": DJANGO},
    "auth.Group": {"name": DJANGO},
    "contenttypes.ContentType": {"app_label model": DJANGO},
    "admin.LogEntry": {"object_id": "the key of the row that was changed"},
}


def impersonal() -> dict[str, str]:
    """Every such column with why, for example under `articles.Article.title`."""
    return {
        f"{model}.{name}": why
        for model, columns in IMPERSONAL.items()
        for names, why in columns.items()
        for name in names.split()
    }
