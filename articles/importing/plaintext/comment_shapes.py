"""The shapes of what a site puts around readers' comments, written for `furniture.recognise`.

Each pattern must match the whole line, in small letters, with straight quotes, "..." for an
ellipsis and without decoration around it. A pattern that ends in `.*` begins with words that no
article's own paragraph begins with. Nothing here repeats a group whose parts can follow each
other without a separator: that keeps the time linear on hostile lines.
"""

_COUNT = r"(?:\d[\d,.]*k?|no|zero|one|two|three|four|five|six|seven|eight|nine|ten)"
_SAID = r"(?:comments?|replies|reply|responses?|thoughts?|reactions?)"
_PAGE = r"(?:article|story|post|page|news|content|item|report|entry)"
_HERE = r"(?: (?:here|below|now|(?:on|about|to) (?:this|the) .{1,40}))?"
COMMENTS = [
    (
        r"(?:(?:reader|user|visitor|your|all|top) ){0,2}"
        rf"(?:the )?(?:{_COUNT} )?comments?(?: ?\({_COUNT}\)| ?: ?{_COUNT}?| \d[\d,.]*)?"
    ),
    rf"\d[\d,.]*k? (?:more )?{_SAID}(?: so far| (?:on|to) .*)?",
    rf"{_COUNT} {_SAID} (?:on|to) \".*",
    rf"comments? (?:on|for|to) (?:(?:this|the) {_PAGE}.{{0,40}}|\".*)",
    rf"(?:{_PAGE} |blog )?comments? section[.:]?",
    r"what (?:our |the )?readers (?:said|say|wrote|write|think)",
    (
        r"(?:our )?(?:readers?'?s?|visitors?'?s?) (?:comments?|discussion|opinions?|feedback|"
        r"responses?|"
        r"reactions?|say|write|wrote)"
    ),
    r"(?:join|start|continue|add to) the (?:discussion|conversation|debate)[.!:]?",
    r"discussion ?(?:\(\d+\)|: ?\d+)",
    rf"(?:{_PAGE}|blog) comments",
]

