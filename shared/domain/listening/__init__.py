"""What is said to a client: read, ranked, told apart, and spotted when it is a crisis."""
