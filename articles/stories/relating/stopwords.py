"""Words that stand in every news text and say nothing about what it is about. Pure.

The little words of English, and those of reports about studies.
"""

STOPWORDS = frozenset(
    """
    about above according across after again against ago all almost alone along already also
    although always among and another any anybody anyone anything are aren't around ask asked asks
    away back became because become been before began begin being below best better between both
    but came can can't cannot case come comes could couldn't day days did didn't different does
    doesn't doing don't done down during each early either else end enough even ever every
    everybody everyone everything explain explained explains far few find first five for found
    four from gave get gets give given gives goes going good got had hadn't half hardly has hasn't
    have haven't having her here hers herself him himself his how however i'd i'll i'm i've into
    isn't it's its itself just keep kept knew know known last later least led left less let like
    likely little long made make makes making many may maybe mean means might month months more
    most much must my myself near nearly need never new next nobody none nor not nothing now off
    often old once one ones only other others our out over own part people per perhaps point put
    rather really report reported reports result results said same saw say says second see seem
    seems seen several shall she should show showed shown shows since six small some somebody
    someone something sometimes still studied studies study such take taken takes team tell ten
    than that that's the their them themselves then there there's these they they're thing things
    think this those though thought three through time times to today together told too took
    toward turn two under until upon use used uses using usual very want wanted was wasn't way
    ways week weeks well went were weren't what when where whether which while who whole whom
    whose why will with within without won't work would wouldn't write writes wrote year years
    yes yet you you're your yourself researcher researchers scientist scientists patient patients
    participant participants percent percentage cent group groups research trial trials
    """.split()
)
