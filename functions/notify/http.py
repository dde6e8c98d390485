"""The one outgoing request: no redirects, no retries, no waiting for ever, no more of the answer than its status."""

from collections.abc import Mapping

import urllib3

from functions.notify.tell import Answered, Unanswered

ANSWER_WITHIN = urllib3.Timeout(connect=3.0, read=10.0)
_pool = urllib3.PoolManager(num_pools=50, retries=False, timeout=ANSWER_WITHIN)


def post(url: str, body: bytes, headers: Mapping[str, str]) -> Answered:
    try:
        answer = _pool.request("POST", url, body=body, headers=dict(headers), redirect=False, preload_content=False)
    except (urllib3.exceptions.HTTPError, OSError) as silence:
        raise Unanswered(f"it gave no answer ({type(silence).__name__})") from silence
    answer.close()
    return Answered(int(answer.status))
