"""One call of a method: its arguments, however they were sent."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from playground.refusals import Refused, invalid_arguments

YES = {"true", "1", "yes"}


@dataclass(frozen=True, kw_only=True)
class Call:
    method: str
    arguments: Mapping[str, Any]

    def has(self, name: str) -> bool:
        return self.arguments.get(name) is not None

    def text(self, name: str) -> str | None:
        """Numbers count as text: some libraries send a `ts` so."""
        value = self.arguments.get(name)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, (dict, list)):
            raise invalid_arguments([f"must provide a string [json-pointer:/{name}]"])
        return str(value)

    def need(self, name: str) -> str:
        value = self.text(name)
        if not value:
            raise invalid_arguments([f"missing required field: {name}"])
        return value

    def flag(self, name: str) -> bool:
        return str(self.arguments.get(name, "")).lower() in YES

    def whole(self, name: str, default: int) -> int:
        try:
            return int(self.text(name) or default)
        except ValueError:
            raise Refused(f"invalid_{name}") from None

    def json(self, name: str) -> Any:
        """Structured arguments come as JSON text in a form, and as they are in a JSON body.

        Raises ValueError when the text is no JSON.
        """
        value = self.arguments.get(name)
        return json.loads(value) if isinstance(value, str) and value else value


async def read(request: Request, *, takes_json: bool) -> tuple[str | None, dict[str, Any]]:
    """The token and the arguments. A token in a JSON body is not looked at, nor is a JSON body by
    methods that take none.
    """
    arguments: dict[str, Any] = dict(request.query_params)
    content = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content == "application/json":
        arguments |= await read_json(request) if takes_json else {}
    elif content:
        form = await request.form()
        arguments |= {k: v for k, v in form.items() if not isinstance(v, UploadFile)}
    kind, _, bearer = request.headers.get("authorization", "").partition(" ")
    said = arguments.pop("token", None) if content != "application/json" else None
    return (bearer.strip() if kind.lower() == "bearer" else said), arguments


async def read_json(request: Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        raise Refused("invalid_json") from None
    if not isinstance(body, dict):
        raise Refused("json_not_object")
    return body
