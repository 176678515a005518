"""The shapes of a site's own lines around an article, written for `furniture.recognise`.

The rules for patterns are those of `comment_shapes`.
"""

_SOCIAL = (
    r"(?:facebook|twitter|linked ?in|whats ?app|pinterest|reddit|telegram|tumblr|flipboard|"
    r"instagram|you ?tube|messenger|mastodon|bluesky|threads|weibo|wechat|viber|tiktok|google ?\+|"
    r"rss|stumbleupon|digg|x)"
)
_NETWORK = rf"(?:{_SOCIAL}|pocket|vk|line|e-?mail|mail|print|sms|copy(?: link)?|link)"
_PAGE = r"(?:article|story|post|page|news|content|item|report|entry)"
TITLES = [
    r"(?:you|readers?|people|others) (?:might|may|will|could|can)? ?also "
    r"(?:like|liked|enjoy|enjoyed|love|read|viewed|ask|asked|be interested in)"
    r"(?: (?:these|this|to read)\b.{0,40})?[.:!?]*",
    r"you (?:might|may) (?:like|enjoy|be interested in)(?: (?:these|this|to read)\b.{0,40})?[.:!?]*",
    r"(?:people|readers|others) who (?:read|liked|viewed) this\b.{0,60}",
    r"(?:recommended|suggested|selected|picked) (?:for you|articles?|reads|stories|posts?|content|videos?)"
    r"(?: .{0,30})?[.:]*",
    r"recommended[.:]*",
    r"(?:read|up|watch|coming up) next[.:]*",
    rf"(?:next|previous)(?: ?(?:/|and|&) ?(?:next|previous))? {_PAGE}s?[.:]*(?: .{{0,120}})?",
    r"more from [^.!?]{1,60}[:.]*",
    rf"more (?:like this|to explore|to read|{_PAGE}s|stories|articles|headlines|news)[.:]*",
    r"most (?:read|popular|viewed|shared|discussed|commented|e-?mailed|watched)"
    r"(?: (?:articles|stories|posts|news|now|today|this week|this month|on .{1,30}|in .{1,30}))?[.:]*",
    r"(?:trending|popular|latest|recent|top|featured|newest|other|similar|editors?'?s?)"
    r" (?:now|today|articles|stories|posts|news|headlines|picks?|choice|videos|reads|comments|highlights)"
    r"(?: (?:of the week|today|(?:on|from|in) .{1,40}))?[.:]*",
    r"trending[.:]*|don't miss[.:]*",
    r"(?:from )?(?:around|across) the web[.:]*|from our partners[.:]*",
    r"sponsored (?:links|stories|articles)[.:]*",
    r"explore (?:further|more)[.:]*",
    r"in (?:other|related) news[.:]*",
]

ABOUT = [
    r"(?:about|meet) the (?:author|writer|reviewer|editor|contributor|publisher)s?[:.]*",
    r"about (?:us|this site|our site)[:.]?|(?:medical |health )?disclaimer[:.]?",
]

RELATED = [
    r"related(?: (?:stories|story|articles?|posts?|news|content|topics?|reading|reads|coverage|links?|"
    r"videos?|items?|pages?|research|headlines|information|products?|to this .{1,20}))?[.:]*",
    rf"more (?:on|about) (?:this|the) (?:topic|subject|{_PAGE}|issue)[.:]*",
    r"more (?:in|on|by|about) [^.!?]{1,40}:",
    r"(?:on|in) this (?:page|article|story)[.:]*|table of contents[.:]*|contents:?|jump to:?",
    r"(?:see|read|watch|check) also[.:]*|also (?:read|see|of interest)[.:]*",
    r"read more(?: about this| on this topic)?:",
]

LINKS = [
    r"(?:related|read more|read also|also read|read next|see also|see more|see related|watch now|"
    r"don't miss|you (?:may|might) also like|"
    r"related (?:article|story|stories|news|reading|coverage|link|video)s?)(?: on this)?: ?\S.{0,200}",
    r"read (?:the )?(?:full|whole|original|rest of the|entire) (?:article|story|post|text)"
    r"(?: here| now| at source)?[.:]*",
    r"(?:continue|keep) reading\b.{0,120}",
    r"(?:click|tap) here (?:to|for) .{1,100}",
    r"(?:read|view|see|show|load|find out|learn) (?:more|less|all)(?: about this| on this topic)?[.:]*",
]

