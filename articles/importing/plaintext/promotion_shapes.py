"""The shapes of what a site asks of its readers: to subscribe, share, buy, accept cookies.

Written for `furniture.recognise`; the rules for patterns are those of `comment_shapes`.
"""

_SOCIAL = (
    r"(?:facebook|twitter|linked ?in|whats ?app|pinterest|reddit|telegram|tumblr|flipboard|"
    r"instagram|you ?tube|messenger|mastodon|bluesky|threads|weibo|wechat|viber|tiktok|google ?\+|"
    r"rss|stumbleupon|digg|x)"
)
_NETWORK = rf"(?:{_SOCIAL}|pocket|vk|line|e-?mail|mail|print|sms|copy(?: link)?|link)"
_PAGE = r"(?:article|story|post|page|news|content|item|report|entry)"

NEWSLETTER = [
    (
        r"(?:please )?(?:subscribe|sign[ -]?up|register|join)(?: here| now| today| for free| "
        r"free)?[.!:]*"
    ),
    (
        r"(?:please )?(?:subscribe|sign[ -]?up|register|join)(?: here| now| today)? (?:to|"
        r"for|our|now|us|in)\b"
        r"[^.!?]{0,120}\b(?:newsletters?|mailing list|e-?mails?|updates?|alerts?|digest|"
        r"channel|inbox|"
        r"bulletin|rss|feed)\b.{0,160}"
    ),
    r"(?:get|receive) [^.!?]{0,120} (?:to|in|into|via|by) (?:your )?(?:inbox|e-?mail)\b.{0,120}",
    (
        r"(?:(?:our|the|free|daily|weekly|monthly|e-?mail) ){0,4}newsletters?(?: sign[ -]?up| "
        r"subscription)?[.:!]*"
    ),
    (
        r"(?:get|receive) (?:(?:our|the|a|free|daily|weekly|monthly|latest|e-?mail) ){1,4}"
        r"(?:newsletters?|updates|alerts)\b.{0,80}"
    ),
    (
        r"(?:stay|keep) (?:up[ -]to[ -]date|updated|informed|in the know|in the loop)(?: (?:with|"
        r"on|about)\b.{0,80})?[.!]*"
    ),
    r"stay (?:connected|in touch)[.!]*",
    r"enter your e-?mail(?: address)? (?:to|below|and)\b.{0,160}",
    r"join [\d,.]+k? other (?:subscribers|followers|readers|members)\b.{0,40}",
    r"never miss (?:a|an|any|another) (?:story|article|update|post|issue|news)\b.{0,80}",
    (
        r"(?:please )?(?:enter |type )?your e-?mail(?: address)?(?: here)?[.!:]*|e-?mail(?: "
        r"address)?:?"
    ),
    r"(?:thank you|thanks) for (?:subscribing|signing up|your subscription|registering)\b.{0,120}",
    r"(?:(?:did you )?(?:enjoy(?:ed|ing)?|like|liked|love) this (?:article|story|post))\b.{0,120}",
    r"(?:you can )?unsubscribe (?:at any ?time|here|from)\b.{0,120}",
    (
        r"by (?:subscribing|signing up|submitting|registering|entering your e-?mail)\b[^.]{0,80}"
        r"\b(?:you|i) (?:agree|consent|accept|will|acknowledge|confirm)\b.*"
    ),
    r"we (?:respect|value|care about) your privacy\b.{0,160}",
    r"we (?:will )?(?:never|don't|won't|do not) (?:share your|spam|sell your)\b.{0,120}",
    r"no spam\b.{0,80}",
]

