"""Slash commands (docs.slack.dev/interactivity/implementing-slash-commands)."""

from typing import Any

from playground import responses, talk, text
from playground.channels import Channel
from playground.deeds.given import Given
from playground.deeds.payloads import name_of, response_url
from playground.delivery.envelope import Answer, Envelope, Unanswered
from playground.refusals import Refused
from playground.town import Town

INVALID = (
    "{name} is not a valid command. In Slack, all messages that start with the "
    '"/" character are interpreted as commands.'
)
IN_THREAD = "{name} is not supported in threads. Sorry!"
FAILED = '{name} failed with the error "{code}"'


async def command(given: Given, channel: Channel, typed: str) -> dict[str, Any]:
    town, person = given.town, given.person
    name, *rest = typed.split(maxsplit=1)
    wrong = refusal(given, name)
    if wrong:
        talk.tell_off(town, channel, person.id, wrong)
        return {"command": name, "is_answered": False}
    url = town.urls.issue(person.id, channel.id)
    payload = describe(given, channel, name, "".join(rest)) | {
        "response_url": response_url(town, url)
    }
    try:
        answer = await town.courier.ask(Envelope(kind="slash_commands", payload=payload))
        reply(town, url, answer)
    except Unanswered as missed:
        fail(given, channel, name, missed.code)
        return {"command": name, "is_answered": False}
    except Refused as refused:
        town.complaints.add("answer", name, refused.error, **refused.more)
        fail(given, channel, name, "dispatch_unknown_error")
    return {"command": name, "is_answered": True}


def refusal(given: Given, name: str) -> str | None:
    town = given.town
    if not town.bot.obeys(name) or "commands" not in town.bot.scopes or town.is_revoked:
        return INVALID.format(name=name)
    return IN_THREAD.format(name=name) if given.text("thread_ts") else None


def fail(given: Given, channel: Channel, name: str, code: str) -> None:
    words = FAILED.format(name=name, code=code)
    talk.tell_off(given.town, channel, given.person.id, words)


def describe(given: Given, channel: Channel, name: str, rest: str) -> dict[str, Any]:
    """Everything is text, since it may have to go into a form."""
    town, person = given.town, given.person
    return {
        "token": town.keys.verification_token,
        "team_id": town.team.id,
        "team_domain": town.team.domain,
        "channel_id": channel.id,
        "channel_name": name_of(channel),
        "user_id": person.id,
        "user_name": person.handle,
        "command": name,
        "text": text.as_command(town, rest.strip()),
        "api_app_id": town.bot.app_id,
        "is_enterprise_install": "false",
        "trigger_id": town.triggers.issue(person.id),
    }


def reply(town: Town, url: str, answer: Answer) -> None:
    """What the bot said in its acknowledgement; it does not count as a use of the URL."""
    body = {"text": answer.body} if isinstance(answer.body, str) else answer.body
    if body:
        responses.respond(town, town.urls.look_up(url), body)
