"""Storing the people of the sample community."""

from datetime import datetime

from community.desk.sample.clock import clock_at
from community.desk.sample.reading import read_people
from community.desk.sample.records import Person
from community.members.actions import rename_member, sign_up
from community.members.agreements.reading import current_texts
from community.members.models import Member


def create_people(now: datetime) -> dict[str, Member]:
    """Store everybody, under the keys that the articles use."""
    members = {}
    for person in read_people():
        with clock_at(now - person.joined):
            member = create_person(person)
        if person.was:
            # Half-way between joining and today, before they wrote anything here.
            with clock_at(now - person.joined / 2):
                rename_member(member=member, name=person.pseudonym)
            member.refresh_from_db()
        members[person.key] = member
    return members


def create_person(person: Person) -> Member:
    """Sign somebody up, under their earlier name if they had one, with their role and record."""
    agreed = [text.pk for text in current_texts()]
    name = person.was or person.pseudonym
    member = sign_up(email=person.address, pseudonym=name, agreed=agreed)
    member.role, member.approved_posts = person.role, person.approved_posts
    member.save(update_fields=["role", "approved_posts"])
    return member
