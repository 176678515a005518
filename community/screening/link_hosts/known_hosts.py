"""Well-known sites about health, and of governments, whose names are worth faking.

One a line: the name as it is registered. A host below one of these ("my.clevelandclinic.org") is
known as well. Taken from what patients and the articles here name; staff may ask for more.
"""

# A name of its own: whoever has nearly the same is not like it by accident.
NAMES_OF_THEIR_OWN = frozenset(
    """
    mayoclinic.org mayoclinic.com healthline.com webmd.com webmd.co.uk medlineplus.gov
    clevelandclinic.org hopkinsmedicine.org medscape.com medscape.org cochrane.org
    cochranelibrary.com thelancet.com versusarthritis.org
    fibromyalgianewstoday.com fibromyalgi.se fmauk.org fmaware.org fibroandpain.org
    medicalnewstoday.com everydayhealth.com verywellhealth.com uptodate.com clinicaltrials.gov
    healthdirect.gov.au nhsinform.scot folkhalsomyndigheten.se socialstyrelsen.se
    lakemedelsverket.se helsenorge.no sundhed.dk thuisarts.nl gesundheitsinformation.de
    988lifeline.org findahelpline.com painaustralia.org.au healthunlocked.com patientslikeme.com
    """.split()
)
# Short or plain names, of which many others differ by a letter: only their whole address is
# looked for in another ("nhs-uk.co", "who.int.example.net").
OTHERS = frozenset(
    """
    nhs.uk gov.uk nhs.wales nhs.scot nice.org.uk mhra.gov.uk cqc.org.uk bnf.org gmc-uk.org
    who.int nih.gov cdc.gov fda.gov hhs.gov cms.gov ssa.gov va.gov medicare.gov medicaid.gov
    healthcare.gov usa.gov
    ema.europa.eu europa.eu eular.org efic.org iasp-pain.org
    1177.se fass.se forsakringskassan.se fhi.no nav.no sst.dk laegemiddelstyrelsen.dk kela.fi
    thl.fi kanta.fi rivm.nl rki.de bfarm.de bund.de ameli.fr has-sante.fr sante.fr gouv.fr
    aemps.es salute.gov.it iss.it gov.it hse.ie gov.ie canada.ca health.gov.au tga.gov.au
    servicesaustralia.gov.au health.govt.nz bmj.com nejm.org nature.com jamanetwork.com
    pubmed.gov doi.org harvard.edu drugs.com patient.info arthritis.org arthritis.ca samaritans.org
    rheumatology.org rheumatology.org.uk fibromyalgia.org
    """.split()
)
KNOWN = NAMES_OF_THEIR_OWN | OTHERS

# Endings below which names are registered, besides those of one part (after the Public Suffix
# List, those that stand in the names above or in many links).
LONG_ENDINGS = frozenset(
    """
    co.uk org.uk ac.uk gov.uk nhs.uk ltd.uk me.uk net.uk com.au org.au gov.au edu.au net.au
    co.nz org.nz govt.nz ac.nz co.za org.za co.in org.in gov.in nic.in ac.in co.jp or.jp
    com.br org.br gov.br com.mx gob.mx gob.es com.es org.es gov.it gov.ie gc.ca qc.ca
    gouv.fr com.tr org.tr com.pl org.pl gov.pl com.sg gov.sg com.hk europa.eu
    """.split()
)

# These show other sites under their own name for a good reason: translation, a reader's cache,
# a library's way in. Only a university or a state can have the last ones.
STAND_INS = ("translate.goog", "ampproject.org", "archive.org", "googleusercontent.com")
GUARDED_ENDINGS = ("edu", "gov", "mil", "int", "ac.uk", "gov.uk", "nhs.uk", "edu.au", "gov.au")

# Words about health that are hidden behind digits: "fibr0myalgia".
HEALTH_WORDS = (
    "fibromyalgia", "fibromyalgie", "arthritis", "medicine", "pharmacy", "hospital", "health",
    "clinic", "doctor", "therapy", "healing", "vitamin", "opioid",
)  # fmt: skip
# Names that others put into theirs: "nhs-appointments.com", "webmd-shop.net".
BORROWED = frozenset(
    """
    nhs mayoclinic webmd healthline medlineplus clevelandclinic hopkinsmedicine medscape cochrane
    """.split()
)
