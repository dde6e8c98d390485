"""What follows a post or a mention: replies to it, promises in it, questions that it raises."""
