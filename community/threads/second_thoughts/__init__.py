"""Time for second thoughts: what may appear stays with its author for some minutes."""
