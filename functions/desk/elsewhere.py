"""Drafts are held against what the other clients of their agency call their own, and drafted lately.

A draft costs one query (the voices of its agency's clients). A longer one costs a read of its traces as well, and, only
where another client left one of them, a read of the posts that did.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.classifiers.ordinary import is_ordinary
from shared.domain.apart.elsewhere import ELSEWHERE_RULE, finding, named_elsewhere
from shared.domain.apart.separation import Misplaced, OutOfPlace
from shared.domain.apart.traces import FRESH, Left, Trace, are_alike, sketch, spoken
from shared.domain.apart.voices import Voice
from shared.domain.guidelines.findings import GuidelineFinding
from shared.domain.ledger import Fact
from shared.domain.listening.priorities import Priorities
from shared.domain.posts import Post
from shared.stores import Record, Reference

MOST_COMPARED = 50
"""Posts that left the same traces; those that share the most come first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedDrafts:
    """Drafts with what was found in them, and what is written beside them."""

    posts: tuple[Post, ...]
    records: tuple[Record, ...] = ()
    facts: tuple[Fact, ...] = ()


def check_elsewhere(posts: Sequence[Post], call: Call[Any], desk: Desk) -> CheckedDrafts:
    """``posts``, all under one agency; what looks like it belongs elsewhere is held for the client's own approval."""
    if not posts:
        return CheckedDrafts(posts=())
    agency = posts[0].agency
    voices = list(desk.store.list(Voice, agency))
    if all(voice.client == call.client for voice in voices):
        return CheckedDrafts(posts=tuple(posts))
    named = _named(posts, call, desk, voices)
    sketches = {post.id: sketch(spoken(post.parts), is_ordinary) for post in posts}
    traces = _traces(agency, {id_ for names in sketches.values() for id_ in names}, desk)
    compared = _compared(traces, call, desk)
    found = []
    for post in posts:
        repeats = _is_repeated(post, [traces[id_] for id_ in sketches[post.id]], compared, call)
        found.append(_held(post, (*named[post.id], *(_whole(post) if repeats else ()))))
    left = _left({post.id: sketches[post.id] for post in posts}, traces, compared, call)
    misplaced = [post for post in found if is_out_of_place(post)]
    return CheckedDrafts(
        posts=tuple(found),
        records=(*left, *_noted(misplaced, call, desk)),
        facts=tuple(_told(post) for post in misplaced),
    )


def is_out_of_place(post: Post) -> bool:
    return any(one.rule == ELSEWHERE_RULE for one in post.findings)


def _named(
    posts: Sequence[Post], call: Call[Any], desk: Desk, voices: Sequence[Voice]
) -> Mapping[str, tuple[GuidelineFinding, ...]]:
    found = {post.id: named_elsewhere(post.parts, call.client, voices) for post in posts}
    if any(found.values()) and (stated := desk.store.get(Priorities, call.client, call.client)):
        # Ordinary words are no name, but whoever states one of them may use it whoever else is called so.
        own = [phrase for item in stated.items for phrase in (item.name, *item.words)]
        found = {post.id: named_elsewhere(post.parts, call.client, voices, own) for post in posts}
    return found


def _traces(agency: str, ids: Iterable[str], desk: Desk) -> Mapping[str, Trace]:
    wanted = {id_: Reference(Trace, agency, id_) for id_ in sorted(ids)}
    known = desk.store.together(list(wanted.values())) if wanted else {}
    return {id_: known.get(place) or Trace(agency=agency, id=id_, version=0) for id_, place in wanted.items()}


def _compared(traces: Mapping[str, Trace], call: Call[Any], desk: Desk) -> Mapping[str, Post]:
    """The posts that left the same traces, by id; none when only this client's own did."""
    left = [one for trace in traces.values() for one in trace.lasting(call.now)]
    if all(one.client == call.client for one in left):
        return {}
    shared = Counter(one.post for one in left)
    return desk.store.several_posts([post for post, _ in shared.most_common(MOST_COMPARED)])


def _is_repeated(post: Post, traces: Sequence[Trace], compared: Mapping[str, Post], call: Call[Any]) -> bool:
    """Whether another client's post says nearly the same, and none of this client's own does."""
    ids = {left.post for trace in traces for left in trace.lasting(call.now)}
    said = spoken(post.parts)
    alike = [
        compared[id_]
        for id_ in ids
        if id_ in compared and _counts(compared[id_], call) and are_alike(said, spoken(compared[id_].parts))
    ]
    return bool(alike) and not any(one.client == call.client and one.id != post.id for one in alike)


def _counts(post: Post, call: Call[Any]) -> bool:
    """Whether it says whose its words are: one that was out of place itself does when its client approved it."""
    return not is_out_of_place(post) or not post.awaits_client(call.now)


def _left(
    sketches: Mapping[str, Sequence[str]], traces: Mapping[str, Trace], compared: Mapping[str, Post], call: Call[Any]
) -> tuple[Trace, ...]:
    """The traces to write: a client that left one lately leaves it as it is, unless its post says nothing any more."""
    written: dict[str, Trace] = {}
    for post, ids in sketches.items():
        for id_ in ids:
            before = traces[id_].by(call.client, call.now)
            earlier = compared.get(before.post) if before else None
            stands = before is not None and call.now - before.at < FRESH and (earlier is None or _counts(earlier, call))
            if id_ not in written and not stands:
                written[id_] = traces[id_].with_one_more(Left(client=call.client, post=post, at=call.now), call.now)
    return tuple(written.values())


def _whole(post: Post) -> tuple[GuidelineFinding, ...]:
    return (finding(post.text, 0, 0, len(post.text)),)


def _held(post: Post, found: tuple[GuidelineFinding, ...]) -> Post:
    return replace(post, findings=(*post.findings, *found))


def _said(post: Post) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.said for one in post.findings if one.rule == ELSEWHERE_RULE))


def _told(post: Post) -> Fact:
    return Fact(type="post.out_of_place", subject=post.id, data={"account": post.account, "said": list(_said(post))})


def _noted(misplaced: Sequence[Post], call: Call[Any], desk: Desk) -> tuple[OutOfPlace, ...]:
    if not misplaced:
        return ()
    before = desk.store.get(OutOfPlace, call.client, call.client) or OutOfPlace(client=call.client, version=0)
    found = (
        Misplaced(post=post.id, account=post.account, by=call.caller.member, said=_said(post), at=call.now)
        for post in misplaced
    )
    return (before.with_more(found, call.now),)
