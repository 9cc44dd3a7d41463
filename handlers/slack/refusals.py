"""What Slack's answers to the courier's calls say: only what Slack documents as final is final."""

from http import HTTPStatus
from typing import Any

from care.courier import Dismissed, NotNow, Refused, Unsure, seconds

BUSY_SECONDS = 5.0
"""Where Slack says "later", and not when."""

BLOCKED_SECONDS = 600.0
"""Until a message is tried again that somebody has to allow first: an administrator, mostly."""

# fmt: off
PLACE_LOST = {
    "channel_is_frozen", "channel_not_found", "is_archived", "no_permission", "not_in_channel",
    "restricted_action", "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel", "team_not_found",
}
"""Nothing can be said there any more, until Heed is let in again."""

MESSAGE_REFUSED = {
    "as_user_not_supported", "attachment_payload_limit_exceeded", "block_mismatch",
    "cannot_dm_bot", "cannot_reply_to_message", "cant_update_message", "edit_window_closed",
    "invalid_arg_name", "invalid_arguments", "invalid_array_arg", "invalid_attachments",
    "invalid_blocks", "invalid_blocks_format", "invalid_charset", "invalid_metadata_format",
    "invalid_metadata_schema", "invalid_post_type", "invalid_user_combination", "is_inactive",
    "markdown_text_conflict", "message_not_found", "messages_tab_disabled", "metadata_too_large",
    "missing_post_type", "msg_blocks_too_long", "msg_too_long", "no_text",
    "restricted_action_non_threadable_channel", "slack_connect_file_link_sharing_blocked",
    "thread_not_found", "too_many_attachments", "user_disabled", "user_not_found",
    "user_not_visible", "users_not_found",
}
"""This message, or this person: no second try changes that."""

DISMISSED = {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}
"""The token, if it is so: the courier is asked whether it is."""

BLOCKED = {
    "access_denied", "accesslimited", "ekm_access_denied", "enterprise_is_restricted",
    "external_channel_migrating", "missing_scope", "not_allowed_token_type", "org_login_required",
    "team_access_not_granted", "two_factor_setup_required",
}
"""Not accepted, until somebody allows it or a migration is over: nothing of it is lost."""

# fmt: on
BUSY = {"message_limit_exceeded", "rate_limited", "ratelimited", "request_timeout"}
"""Not accepted, for now: too many messages, or a request that did not arrive whole."""

GONE = {"message_not_found", "cant_update_message", "edit_window_closed"}
"""To an edit: there is nothing left that could be edited."""


def meaning(answer: Any) -> Exception:
    """Sorted by what is certain: sent for sure never comes here.

    `answer` is the SDK's, or the bare one where it could make nothing of the body. A proxy's page,
    half an answer, a word that is not documented: all these say nothing about the message.
    """
    status = getattr(answer, "status_code", 0) or getattr(answer, "status", 0)
    code = word(getattr(answer, "data", None))
    if status == HTTPStatus.TOO_MANY_REQUESTS or (status == HTTPStatus.OK and code in BUSY):
        return NotNow(seconds(answer.headers.get("Retry-After"), BUSY_SECONDS))
    if status != HTTPStatus.OK:
        return Unsure(f"HTTP {status}")
    if code in DISMISSED:
        return Dismissed(code)
    if code in BLOCKED:
        return NotNow(BLOCKED_SECONDS, code)
    if code in PLACE_LOST or code in MESSAGE_REFUSED:
        return Refused(code, is_place_lost=code in PLACE_LOST)
    return Unsure(code or "no answer of Slack's")


def word(body: Any) -> str:
    """Slack's own word for what is wrong; empty where the body is none of Slack's."""
    if not isinstance(body, dict) or body.get("ok") is not False:
        return ""
    code = body.get("error")
    return code if isinstance(code, str) else ""
