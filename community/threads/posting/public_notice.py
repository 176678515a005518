"""The sentence that every guest reads above the button with which they post.

A guest has no account in which a consent could be kept. Posting in public, after being told what
that means, is what the law asks of them (see docs/decisions/consent.md). The number of the
sentence is stored with the comment, so that it can be shown later what its writer was told.
"""

# Whoever changes the sentence gives it the next number, and leaves the earlier ones below.
NUMBER = 1
SENTENCES = {
    1: "A comment is public. By posting it you agree that what it says about your health is shown "
    "here to everybody; with the link on your receipt you can erase it at any time.",
}
PUBLIC_NOTICE = SENTENCES[NUMBER]