NEWSLETTER = [
    r"(?:please )?(?:subscribe|sign[ -]?up|register|join)(?: here| now| today| for free| free)?[.!:]*",
    r"(?:please )?(?:subscribe|sign[ -]?up|register|join)(?: here| now| today)? (?:to|for|our|now|us|in)\b"
    r"[^.!?]{0,120}\b(?:newsletters?|mailing list|e-?mails?|updates?|alerts?|digest|channel|inbox|"
    r"bulletin|rss|feed)\b.{0,160}",
    r"(?:get|receive) [^.!?]{0,120} (?:to|in|into|via|by) (?:your )?(?:inbox|e-?mail)\b.{0,120}",
    r"(?:(?:our|the|free|daily|weekly|monthly|e-?mail) ){0,4}newsletters?(?: sign[ -]?up| subscription)?[.:!]*",
    r"(?:get|receive) (?:(?:our|the|a|free|daily|weekly|monthly|latest|e-?mail) ){1,4}"
    r"(?:newsletters?|updates|alerts)\b.{0,80}",
    r"(?:stay|keep) (?:up[ -]to[ -]date|updated|informed|in the know|in the loop)(?: (?:with|on|about)\b.{0,80})?[.!]*",
    r"stay (?:connected|in touch)[.!]*",
    r"never miss (?:a|an|any|another) (?:story|article|update|post|issue|news)\b.{0,80}",
    r"(?:please )?(?:enter |type )?your e-?mail(?: address)?(?: here)?[.!:]*|e-?mail(?: address)?:?",
    r"(?:thank you|thanks) for (?:subscribing|signing up|your subscription|registering)\b.{0,120}",
    r"(?:(?:did you )?(?:enjoy(?:ed|ing)?|like|liked|love) this (?:article|story|post))\b.{0,120}",
    r"(?:you can )?unsubscribe (?:at any ?time|here|from)\b.{0,120}",
    r"by (?:subscribing|signing up|submitting|registering|entering your e-?mail)\b[^.]{0,80}"
    r"\b(?:you|i) (?:agree|consent|accept|will|acknowledge|confirm)\b.*",
    r"we (?:respect|value|care about) your privacy\b.{0,160}",
    r"we (?:will )?(?:never|don't|won't|do not) (?:share your|spam|sell your)\b.{0,120}",
    r"no spam\b.{0,80}",
]

_BUTTON = rf"(?:share|tweet|pin(?: it)?|like|post|follow|send|save|\d{{1,6}}|{_NETWORK})"
SHARING = [
    r"(?:please )?(?:share|tweet|pin|e-?mail|print|save|bookmark|like|forward|post|send|listen to)"
    rf"(?: (?:this|the|it|our))?(?: {_PAGE})?"
    rf"(?: (?:on|via|to|by|with|using|as) (?:a |your )?(?:{_NETWORK}|friends?|social media|pdf)"
    rf"(?:(?:, | and | or | / | \| ){_NETWORK}){{0,8}})?[.!:]*",
    rf"(?!\d+$){_BUTTON}(?:[ |,/·•]{{1,4}}{_BUTTON}){{0,14}}",
    rf"(?:follow|like|find|join|visit|connect with|contact) (?:us|me|@\S{{1,40}}) (?:on|at|via) {_SOCIAL}\b.{{0,80}}",
    r"follow(?: us| me)?[.:]*|(?:like|share|follow) (?:this|us|it)[.:!]*",
    r"click to (?:share|print|e-?mail|tweet)\b.{0,80}",
    r"(?:like )?loading\.*",
    r"\d[\d,.]*k? (?:shares?|likes?|views?|reads?|tweets?|downloads?|votes?|retweets?|reposts?|"
    r"followers?|people like this)",
    r"(?:total )?(?:shares|views|likes|reads|post views):? ?\d[\d,.]*k?|shares",
    r"(?:copy|copied|link copied)(?: (?:the )?(?:link|url))?(?: to clipboard)?[.!]*",
    r"rate this (?:article|post|page|content)\b.{0,60}",
    r"was this (?:article|page|information|content|post|story) (?:helpful|useful)\b.{0,60}",
    r"(?:thanks|thank you) for your (?:feedback|vote|rating)\b.{0,60}",
    r"(?:what did|did) you (?:think of|like|find) this (?:article|page|story|post)\b.{0,60}",
]

