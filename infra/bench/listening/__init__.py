"""How well mentions are understood: labelled messages, and what a classifier makes of them."""
