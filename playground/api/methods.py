"""Which methods there are: who answers, what scope they take, how arguments may be sent."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.api import apps, chat, conversations, history, reactions, users, views
from playground.api.call import Call
from playground.api.scopes import Caller
from playground.town import Town

CHANNELS_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
CHANNELS_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
CHANNELS_WRITE = ("channels:manage", "groups:write", "im:write", "mpim:write")


@dataclass(frozen=True, kw_only=True)
class Method:
    """One of `scopes` is needed. `takes_json`: methods that only read mostly do not."""

    answer: Callable[[Town, Call], dict[str, Any]]
    scopes: tuple[str, ...] = ()
    caller: Caller = "bot"
    takes_json: bool = True


METHODS = {
    "api.test": Method(answer=apps.echo, caller="anyone"),
    "apps.connections.open": Method(answer=apps.open_connection, caller="app"),
    "auth.revoke": Method(answer=apps.revoke, takes_json=False),
    "auth.test": Method(answer=apps.introduce),
    "bots.info": Method(answer=users.bot_info, scopes=("users:read",), takes_json=False),
    "chat.delete": Method(answer=chat.delete, scopes=("chat:write",)),
    "chat.getPermalink": Method(answer=chat.get_permalink, takes_json=False),
    "chat.postEphemeral": Method(answer=chat.post_ephemeral, scopes=("chat:write",)),
    "chat.postMessage": Method(answer=chat.post_message, scopes=("chat:write",)),
    "chat.update": Method(answer=chat.update, scopes=("chat:write",)),
    "conversations.history": Method(answer=history.history, scopes=CHANNELS_HISTORY),
    "conversations.info": Method(answer=conversations.info, scopes=CHANNELS_READ, takes_json=False),
    "conversations.join": Method(answer=conversations.join, scopes=("channels:join",)),
    "conversations.list": Method(
        answer=conversations.list_all, scopes=CHANNELS_READ, takes_json=False
    ),
    "conversations.members": Method(
        answer=conversations.members, scopes=CHANNELS_READ, takes_json=False
    ),
    "conversations.open": Method(answer=conversations.open_direct, scopes=CHANNELS_WRITE),
    "conversations.replies": Method(
        answer=history.replies, scopes=CHANNELS_HISTORY, takes_json=False
    ),
    "reactions.add": Method(answer=reactions.add, scopes=("reactions:write",)),
    "reactions.get": Method(answer=reactions.get, scopes=("reactions:read",), takes_json=False),
    "reactions.remove": Method(answer=reactions.remove, scopes=("reactions:write",)),
    "team.info": Method(answer=users.team_info, scopes=("team:read",)),
    "users.conversations": Method(
        answer=conversations.of_person, scopes=CHANNELS_READ, takes_json=False
    ),
    "users.info": Method(answer=users.info, scopes=("users:read",), takes_json=False),
    "users.list": Method(answer=users.list_all, scopes=("users:read",), takes_json=False),
    "users.lookupByEmail": Method(
        answer=users.look_up_by_email, scopes=("users:read.email",), takes_json=False
    ),
    "views.open": Method(answer=views.open_form),
    "views.publish": Method(answer=views.publish),
    "views.push": Method(answer=views.push),
    "views.update": Method(answer=views.update),
}
