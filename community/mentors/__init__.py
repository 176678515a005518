"""Mentors: members whom the team trusts to welcome others. They see nothing that others do not see."""
