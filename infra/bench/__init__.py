"""Benches: what a promise costs, in calls, bytes, memory, and time as a ratio to a yardstick of the same run.

A bench is a module with two things. ``measure()`` returns its figures: numbers, and objects of numbers; its keyword
arguments say how much to do. ``GOALS`` says what figures are to be met. Its line in :data:`BENCHES` is all that makes
it one; it is imported in a process of its own, when it is run.
"""

BENCHES = {
    "ingest": "infra.bench.ingest",
    "prioritize": "infra.bench.prioritize",
    "inbox": "infra.bench.inbox",
    "measures": "infra.bench.measures",
    "rates": "infra.bench.rates",
    "load": "infra.bench.load",
    "imports": "infra.bench.imports",
    "publish": "infra.bench.publish",
    "stop": "infra.bench.stop",
    "cold_start": "infra.bench.cold_start",
    "simulation": "infra.bench.simulation",
    "interleavings": "infra.bench.interleavings",
    "networks": "infra.bench.networks",
    "crisis": "infra.bench.crisis",
    "guidelines": "infra.bench.guidelines",
    "webhooks": "infra.bench.webhooks",
    "ssrf": "infra.bench.ssrf",
    "review": "infra.bench.review",
}
