"""The weekly review as a page for people: one file, whole in itself, without a script and without a request."""
