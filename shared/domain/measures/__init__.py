"""What the ledger says in numbers. Everything here is a sum over entries: days add up to weeks and to any span."""
