"""The measures that screening and the times told to writers go by."""
