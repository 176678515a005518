"""The shapes of page furniture, family by family, written for `furniture.recognise`.

Each pattern must match the whole line, in small letters, with straight quotes, "..." for an
ellipsis and without decoration around it. A pattern that ends in `.*` begins with words that no
article's own paragraph begins with. Nothing here repeats a group whose parts can follow each
other without a separator: that keeps the time linear on hostile lines.
"""

_COUNT = r"(?:\d[\d,.]*k?|no|zero|one|two|three|four|five|six|seven|eight|nine|ten)"
_SAID = r"(?:comments?|replies|reply|responses?|thoughts?|reactions?)"
_SOCIAL = (
    r"(?:facebook|twitter|linked ?in|whats ?app|pinterest|reddit|telegram|tumblr|flipboard|"
    r"instagram|you ?tube|messenger|mastodon|bluesky|threads|weibo|wechat|viber|tiktok|google ?\+|"
    r"rss|stumbleupon|digg|x)"
)
_NETWORK = rf"(?:{_SOCIAL}|pocket|vk|line|e-?mail|mail|print|sms|copy(?: link)?|link)"
_PAGE = r"(?:article|story|post|page|news|content|item|report|entry)"
_HERE = r"(?: (?:here|below|now|(?:on|about|to) (?:this|the) .{1,40}))?"

COMMENTS = [
    r"(?:(?:reader|user|visitor|your|all|top) ){0,2}"
    rf"(?:the )?(?:{_COUNT} )?comments?(?: ?\({_COUNT}\)| ?: ?{_COUNT}?| \d[\d,.]*)?",
    rf"\d[\d,.]*k? (?:more )?{_SAID}(?: so far| (?:on|to) .*)?",
    rf"{_COUNT} {_SAID} (?:on|to) \".*",
    rf"comments? (?:on|for|to) (?:(?:this|the) {_PAGE}.{{0,40}}|\".*)",
    rf"(?:{_PAGE} |blog )?comments? section[.:]?",
    r"what (?:our |the )?readers (?:said|say|wrote|write|think)",
    r"(?:our )?(?:readers?'?s?|visitors?'?s?) (?:comments?|discussion|opinions?|feedback|responses?|"
    r"reactions?|say|write|wrote)",
    r"(?:join|start|continue|add to) the (?:discussion|conversation|debate)[.!:]?",
    r"discussion ?(?:\(\d+\)|: ?\d+)",
    rf"(?:{_PAGE}|blog) comments",
]

