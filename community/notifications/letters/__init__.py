"""News by mail: at once or gathered, never twice under two names, never what is no longer there."""
