"""When a client's accounts speak: how often, when not, for what, and with whom there to answer."""
