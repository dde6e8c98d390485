"""What a week's ledger says, for its review: what was raised, how long people waited, what was asked, what happened."""
