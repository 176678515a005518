"""News for one person: who is told what, and the page on which members read it."""
