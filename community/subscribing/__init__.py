"""The pages of the newsletter for everybody: asking for it, confirming, choosing, leaving, reading."""