FORM = [
    r"(?:view|show|hide|read|see|load)(?: (?:all|more|the|older|newer|previous|\d{1,6})){0,2} comments"
    r"(?: ?\(\d{1,6}\))?",
    r"(?:the )?(?:comments?|discussion)(?: section)? (?:are|is) (?:now )?(?:closed|off|disabled).{0,80}",
    r"comments? (?:closed|off)\.?",
    r"(?:be the )?first to (?:comment|reply)\b.{0,60}",
    r"(?:there are )?no comments(?: yet)?\b.{0,80}",
    r"(?:sort|order)(?:ed)? by:? ?.{0,20}(?:newest|oldest|best|popular).{0,60}",
    r"comments powered by .{1,60}",
    r"please enable javascript to view (?:the )?comments\b.*",
    r"(?:leave|post|add|write|submit|make|send|enter|type)(?: us)? (?:an?|your|the|new|another) "
    rf"(?:new |first |public )?(?:comment|reply|response)s?{_HERE}[.!:]*(?: \(?cancel(?: reply)?)?\)?",
    r"(?:leave|post|add) a (?:comment|reply|response) (?:to|for|on) .{1,160}",
    r"(?:leave|share|give us) your (?:thoughts|opinions?|views?)"
    r"(?: (?:below|here|with us|in the comments\b.{0,30}))?[.!:]*",
    r"(?:submit|post|send|publish|preview) (?:comment|reply)",
    r"(?:click here )?(?:to )?cancel (?:reply|comment)",
    r"reply|reply to .{1,60} cancel(?: reply)?",
    r"have your say[.!]?|tell us what you think[.!]?(?: .{0,40})?",
    r"(?:please )?(?:you (?:must|need to|have to) )?(?:be )?(?:log|sign|logged|signed)[ -]?in "
    r"(?:or (?:register|sign up|create an account|join) )?to (?:leave |post |write |add |make |submit )?"
    r"(?:an? |your |the )?(?:comments?|reply|replies|discussion|conversation)\b.{0,80}",
    r"please enter your (?:comment|name|message)\b.{0,40}",
    r"(?:type|write|enter) your (?:comment|reply|name|message)(?: here)?[.!:]*",
    r"you have entered an incorrect e-?mail address\b.{0,60}",
    r"please enter your e-?mail(?: address)? here[.!]?",
    r"your e-?mail(?: address)? (?:will not|won't|is never|will never) be (?:published|shared|shown|public)\b.*",
    r"(?:all )?(?:required )?fields (?:are marked|marked|are required|are mandatory)\b.{0,60}",
    r"save my name,? (?:and )?(?:my )?e-?mail\b.*",
    r"(?:notify|e-?mail) me (?:of|about|when|by|via|if) .{1,120}",
    r"this site uses akismet\b.*|learn (?:more about )?how your comment data is processed\.?",
    r"(?:your|all|the) comments? (?:is|are|will be|may be) (?:awaiting |pre-?|subject to )?"
    r"(?:moderat|held|reviewed|published|checked|approved)\w*\b.{0,120}",
    r"comments? (?:is|are|will be|may be) (?:pre-?)?(?:moderated|reviewed|checked|published|approved)\b.{0,120}",
    r"(?:please )?(?:read |see |follow |respect |review )?(?:our |the )?(?:comment|commenting)"
    r" (?:policy|guidelines|rules|standards)\b.{0,60}",
    r"you (?:may|can) use these html tags\b.*",
]

PINGBACKS = [
    r"(?:\d+ )?(?:track ?backs?|ping ?backs?)(?: ?(?:/|&|and) ?(?:track ?backs?|ping ?backs?))?"
    r"(?: ?\(\d+\))?:?",
]

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

_VIEWS = r"(?:views?|opinions?|statements?|comments?|thoughts|conclusions?|information)"
_EXPRESSED = (
    rf"{_VIEWS}(?:(?:,? and/or|,? and|,? or|,) {_VIEWS}){{0,4}},? (?:that (?:are|is) )?"
    r"(?:expressed|contained|stated|posted|published|presented|given|made)"
)
_WRITERS = r"(?:authors?|writers?|commenters?|commentators?|contributors?|users?|readers?|posters?)"

OPINIONS = [
    rf"(?:disclaimer[:.]? )?(?:please note:? )?(?:that )?(?:any |all |the |these )?{_EXPRESSED}"
    r" (?:here(?:in)?|above|below|in (?:this|these|the|our|reader|user|any)\b[^.]{0,60}?|"
    rf"on (?:this|our|the)\b[^.]{{0,60}}?|by (?:(?:the|our|individual|each|guest) ){{0,2}}{_WRITERS}[^.]{{0,60}}?)"
    r",? (?:are|is|do|does|may|belong|reflect|represent|remain|should)\b.*",
    rf"(?:any |all |the )?{_EXPRESSED} are (?:those|solely|their own|not necessarily|the views)\b.*",
    r"(?:comments|posts|opinions|views)(?: (?:and|or) (?:comments|posts|opinions|views))?"
    r" (?:are (?:those|the (?:sole )?responsibility|the views|the opinions)|"
    r"do not (?:necessarily )?(?:reflect|represent))\b.*",
    r"(?:the )?(?:publisher|editors?|site|website|management) (?:is|are) not responsible for\b.*",
    r"(?:we|the editors?|the publisher) reserves? the right to (?:edit|remove|delete|moderate|refuse)\b.*",
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
    r"(?:medical |health )?disclaimer[:.]?",
    r"never disregard\b.{0,80}medical advice\b.*",
    r"we do not provide medical advice\b.*",
]

