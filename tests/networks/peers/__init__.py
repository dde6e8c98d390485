"""Servers and tools that other people wrote, for our connectors to be tried against."""
