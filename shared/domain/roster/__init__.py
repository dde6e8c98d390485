"""Who speaks for a client, when, and how that ends."""
