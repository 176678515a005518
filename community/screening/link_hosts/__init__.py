"""Names that links lead to: well-known ones, those that only look so, and those that hide others."""
