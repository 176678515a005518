"""One file a rule. Each has `check(submission, context) -> tuple[Reason, ...]`."""