FORM = [
    (
        r"(?:view|show|hide|read|see|load)(?: (?:all|more|the|older|newer|previous|"
        r"\d{1,6})){0,2} comments"
        r"(?: ?\(\d{1,6}\))?"
    ),
    (
        r"(?:the )?(?:comments?|discussion)(?: section)? (?:are|is) (?:now )?(?:closed|off|"
        r"disabled).{0,80}"
    ),
    r"comments? (?:closed|off)\.?",
    r"(?:be the )?first to (?:comment|reply)\b.{0,60}",
    r"(?:there are )?no comments(?: yet)?\b.{0,80}",
    r"(?:sort|order)(?:ed)? by:? ?.{0,20}(?:newest|oldest|best|popular).{0,60}",
    r"(?:blog )?comments powered by .{1,60}|view the discussion thread\.?",
    r"(?:older|newer) comments|what are your thoughts\??",
    r"fill in the required fields to post\b.*|captcha (?:verification|user score)\b.{0,80}",
    r"please enable javascript to view (?:the )?comments\b.*",
    (
        r"(?:leave|post|add|write|submit|make|send|enter|type)(?: us)? (?:an?|your|the|new|"
        r"another) "
        rf"(?:new |first |public )?(?:comment|reply|response)s?{_HERE}[.!:]*(?: \(?cancel(?: "
        rf"reply)?)?\)?"
    ),
    r"(?:leave|post|add) a (?:comment|reply|response) (?:to|for|on) .{1,160}",
    (
        r"(?:leave|share|give us) your (?:thoughts|opinions?|views?)"
        r"(?: (?:below|here|with us|in the comments\b.{0,30}))?[.!:]*"
    ),
    r"(?:submit|post|send|publish|preview) (?:comment|reply)",
    r"(?:click here )?(?:to )?cancel (?:reply|comment)",
    r"reply|reply to .{1,60} cancel(?: reply)?",
    r"have your say[.!]?|tell us what you think[.!]?(?: .{0,40})?",
    (
        r"(?:please )?(?:you (?:must|need to|have to) )?(?:be )?(?:log|sign|logged|signed)[ -]?in "
        r"(?:or (?:register|sign up|create an account|join) )?to (?:leave |post |write |add |"
        r"make |submit )?"
        r"(?:an? |your |the )?(?:comments?|reply|replies|discussion|conversation)\b.{0,80}"
    ),
    r"please enter your (?:comment|name|message)\b.{0,40}",
    r"(?:type|write|enter) your (?:comment|reply|name|message)(?: here)?[.!:]*",
    r"you have entered an incorrect e-?mail address\b.{0,60}",
    r"please enter your e-?mail(?: address)? here[.!]?",
    (
        r"your e-?mail(?: address)? (?:will not|won't|is never|will never) be (?:published|"
        r"shared|shown|public)\b.*"
    ),
    r"(?:all )?(?:required )?fields (?:are marked|marked|are required|are mandatory)\b.{0,60}",
    r"save my name,? (?:and )?(?:my )?e-?mail\b.*",
    r"(?:notify|e-?mail) me (?:of|about|when|by|via|if) .{1,120}",
    r"this site uses akismet\b.*|learn (?:more about )?how your comment data is processed\.?",
    (
        r"(?:your|all|the) comments? (?:is|are|will be|may be) (?:awaiting |pre-?|subject to )?"
        r"(?:moderat|held|reviewed|published|checked|approved)\w*\b.{0,120}"
    ),
    (
        r"comments? (?:is|are|will be|may be) (?:pre-?)?(?:moderated|reviewed|checked|published|"
        r"approved)\b.{0,120}"
    ),
    (
        r"(?:please )?(?:read |see |follow |respect |review )?(?:our |the )?(?:comment|commenting)"
        r" (?:policy|guidelines|rules|standards)\b.{0,60}"
    ),
    r"you (?:may|can) use these html tags\b.*",
]

FIELDS = [
    r"post|submit|send|cancel|captcha|δ|name:?|your name:?|website:?|message:?",
    (
        r"(?:name|e-?mail|website|comment|message|your \w{4,8})(?: address)? "
        r"?\((?:required|optional|will not)\b.{0,60}"
    ),
]

PINGBACKS = [
    (
        r"(?:\d+ )?(?:track ?backs?|ping ?backs?)(?: ?(?:/|&|and) ?(?:track ?backs?|ping ?backs?))?"
        r"(?: ?\(\d+\))?:?"
    ),
]

_ACTION = r"(?:reply|delete|report|like|dislike|share|link|quote|edit|permalink|flag)"
WIDGET = [
    r"(?:reply|delete){1,4}|replies:?",
    r"reply to (?:this|comment|@?[\w .'-]{1,40})|(?:log|sign) in to reply",
    r"(?:report|flag) (?:abuse|comment|this comment|as inappropriate|spam)",
    rf"(?:\d{{1,6}} )?{_ACTION}(?:[ |·•,/()]{{1,4}}(?:{_ACTION}|\d{{1,6}})){{0,12}}[ )↓]*",
    r"(?:like )?loading\.*",
    r"\d{1,6} (?:likes?|dislikes?|votes?|points?|up ?votes?|people (?:like|found) this.{0,20})",
    r"(?:hide|show|view|load|see)(?: all)?(?: \d{1,6})?(?: more)? (?:repl(?:y|ies)|responses?)",
    r"your comment is awaiting moderation\b.{0,20}",
]

