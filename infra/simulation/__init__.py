"""The real code of the stop and the sender under every order of events, over memory stores and a memory network."""
