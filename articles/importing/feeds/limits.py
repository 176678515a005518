"""How much of a feed is read, and the sentences for one that is larger."""

from articles.importing.records import ParseError

# The largest feeds known, with the whole text of hundreds of articles, have 4 MB.
MAX_FEED_BYTES = 10 * 1024 * 1024
# A feed holds the newest entries; an archive of thousands comes as an export.
MAX_ENTRIES = 10_000
# In characters, of one entry: a book of a thousand pages has more.
MAX_ENTRY_CHARS = 1_000_000
# Signs that begin markup or a reference: a megabyte of HTML has 50,000.
MAX_SIGNS = 300_000
# Elements left open in one entry; careless writers forget to close a hundred.
MAX_OPEN = 1_000
# Names for characters that a feed may declare, and their length; whole alphabets have 250.
MAX_ENTITIES = 300
MAX_ENTITY_CHARS = 300


def check_size(data: bytes) -> None:
    """Raise ParseError for a feed over `MAX_FEED_BYTES`."""
    if len(data) > MAX_FEED_BYTES:
        raise ParseError(
            f"This feed is larger than {MAX_FEED_BYTES // 1024 // 1024} MB, which is more than feeds "
            "have; take out old entries and try again."
        )


def check_entries(count: int) -> None:
    """Raise ParseError for more than `MAX_ENTRIES`."""
    if count > MAX_ENTRIES:
        raise ParseError(
            f"This feed has more than {MAX_ENTRIES:,} entries; take out old ones and try again."
        )
