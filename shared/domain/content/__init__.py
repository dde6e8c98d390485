"""What is approved once and used again: saved replies, evergreen content, suggestions for advocates."""
