"""What follows a post: whatever replies to it while it is watched, stands in its conversation, or replies to that."""

from collections.abc import Callable

from shared.domain.following.watches import Watch, watch_id
from shared.domain.listening.mentions import Mention, mention_id
from shared.domain.listening.settings import Listening


def watches_asked(mention: Mention) -> tuple[str, ...]:
    """The ids of the watches that it may follow, what it answers first."""
    links = dict.fromkeys(link for link in (mention.in_reply_to, mention.conversation) if link)
    return tuple(watch_id(mention.client, mention.network, link) for link in links if link != mention.external_id)


def answered(mention: Mention) -> str | None:
    """The id of the mention that it answers, should that be one."""
    return mention_id(mention.client, mention.network, mention.in_reply_to) if mention.in_reply_to else None


def followed(
    mention: Mention,
    listening: Listening,
    watch: Callable[[str], Watch | None],
    known: Callable[[str], Mention | None],
) -> str:
    """The post that it follows, or "". ``watch`` and ``known`` are asked for what the two above name.

    What answers a mention that follows a post follows it as well: people go on among themselves, a day at a time.
    """
    for id_ in watches_asked(mention):
        found = watch(id_)
        if found is not None and found.covers(mention.posted_at, listening.watched_for(found.function)):
            return found.post
    before = answered(mention)
    above = known(before) if before else None
    if above is None or not above.watch:
        return ""
    lasts = listening.watched_for(above.function)
    return above.watch if mention.posted_at <= above.posted_at + lasts else ""
