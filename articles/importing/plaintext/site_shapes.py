"""The shapes of a site's own lines around an article, written for `furniture.recognise`.

The rules for patterns are those of `comment_shapes`.
"""

_PAGE = r"(?:article|story|post|page|news|content|item|report|entry)"
TITLES = [
    (
        r"(?:you|readers?|people|others) (?:might|may|will|could|can)? ?also "
        r"(?:like|liked|enjoy|enjoyed|love|read|viewed|ask|asked|be interested in)"
        r"(?: (?:these|this|to read)\b.{0,40})?[.:!?]*"
    ),
    (
        r"you (?:might|may) (?:like|enjoy|be interested in)(?: (?:these|this|to "
        r"read)\b.{0,40})?[.:!?]*"
    ),
    r"(?:people|readers|others) who (?:read|liked|viewed) this\b.{0,60}",
    (
        r"(?:recommended|suggested|selected|picked) (?:for you|articles?|reads|stories|"
        r"posts?|content|videos?)"
        r"(?: .{0,30})?[.:]*"
    ),
    r"recommended[.:]*",
    r"(?:read|up|watch|coming up) next[.:]*",
    rf"(?:next|previous)(?: ?(?:/|and|&) ?(?:next|previous))? {_PAGE}s?[.:]*(?: [^.!?]{{0,120}})?",
    r"more from [^.!?]{1,60}[:.]*",
    rf"more (?:like this|to explore|to read|{_PAGE}s|stories|articles|headlines|news)[.:]*",
    (
        r"most (?:read|popular|viewed|shared|discussed|commented|e-?mailed|watched)"
        r"(?: (?:articles|stories|posts|news|now|today|this week|this month|on .{1,30}|in "
        r".{1,30}))?[.:]*"
    ),
    (
        r"(?:trending|popular|latest|recent|top|featured|newest|other|similar|editors?'?s?)"
        r" (?:now|today|articles|stories|posts|news|headlines|picks?|choice|videos|reads|"
        r"comments|highlights)"
        r"(?: (?:of the week|today|(?:on|from|in) .{1,40}))?[.:]*"
    ),
    r"trending[.:]*|don't miss[.:]*|read this next[.:]*",
    r"related articles? ?more from author|archives?|blogroll|meta",
    r"(?:from )?(?:around|across) the web[.:]*|from our partners[.:]*",
    r"sponsored (?:links|stories|articles)[.:]*",
    r"explore (?:further|more)[.:]*",
    r"in (?:other|related) news[.:]*",
]

ABOUT = [
    r"(?:about|meet) the (?:author|writer|reviewer|editor|contributor|publisher)s?[:.]*",
    r"(?:how to )?cite this (?:article|page|story|post)[.:]*",
    r"please use one of the following formats to cite\b.*|how we reviewed this article:?",
    r"about (?:us|this site|our site)[:.]?|(?:medical |health )?disclaimer[:.]?",
]

RELATED = [
    (
        r"related(?: (?:stories|story|articles?|posts?|news|content|topics?|reading|reads|"
        r"coverage|links?|"
        r"videos?|items?|pages?|research|headlines|information|products?|to this .{1,20}))?[.:]*"
    ),
    rf"more (?:on|about) (?:this|the) (?:topic|subject|{_PAGE}|issue)[.:]*",
    r"more (?:in|on|by|about) [^.!?]{1,40}:",
    r"(?:on|in) this (?:page|article|story)[.:]*|table of contents[.:]*|contents:?|jump to:?",
    r"(?:see|read|watch|check) also[.:]*|also (?:read|see|of interest)[.:]*",
    r"read more(?: about this| on this topic)?:",
]

LINKS = [
    (
        r"(?:related|read more|read also|also read|read next|see also|see more|see related|"
        r"watch now|"
        r"don't miss|you (?:may|might) also like|"
        r"related (?:article|story|stories|news|reading|coverage|link|video)s?)(?: on "
        r"this)?: ?\S.{0,200}"
    ),
    (
        r"read (?:the )?(?:full|whole|original|rest of the|entire) (?:article|story|post|text)"
        r"(?: here| now| at source)?[.:]*"
    ),
    r"(?:continue|keep) reading\b.{0,120}",
    # Some themes set the title right behind the words: "Previous articleCold water".
    r"(?:next|previous) (?:article|post|story)(?!s\b)\S.{0,160}",
    r"(?:click|tap) here (?:to|for) .{1,100}",
    (
        r"(?:read|view|see|show|load|find out|learn) (?:more|less|all)(?: about this| on this "
        r"topic)?[.:]*"
    ),
]