ADVERTISEMENT = [
    r"advert(?:isement|isements|ising|s|orial)?",
    r"(?:advertisement|ad|sponsored|promoted)[ :–—-]{1,3}"
    r"(?:continue reading|scroll|feedback|message|skip|article continues|story continues)\b.{0,60}",
    r"(?:the |this )?(?:article|story|post|content|text) continues (?:below|after)\b.{0,60}",
    r"scroll(?: down)? (?:to|for) (?:continue|read|more)\b.{0,60}",
    r"(?:sponsored|promoted|paid)(?: (?:content|post|message|by .{1,60}|partnership))?",
    r"ads?|adchoices|ads by .{1,40}|report this ad|remove ads?|why this ad\?",
    r"(?:please )?(?:disable|turn off) .{0,40}ad ?block.{0,60}",
    r"(?:please )?(?:donate|make a donation|support us)(?: (?:now|today|here))?[.!]*",
]

COOKIES = [
    r"(?:we|this (?:web)?site|our (?:web)?site|our partners|we and our .{1,40}) "
    r"(?:also )?(?:uses?|may use|places?|stores?) (?:.{0,40} )?cookies\b.*",
    r"by (?:continuing|using|clicking|browsing|visiting|closing|accepting)\b.{0,100}"
    r"\b(?:you|i) (?:agree|accept|consent|acknowledge|confirm)\b.*",
    r"(?:accept|reject|allow|refuse|decline|manage|agree to)(?: (?:all|only|necessary|essential|my)){0,3}"
    r" (?:cookies?|consent|preferences|choices)(?: .{0,40})?",
    r"(?:cookies?|privacy|consent) (?:policy|settings|preferences|notice|statement|choices|manager)"
    r"(?: (?:and|&) .{1,40})?",
    r"(?:accept|reject|decline)(?: all)?|i agree|got it[.!]?|i understand|allow all|no,? thanks[.!]?",
    r"your privacy choices|do not sell .{0,40}information|your privacy (?:and|&) cookies.{0,40}",
    r"cookies (?:help|let|allow|enable) us\b.*",
]

_MATTER = r"(?:web ?site|site|page|article|blog|contents?|information|material|text)"
_NO_ADVICE = (
    r"(?:medical advice|substitute for|(?:informational|educational|information)"
    r"(?: and (?:informational|educational))?(?: use| purposes))\b.*"
)
MEDICAL = [
    rf"(?:(?:medical )?disclaimer[:.]? )?(?:please note:? )?(?:this|our) {_MATTER}\b[^.]{{0,160}}{_NO_ADVICE}",
    rf"(?:(?:medical )?disclaimer[:.]? )?(?:please note:? )?(?:all |any )?(?:the )?{_MATTER} "
    rf"(?:(?:provided|contained|presented|published|available) )?(?:on|in|here|through|at)\b"
    rf"[^.]{{0,160}}{_NO_ADVICE}",
    r"never disregard\b.{0,80}medical advice\b.*",
    r"we do not provide medical advice\b.*",
]

TAGS = [
    r"(?:tags?|tagged(?: (?:with|as|under))?|filed (?:under|in)|posted in|categor(?:y|ies)|keywords?|"
    r"topics?(?: in this .{1,12})?|sections?|labels?|article tags|more topics):.{0,400}",
    r"tags?|tagged(?: (?:with|as|under))?|filed (?:under|in)|categories|keywords|labels",
    r"(?:tagged|filed under|posted in|tagged with) [^.!?]{1,200}",
]

COPYRIGHT = [
    r"(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}|by\b|:)).{0,300}",
    r".{0,120}\ball rights reserved\b.{0,120}",
    r"this (?:document|article|page|material|story) is (?:subject to|protected by) copyright\b.*",
    r"this material may not be (?:published|reproduced|copied)\b.*",
    r"(?:reprints?|permissions?)(?: (?:and|&) (?:reprints?|permissions?))?",
]

