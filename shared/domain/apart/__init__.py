"""What keeps the clients of an agency apart."""
