"""What people ask the archive, for the editors: what do they look for that is missing here?"""