_BUTTON = rf"(?:share|tweet|pin(?: it)?|like|post|follow|send|save|\d{{1,6}}|{_NETWORK})"
SHARING = [
    (
        r"(?:please )?(?:share|tweet|pin|e-?mail|print|save|bookmark|like|forward|post|send|"
        r"listen to)"
        rf"(?: (?:this|the|it|our))?(?: {_PAGE})?"
        rf"(?: (?:on|via|to|by|with|using|as) (?:a |your )?(?:{_NETWORK}|friends?|social media|pdf)"
        rf"(?:(?:, | and | or | / | \| ){_NETWORK}){{0,8}})?[.!:]*"
    ),
    rf"(?=.*[a-z]){_BUTTON}(?:[ |,/·•]{{1,4}}{_BUTTON}){{0,14}}",
    (
        rf"(?:follow|like|find|join|visit|connect with|contact) (?:us|me|@\S{{1,40}}) (?:on|at|"
        rf"via) {_SOCIAL}\b.{{0,80}}"
    ),
    r"follow(?: us| me)?[.:]*|(?:like|share|follow) (?:this|us|it)[.:!]*",
    r"click to (?:share|print|e-?mail|tweet)\b.{0,80}",
    r"(?:like )?loading\.*",
    (
        r"\d[\d,.]*k? (?:shares?|likes?|views?|reads?|tweets?|downloads?|votes?|retweets?|reposts?|"
        r"followers?|people like this)"
    ),
    r"(?:total )?(?:shares|views|likes|reads|post views):? ?\d[\d,.]*k?|shares",
    r"(?:copy|copied|link copied)(?: (?:the )?(?:link|url))?(?: to clipboard)?[.!]*",
    r"how (?:useful|helpful) was this .{1,30}|click on a star to rate it[!.]?",
    r"average rating\b.{0,40}|vote count:? ?\d+|no votes so far\b.{0,60}",
    r"as you found this post useful\b.{0,60}|we are sorry that this post was not useful\b.{0,40}",
    r"let us improve this post[!.]?|tell us how we can improve .{1,40}",
    r"rate this (?:article|post|page|content)\b.{0,60}",
    r"was this (?:(?:article|page|information|content|post|story) )?(?:helpful|useful)\b.{0,60}",
    r"(?:thanks|thank you) for your (?:feedback|vote|rating)\b.{0,60}",
    r"(?:what did|did) you (?:think of|like|find) this (?:article|page|story|post)\b.{0,60}",
]

ADVERTISEMENT = [
    r"advert(?:isement|isements|ising|s|orial)?",
    (
        r"(?:advertisement|ad|sponsored|promoted)[ :–—-]{1,3}"
        r"(?:continue reading|scroll|feedback|message|skip|article continues|story "
        r"continues)\b.{0,60}"
    ),
    r"(?:the |this )?(?:article|story|post|content|text) continues (?:below|after)\b.{0,60}",
    r"scroll(?: down)? (?:to|for) (?:continue|read|more)\b.{0,60}",
    r"(?:sponsored|promoted|paid)(?: (?:content|post|message|by .{1,60}|partnership))?",
    r"ads?|adchoices|ads by .{1,40}|report this ad|remove ads?|why this ad\?",
    r"(?:please )?(?:disable|turn off) .{0,40}ad ?block.{0,60}",
    r"(?:please )?(?:donate|make a donation|support us)(?: (?:now|today|here))?[.!]*",
]

COOKIES = [
    (
        r"(?:we|this (?:web)?site|our (?:web)?site|our partners|we and our .{1,40}) "
        r"(?:also )?(?:uses?|may use|places?|stores?) (?:.{0,40} )?cookies\b.*"
    ),
    (
        r"by (?:continuing|using|clicking|browsing|visiting|closing|accepting)\b.{0,100}"
        r"\b(?:you|i) (?:agree|accept|consent|acknowledge|confirm)\b.*"
    ),
    (
        r"(?:accept|reject|allow|refuse|decline|manage|agree to)(?: (?:all|only|necessary|"
        r"essential|my)){0,3}"
        r" (?:cookies?|consent|preferences|choices)(?: .{0,40})?"
    ),
    (
        r"(?:cookies?|privacy|consent) (?:policy|settings|preferences|notice|statement|"
        r"choices|manager)"
        r"(?: (?:and|&) .{1,40})?"
    ),
    (
        r"(?:accept|reject|decline)(?: all)?|i agree|got it[.!]?|i understand|allow all|no,? "
        r"thanks[.!]?"
    ),
    r"your privacy choices|do not sell .{0,40}information|your privacy (?:and|&) cookies.{0,40}",
    r"cookies (?:help|let|allow|enable) us\b.*",
]