_MATTER = r"(?:web ?site|site|page|article|blog|contents?|information|material|text)"
_NO_ADVICE = (
    r"(?:medical advice|substitute for|(?:informational|educational|information)"
    r"(?: and (?:informational|educational))?(?: use| purposes))\b.*"
)
MEDICAL = [
    (
        rf"(?:(?:medical )?disclaimer[:.]? )?(?:please note:? )?(?:this|our) "
        rf"{_MATTER}\b[^.]{{0,160}}{_NO_ADVICE}"
    ),
    (
        rf"(?:(?:medical )?disclaimer[:.]? )?(?:please note:? )?(?:all |any )?(?:the )?{_MATTER} "
        rf"(?:(?:provided|contained|presented|published|available) )?(?:on|in|here|through|at)\b"
        rf"[^.]{{0,160}}{_NO_ADVICE}"
    ),
    r"never disregard\b.{0,80}medical advice\b.*",
    r"we do not provide medical advice\b.*",
]

TAGS = [
    (
        r"(?:tags?|tagged(?: (?:with|as|under))?|filed (?:under|in)|posted in|categor(?:y|"
        r"ies)|keywords?|"
        r"topics?(?: in this .{1,12})?|sections?|labels?|article tags|more topics):.{0,400}"
    ),
    r"this entry was posted (?:in|on|by)\b.*|bookmark the permalink\.?",
    r"tags?|tagged(?: (?:with|as|under))?|filed (?:under|in)|categories|keywords|labels",
    r"(?:tagged|filed under|posted in|tagged with) [^.!?]{1,200}",
]

COPYRIGHT = [
    r"(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}|by\b|:)).{0,300}",
    r"(?:proudly )?powered by .{1,60}|create a (?:free )?(?:website|blog)\b.{1,60}",
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
    (
        r"\(?(?:getty|shutterstock|istock|unsplash|pixabay|adobe stock|wikimedia|alamy|123rf|"
        r"pexels)"
        r"(?:photo|images?| images?| commons)?(?: ?/ ?.{1,60})?\)?"
    ),
    r"(?:click|tap) (?:to|on)(?: the)? (?:enlarge|image|photo|picture|zoom|play)\b.{0,40}",
    r"(?:play|watch)(?: the)? video(?: .{0,40})?",
    r"view (?:image|gallery|larger|full[ -]size)\b.{0,40}",
]

CREDITS = [
    (
        r"(?:medically |clinically |scientifically )?(?:reviewed|fact[ -]?checked|edited|"
        r"verified|translated)"
        r"(?: (?:and|&) (?:reviewed|edited|approved|fact[ -]?checked))? by:? [^!?]{1,100}"
    ),
    r"(?:last )?(?:medically )?reviewed(?: on)?:? .{0,20}\d{4}",
    r"(?:fact|medically) checked[.!]?",
]

NAVIGATION = [
    r"(?:skip|jump) to (?:main |primary )?(?:content|navigation|search|footer|menu|article)",
    r"(?:back|return|go|scroll) to (?:the )?(?:top|home(?:page)?|news|articles|previous page)",
    r"home ?[>»›/|:→\\].{1,200}|you are here:?.{0,200}",
    (
        r"(?:main )?menu|home(?:page)?|search(?: for:?)?|site ?map|navigation|toggle "
        r"(?:navigation|menu)|close|"
        r"open menu|log ?in|sign ?in|log ?out|sign ?out|my account|about(?: us)?|contact(?: us)?|"
        r"advertise(?: with us)?|help|faqs?|careers|jobs|feedback|privacy|terms|legal|"
        r"imprint|accessibility|"
        r"ok|load more|show more|"
        r"more|less|expand|collapse|next|previous|prev|older(?: posts)?|newer(?: posts)?"
    ),
    r"\w{1,10}[ -]min(?:ute)?s?\.?(?: to)? read(?:ing)?(?: time)?",
    r"(?:estimated )?read(?:ing)? time:? .{1,30}",
    r"(?:listen to|hear) (?:this|the) (?:article|story|page)\b.{0,60}",
    r"(?:print|download|save)(?: (?:this|the|as|a|article|page|pdf|story|copy|version)){1,5}",
    r"(?:print|printer)[ -]friendly(?: .{0,30})?|(?:font|text) size.{0,40}|page \d+ of \d+",
    r"(?:please )?enable javascript\b.*|javascript is (?:disabled|required|not enabled)\b.*",
    r"i'm not a robot|(?:this site is )?protected by recaptcha\b.*",
    r"full story|post navigation|comment navigation",
    r"feedback to editors|let us know if there is a problem with our content\b.*",
    r"(?:the )?content is provided for information purposes only\.?",
    (
        r"citation: .{1,400}\bretrieved .*|(?:please )?use this form if you have come across a "
        r"typo\b.*"
    ),
    r"report (?:an? )?(?:error|mistake|typo)s?(?: .{0,40})?",
]

REFERENCES = [
    (
        r"(?:journal |story |article |scientific |selected |key |literature )?"
        r"(?:references?|sources?|citations?|bibliography|footnotes?|endnotes?|notes|works "
        r"cited|literature)"
        r"(?: (?:cited|list|and notes|and further reading|and resources))?:?"
    ),
    r"(?:further|additional|suggested) (?:reading|resources|information)(?: (?:and|&) .{1,30})?:?",
    r"(?:resources|useful links|more information|journal information|study details):?",
]