QUESTION_BOX = [
    r"while we (?:only )?(?:use|strive|aim|try|work|make every effort)\b.{0,200}\b(?:may|might|can)\b"
    r".{0,120}\b(?:incorrect|inaccura|errors?|mistakes?|wrong).*",
    r"please (?:confirm|verify|check) (?:any|all|important|the) (?:data|information|info|answers?|facts)\b.*",
    r"your (?:questions?|queries|prompts?|chats?|conversations?)\b.{0,80}"
    r"\b(?:shared|retained|stored|processed|recorded)\b.*",
    r"please (?:do not|don't|never|avoid) (?:ask|enter|share|submit|include|type|asking|entering|sharing)"
    r"\b.{0,80}\b(?:sensitive|confidential|personal|private)\b.*",
    r"(?:do not|don't) ask (?:any )?questions? .{0,80}\b(?:sensitive|confidential|personal|private)\b.*",
    r"(?:(?:read|see|view) )?(?:the |our )?(?:full )?terms(?: ?(?:&|and) ?conditions| of (?:use|service))\.?",
    r"(?:this |our |ai )(?:answer|response|chatbot|assistant|summary)\b.{0,40}\b(?:is|are|was|were) "
    r"(?:generated|powered|created|provided|produced|written) (?:by|with|using) "
    r"(?:ai|artificial intelligence|a machine|an ai|a chatbot)\b.*",
    r"(?:ai|answers?|responses?|our assistant|this tool)(?: answers?| responses?)? (?:may|can|might)"
    r"(?: \w{1,12}){0,2} (?:make mistakes|be (?:wrong|incorrect|inaccurate)|contain (?:errors|mistakes|"
    r"inaccuracies))[.!]?(?: (?:please|check|verify|always|consult)\b.*)?",
    r"ask (?:us |our |the )?(?:ai|a question|your question|anything|assistant|chatbot|\w{1,20} ai)[.:!?]*",
    r"(?:have|got) (?:a |any )?(?:more )?questions?(?: about this .{1,30})?\?",
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
    r"(?:about|meet) the (?:author|writer|reviewer|editor)s?[:.]*",
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

_ACTION = r"(?:reply|report|like|dislike|share|link|quote|edit|permalink|flag)"

WIDGET = [
    r"reply to (?:this|comment|@?[\w .'-]{1,40})|(?:log|sign) in to reply",
    r"(?:report|flag) (?:abuse|comment|this comment|as inappropriate|spam)",
    rf"(?:\d{{1,6}} )?{_ACTION}(?:[ |·•,/()]{{1,4}}(?:{_ACTION}|\d{{1,6}})){{0,12}}[ )↓]*",
    r"(?:like )?loading\.*",
    r"\d{1,6} (?:likes?|dislikes?|votes?|points?|up ?votes?|people (?:like|found) this.{0,20})",
    r"(?:hide|show|view|load|see)(?: all)?(?: \d{1,6})?(?: more)? (?:repl(?:y|ies)|responses?)",
    r"your comment is awaiting moderation\b.{0,20}",
]

REFERENCES = [
    r"(?:journal |story |article |scientific |selected |key |literature )?"
    r"(?:references?|sources?|citations?|bibliography|footnotes?|endnotes?|notes|works cited|literature)"
    r"(?: (?:cited|list|and notes|and further reading|and resources))?:?",
    r"(?:further|additional|suggested) (?:reading|resources|information)(?: (?:and|&) .{1,30})?:?",
    r"(?:resources|useful links|more information|journal information|study details):?",
]
