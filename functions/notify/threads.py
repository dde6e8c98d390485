"""Many requests at once, in threads."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait

WORKERS = 8


def at_once(jobs: Sequence[Callable[[], None]], seconds: float) -> None:
    """One that is not through in time is left to itself; whatever the others raise is raised."""
    pool = ThreadPoolExecutor(WORKERS)
    running = [pool.submit(job) for job in jobs]
    done, _ = wait(running, timeout=seconds)
    pool.shutdown(wait=False, cancel_futures=True)
    for one in done:
        one.result()
