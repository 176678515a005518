"""Names that look like well-known ones, and honest neighbours."""

import pytest

from community.screening.link_hosts.known_hosts import KNOWN
from community.screening.link_hosts.look_alikes import is_known, looks_like_another, registered_name
from community.screening.link_hosts.shorteners import SHORTENERS

ALIKE = """
nhs-uk.co nhs-uk.com www.nhs.uk.login.example who-int.org cdc-gov.us gov-uk.net nih.gov.verify.xyz
rnayoclinic.org mayoclinlc.org mayoc1inic.org mayoclinc.org mayo-clinic.org
heathline.com hea1thline.com healthlline.com vvebmd.com webrnd.com medscpae.com c0chrane.org
clevelandciinic.org hopkinsmedcine.org versusarthrltis.org fibr0myalgia.com fibromya1gia-cure.net
arthr1tis.org nhs-appointments.com webmd-shop.net 1177-se.com mayoclinic.org.help
"""
HONEST = """
www.nhs.uk guysandstthomas.nhs.uk 111.wales.nhs.uk my.clevelandclinic.org mayoclinic.com gov.uk
nhsinform.scot cochrane.de cochrane.dk arthritis.ca arthritis.org.uk rheumatology.org.uk
health.com healthgrades.com healthcentral.com everydayhealth.com medpagetoday.com painscience.com
fibromyalgi.se fibromyalgiforbundet.se reumatikerforbundet.org painnewsnetwork.org patients.example
sciencedirect.com springer.com nature.com elifesciences.org frontiersin.org plos.org jamanetwork.com
www-mayoclinic-org.translate.goog pubmed-ncbi-nlm-nih-gov.proxy.lib.example.edu web.archive.org
bbc.co.uk theguardian.com wikipedia.org youtube.com youtu.be meetup.com patient.info localhost
b12deficiency.info 4therapy.example vitamin-d3.example mp3.com 7news.com.au covid19.example
"""
OURS = ("painboard.example",)


@pytest.mark.parametrize("host", ALIKE.split())
def test_a_name_made_to_look_like_another_is_seen(host):
    assert looks_like_another(host)


@pytest.mark.parametrize("host", [*HONEST.split(), *sorted(KNOWN), *sorted(SHORTENERS)])
def test_well_known_names_and_their_honest_neighbours_are_left_alone(host):
    assert not looks_like_another(host)


@pytest.mark.parametrize(
    "host",
    ["painboard.com", "pa1nboard.example", "pain-board.example", "painbord.com",
     "painboard.example.login.com", "painboard-example.net"],
)  # fmt: skip
def test_a_name_made_to_look_like_ours_is_seen(host):
    assert looks_like_another(host, OURS)
    assert not looks_like_another("www.painboard.example", OURS)


@pytest.mark.parametrize("own", ["localhost", "127.0.0.1", "example.org", ""])
def test_a_site_under_no_name_of_its_own_is_like_no_other(own):
    assert not looks_like_another("example.com", (own,))


def test_the_registered_part_of_a_host():
    assert registered_name("a.b.nhs.uk") == "b.nhs.uk"
    assert registered_name("www.example.org") == "example.org"
    assert registered_name("localhost") == "localhost"


def test_what_lies_below_a_known_name_is_known():
    assert is_known("pubmed.ncbi.nlm.nih.gov")
    assert not is_known("notnih.gov")