_STILL = r"(?:image|photo|photograph|picture|illustration|graphic)"
_PICTURE = rf"(?:(?:(?:cover|featured?|stock|file|header|title) )?{_STILL})"
PICTURE = [
    rf"\(?(?:{_PICTURE}|video)s? ?(?:credits?|courtesy|source|copyright)\b.{{0,200}}",
    rf"\(?{_PICTURE}s?(?: by)? ?[:©].{{1,160}}",
    rf"\(?{_PICTURE}s? (?:by|via|courtesy of) [^.]{{1,60}}\)?",
    r"\(?credits?: .{1,120}",
    r"\(?(?:getty|shutterstock|istock|unsplash|pixabay|adobe stock|wikimedia|alamy|123rf|pexels)"
    r"(?:photo|images?| images?| commons)?(?: ?/ ?.{1,60})?\)?",
    r"(?:click|tap) (?:to|on)(?: the)? (?:enlarge|image|photo|picture|zoom|play)\b.{0,40}",
    r"(?:play|watch)(?: the)? video(?: .{0,40})?",
    r"view (?:image|gallery|larger|full[ -]size)\b.{0,40}",
]

CREDITS = [
    r"(?:medically |clinically |scientifically )?(?:reviewed|fact[ -]?checked|edited|verified|translated)"
    r"(?: (?:and|&) (?:reviewed|edited|approved|fact[ -]?checked))? by:? [^!?]{1,100}",
    r"(?:last )?(?:medically )?reviewed(?: on)?:? .{0,20}\d{4}",
    r"(?:fact|medically) checked[.!]?",
]

NAVIGATION = [
    r"(?:skip|jump) to (?:main |primary )?(?:content|navigation|search|footer|menu|article)",
    r"(?:back|return|go|scroll) to (?:the )?(?:top|home(?:page)?|news|articles|previous page)",
    r"home ?[>»›/|:→\\].{1,200}|you are here:?.{0,200}",
    r"(?:main )?menu|home(?:page)?|search(?: for:?)?|site ?map|navigation|toggle (?:navigation|menu)|close|"
    r"open menu|log ?in|sign ?in|log ?out|sign ?out|my account|about(?: us)?|contact(?: us)?|"
    r"advertise(?: with us)?|help|faqs?|careers|jobs|feedback|privacy|terms|legal|imprint|accessibility|"
    r"submit|name:?|your name:?|website:?|message:?|captcha|cancel|ok|δ|load more|show more|"
    r"more|less|expand|collapse|next|previous|prev|older(?: posts)?|newer(?: posts)?",
    r"(?:name|e-?mail|website|comment|message|your \w{4,8})(?: address)? ?\((?:required|optional|will not)\b.{0,60}",
    r"\w{1,10}[ -]min(?:ute)?s?\.?(?: to)? read(?:ing)?(?: time)?",
    r"(?:estimated )?read(?:ing)? time:? .{1,30}",
    r"(?:listen to|hear) (?:this|the) (?:article|story|page)\b.{0,60}",
    r"(?:print|download|save)(?: (?:this|the|as|a|article|page|pdf|story|copy|version)){1,5}",
    r"(?:print|printer)[ -]friendly(?: .{0,30})?|(?:font|text) size.{0,40}|page \d+ of \d+",
    r"(?:please )?enable javascript\b.*|javascript is (?:disabled|required|not enabled)\b.*",
    r"i'm not a robot|(?:this site is )?protected by recaptcha\b.*",
    r"feedback to editors|let us know if there is a problem with our content\b.*",
    r"(?:the )?content is provided for information purposes only\.?",
    r"citation: .{1,400}\bretrieved .*|(?:please )?use this form if you have come across a typo\b.*",
    r"report (?:an? )?(?:error|mistake|typo)s?(?: .{0,40})?",
]

REFERENCES = [
    r"(?:journal |story |article |scientific |selected |key |literature )?"
    r"(?:references?|sources?|citations?|bibliography|footnotes?|endnotes?|notes|works cited|literature)"
    r"(?: (?:cited|list|and notes|and further reading|and resources))?:?",
    r"(?:further|additional|suggested) (?:reading|resources|information)(?: (?:and|&) .{1,30})?:?",
    r"(?:resources|useful links|more information|journal information|study details):?",
]
