"""What may not be said for a client and how it must be, and what of it a text breaks."""
