"""What is kept about people, topic by topic: what, why, until when, and where the download has it. Pure.

The page "Everything that is kept about you" says the same words; `fields` says which columns belong to which.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """One kind of thing that is kept about somebody.

    `until` may name rules of `common.retention` in braces; their length is put there. `download` is the name
    under which the file that a member takes away has it; where it is empty, `not_in_download` says why.
    """

    what: str
    why: str
    until: str
    download: str = ""
    not_in_download: str = ""


GUESTS = "It is a guest's. Their receipt shows it, and lets them take it away."
OURS = "It says nothing that the rest of the file does not say, or nothing about the person."
OTHERS = "It is about others, too, or theirs."

TOPICS: dict[str, Topic] = {
    "address": Topic("E-mail address", "You sign in with it, and we write to it. Nobody sees it.",
                     "until you change it or erase the account", "account"),
    "name": Topic("Public name", "It stands above what you write.", "until you change it or erase the account",
                  "account"),
    "earlier_names": Topic("Earlier names", "So that nobody passes for you.", "until you erase the account", "account"),
    "keys": Topic("Passkeys, app and recovery codes", "You sign in with them.",
                  "until you remove them or erase the account",
                  not_in_download="They open the account; whoever found the file could use them."),
    "standing": Topic("How the account stands", "What moderators decided holds, and earns or loses trust.",
                      "as long as the account", "account"),
    "page": Topic("Lines on your page", "You wrote them for others to read.",
                  "until you change them or erase the account", "page"),
    "signed_in": Topic("Where you are signed in",
                       "So that you can see it and sign out there. Only the kind of device and days, no network address.",
                       "until you sign out, or for {sessions}", "signed_in"),
    "mentoring": Topic("Being asked to be a mentor, and welcomes", "So that nobody is asked or welcomed twice.",
                       "until you erase the account", "mentoring"),
    "agreements": Topic("What you agreed to", "So that it can be shown who agreed to which words, and when.",
                        "until you erase the account", "agreed_to"),
    "held_words": Topic("Words that wait for you", "So that nothing you wrote is lost. Only you see them.",
                        "until you post or discard them, or for {held_words}", "words_not_posted"),
    "comments": Topic("Comments", "You wrote them for others to read.", "until you erase them or the account",
                      "comments"),
    "versions": Topic("Earlier versions of comments", "Moderators decide on the words they have read.",
                      "as long as the comment; what moderators blanked for {blanked_words}", "comments"),
    "guest_words": Topic("Your name and your words", "You wrote them for others to read.", "until you erase the comment",
                         not_in_download=GUESTS),
    "guest_address": Topic("The e-mail address you left", "We write to it what was decided about the comment. Nobody sees it.",
                           "for {guest_addresses}, or until the comment is erased", not_in_download=GUESTS),
    "network": Topic("Scrambled mark of the network", "To notice floods of posts.", "for {network_marks}",
                     not_in_download="It cannot be turned back into anything, and changes every day."),
    "proofs": Topic("Proof of a link", "So that nobody makes a link that opens somebody else's things.",
                    "as long as what the link opens",
                    not_in_download="It opens what it proves; whoever found the file could use it."),
    "screening": Topic("Why a comment waited", "Moderators see the reasons that the rules gave.",
                       "as long as the comment", not_in_download=OURS),
    "decisions": Topic("Decisions of moderators about you", "The law asks for a record; you may appeal.",
                       "for good; after an erasure, without you", "decisions"),
    "notes": Topic("Notes among moderators", "They leave a case to each other.", "until the account is erased",
                   not_in_download=OTHERS),
    "flags": Topic("Your flags", "So that they count once, and are answered.",
                   "with your words for {flag_words} after the answer", "flags"),
    "appeals": Topic("Your appeals", "They are answered by somebody else.",
                     "with your words for {appeal_words} after the answer", "appeals"),
    "notices": Topic("Your notices of illegal content", "The law asks us to answer them.",
                     "for {notices} after the answer", "notices"),
    "follows": Topic("What you follow", "You want to hear of it.", "until you stop", "follows"),
    "letters": Topic("What comes to you by mail", "You chose it.", "until you erase the account", "letters"),
    "returned": Topic("Letters to you that came back", "After some of them no letters go there.",
                      "for {returned_letters}", "letters_returned"),
    "news": Topic("News", "You find it under News.", "for {news}", "news"),
    "muted": Topic("People you muted", "Their words are folded away.", "until you hear them again", "muted"),
    "support": Topic("What you said with a button about comments",
                     "It counts below the comment. Nobody else sees that it was you.",
                     "until you take it back, or the account or the comment is erased", "support"),
    "visits": Topic("When you were last in a thread", "To mark what is new to you.", "for {visits}", "visits"),
    "newsletter": Topic("Newsletter", "You asked for it; it has nothing to do with the account.",
                        "until you unsubscribe", "newsletter"),
    "no_newsletter": Topic("Scrambled mark of an address that takes no newsletter", "So that we never write there again.",
                           "for good",
                           not_in_download="It cannot be turned back into the address."),
    "questions": Topic("Questions to the archive", "To see what is missing here. Nothing says who asked.",
                       "for {questions}", not_in_download="Nobody knows whose they are."),
    "erasures": Topic("An erasure that was asked for", "It waits a day, and its receipt can be shown later.",
                      "its receipt for {erasure_receipts}, without you",
                      not_in_download="The letter about it has its link."),
    "origin": Topic("Mark of the address under which a comment was written elsewhere",
                    "So that its owner can claim or erase it.", "as long as the comment",
                    not_in_download="It cannot be turned back into the address."),
    "address_proofs": Topic("An address that somebody says is theirs", "We send a letter there, which proves it.",
                            "for {address_proofs}", not_in_download=GUESTS),
    "taken_back": Topic("Scrambled marks of a comment that a guest erased", "To find what others quoted of it.",
                        "until that is done, in minutes",
                        not_in_download="Nobody can tell a word from them."),
    "downloads": Topic("The file with your own data", "You asked for it.", "for {downloads}",
                       not_in_download="It is the file."),
    "work": Topic("What moderators and staff did", "The law asks for a record of what a team decided.",
                  "for good; after an erasure, without the name", not_in_download=OTHERS),
    "import_copies": Topic("Documents that editors brought in", "They are looked at before they are stored.",
                           "for {import_copies} where nobody decides", not_in_download=OTHERS),
    "learned": Topic("Words that advertising uses here", "Moderators decided about the comments they stand in.",
                     "until it is learned anew, at once when an account is erased", not_in_download=OURS),
    "index": Topic("The index of search", "So that comments can be found.", "as long as the comment",
                   not_in_download=OURS),
}  # fmt: skip
