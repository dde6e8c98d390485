"""Who may do what: what a mandate says, how both parties come to agree on it, and what follows from it."""
