"""Storing the people of the sample community."""

from datetime import datetime

from allauth.account.models import EmailAddress

from community.desk.sample.clock import clock_at
from community.desk.sample.reading import read_people
from community.desk.sample.records import Person
from community.members.models import Member, PseudonymChange


def create_people(now: datetime) -> dict[str, Member]:
    """Store everybody, under the keys that the articles use."""
    members = {}
    for person in read_people():
        with clock_at(now - person.joined):
            members[person.key] = create_person(person)
        if person.was:
            rename(members[person.key], person, now)
    return members


def create_person(person: Person) -> Member:
    """Store one member with an address that counts as confirmed: no mail could confirm it."""
    member = Member.objects.create_user(
        person.address,
        person.pseudonym,
        role=person.role,
        approved_posts=person.approved_posts,
    )
    EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
    return member


def rename(member: Member, person: Person, now: datetime) -> None:
    """Note an earlier name, given up half-way between joining and today."""
    with clock_at(now - person.joined / 2):
        PseudonymChange.objects.create(member=member, old=person.was, new=person.pseudonym)
