"""The rules. Frozen dataclasses and pure functions that take ``now``; the standard library only."""