_VIEWS = r"(?:views?|opinions?|statements?|comments?|thoughts|conclusions?|information)"
_EXPRESSED = (
    rf"{_VIEWS}(?:(?:,? and/or|,? and|,? or|,) {_VIEWS}){{0,4}},? (?:that (?:are|is) )?"
    r"(?:expressed|contained|stated|posted|published|presented|given|made)"
)
_WRITERS = r"(?:authors?|writers?|commenters?|commentators?|contributors?|users?|readers?|posters?)"
OPINIONS = [
    (
        rf"(?:disclaimer[:.]? )?(?:please note:? )?(?:that )?(?:any |all |the |these )?{_EXPRESSED}"
        r" (?:here(?:in)?|above|below|in (?:this|these|the|our|reader|user|any)\b[^.]{0,60}?|"
        rf"on (?:this|our|the)\b[^.]{{0,60}}?|by (?:(?:the|our|individual|each|guest) "
        rf"){{0,2}}{_WRITERS}[^.]{{0,60}}?)"
        r",? (?:are|is|do|does|may|belong|reflect|represent|remain|should)\b.*"
    ),
    (
        rf"(?:any |all |the )?{_EXPRESSED} are (?:those|solely|their own|not necessarily|the "
        rf"views)\b.*"
    ),
    (
        r"(?:the )?(?:comments|posts|opinions|views)(?: (?:and|or) (?:comments|posts|opinions|"
        r"views))?(?: in (?:these|the|our) (?:comments|posts|threads))?"
        r" (?:are (?:those|the (?:sole )?responsibility|the views|the opinions)|"
        r"do not (?:necessarily )?(?:reflect|represent))\b.*"
    ),
    r"(?:the )?(?:publisher|editors?|site|website|management) (?:is|are) not responsible for\b.*",
    (
        r"(?:we|the editors?|the publisher) reserves? the right to (?:edit|remove|delete|"
        r"moderate|refuse)\b.*"
    ),
]

QUESTION_BOX = [
    (
        r"while we (?:only )?(?:use|strive|aim|try|work|make every effort)\b.{0,200}\b(?:may|"
        r"might|can)\b"
        r".{0,120}\b(?:incorrect|inaccura|errors?|mistakes?|wrong).*"
    ),
    (
        r"please (?:confirm|verify|check) (?:any|all|important|the) (?:data|information|info|"
        r"answers?|facts)\b.*"
    ),
    (
        r"your (?:questions?|queries|prompts?|chats?|conversations?)\b.{0,80}"
        r"\b(?:shared|retained|stored|processed|recorded)\b.*"
    ),
    (
        r"please (?:do not|don't|never|avoid) (?:ask|enter|share|submit|include|type|asking|"
        r"entering|sharing)"
        r"\b.{0,80}\b(?:sensitive|confidential|personal|private)\b.*"
    ),
    (
        r"please leave\b.{0,80}\b(?:sensitive|confidential|personal|private)\b.{0,40}"
        r"\bout of (?:your|any|all) (?:questions?|prompts?|chats?)\b.*"
    ),
    (
        r"(?:do not|don't) ask (?:any )?questions? .{0,80}\b(?:sensitive|confidential|personal|"
        r"private)\b.*"
    ),
    (
        r"(?:(?:read|see|view) )?(?:the |our )?(?:full |whole )?terms(?: ?(?:&|and) ?conditions| of "
        r"(?:use|service))\.?"
    ),
    (
        r"(?:this |our |ai )(?:answer|response|chatbot|assistant|summary)\b.{0,40}\b(?:is|"
        r"are|was|were) "
        r"(?:generated|powered|created|provided|produced|written) (?:by|with|using) "
        r"(?:ai|artificial intelligence|a machine|an ai|a chatbot)\b.*"
    ),
    (
        r"(?:ai|answers?|responses?|our assistant|this tool)(?: answers?| responses?)? "
        r"(?:may|can|might)"
        r"(?: \w{1,12}){0,2} (?:make mistakes|be (?:wrong|incorrect|inaccurate)|contain "
        r"(?:errors|mistakes|"
        r"inaccuracies))[.!]?(?: (?:please|check|verify|always|consult)\b.*)?"
    ),
    (
        r"ask (?:us |our |the )?(?:ai|a question|your question|anything|assistant|chatbot|"
        r"\w{1,20} ai)[.:!?]*"
    ),
    r"(?:have|got) (?:a |any )?(?:more )?questions?(?: about this .{1,30})?\?",
]
