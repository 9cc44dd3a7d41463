"""The environment, read once, as one frozen value."""

from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AliasChoices, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

ZONES = frozenset(available_timezones())
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PLAYGROUND = Path("var/playground.db")
"""What happens in the playground that is started without tokens; made anew at each start."""


class Settings(BaseSettings):
    """What `.env` and the environment say; `.env.example` explains each name."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    microsoft_app_id: str | None = None
    microsoft_app_password: SecretStr | None = None
    microsoft_tenant_id: str | None = None
    teams_stand_in_url: str | None = None
    teams_private_commands: bool = False
    heed_managers: Annotated[tuple[str, ...], NoDecode] = ()
    heed_reactions: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), validation_alias=AliasChoices("heed_reactions", "teams_reactions")
    )
    heed_zone: str = "UTC"
    database_url: str = Field(default="sqlite:///var/heed.db", repr=False)
    heed_host: str = "127.0.0.1"
    heed_port: int = Field(default=3000, ge=0, le=65535)
    heed_clock_url: str | None = None
    heed_log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = "INFO"

    @field_validator("heed_managers", "heed_reactions", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(part.strip() for part in value.split(",") if part.strip())

    @field_validator("heed_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value not in ZONES:
            raise ValueError(f"{value!r} is no time zone; write one like Europe/London")
        return value

    @field_validator("slack_api_url")
    @classmethod
    def _end_with_slash(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("write a web address, like https://slack.com/api/")
        return value if value.endswith("/") else f"{value}/"

    @field_validator("heed_log_level", mode="before")
    @classmethod
    def _in_capitals(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        """Its value is never shown: it may hold a password."""
        try:
            backend = make_url(value).get_backend_name()
        except (ArgumentError, ValueError):
            backend = ""
        if backend not in {"sqlite", "postgresql", "postgres"}:
            raise ValueError(
                "write sqlite:///var/heed.db, or postgresql://user:password@host/database"
            )
        return value

    @model_validator(mode="after")
    def _a_way_in(self) -> Self:
        if self.slack_bot_token and not (self.slack_app_token or self.slack_signing_secret):
            raise ValueError(
                "SLACK_BOT_TOKEN alone lets Heed speak but not hear: set SLACK_APP_TOKEN "
                "(Socket Mode) or SLACK_SIGNING_SECRET (HTTP) as well"
            )
        return self

    @model_validator(mode="after")
    def _a_whole_registration(self) -> Self:
        if self.microsoft_app_id and not (self._has_credentials or self.teams_stand_in_url):
            raise ValueError(
                "MICROSOFT_APP_ID alone lets Heed neither hear nor speak: set "
                "MICROSOFT_APP_PASSWORD and MICROSOFT_TENANT_ID as well"
            )
        return self

    @model_validator(mode="after")
    def _a_stand_in_of_this_machine(self) -> Self:
        """Nothing is signed beside it: whoever reaches it or us could say anything."""
        if self.teams_stand_in_url is None:
            return self
        if urlsplit(self.teams_stand_in_url).hostname not in LOOPBACK:
            raise ValueError("TEAMS_STAND_IN_URL is for a stand-in on this machine: 127.0.0.1")
        if self.heed_host not in LOOPBACK:
            raise ValueError(
                "beside TEAMS_STAND_IN_URL nothing is signed: leave HEED_HOST at 127.0.0.1"
            )
        return self

    @property
    def has_slack(self) -> bool:
        return self.slack_bot_token is not None

    @property
    def has_teams(self) -> bool:
        return self.microsoft_app_id is not None

    def beside(self, playground: str, tokens: tuple[str, str], manager: str) -> Self:
        """The same for a Slack workspace on this machine, with a database for it alone."""
        changed = {
            "slack_bot_token": SecretStr(tokens[0]),
            "slack_app_token": SecretStr(tokens[1]),
            "slack_api_url": f"{playground}/api/",
            "heed_clock_url": f"{playground}/clock",
            "heed_managers": self.heed_managers or (manager,),
            "database_url": f"sqlite:///{PLAYGROUND}",
            "heed_port": 0,
        }
        return self.model_copy(update=changed)

    def with_customers(self) -> Self:
        """Without a platform, and where no other database is named, the playground's are meant."""
        names_one = self.database_url != type(self).model_fields["database_url"].default
        if self.has_slack or self.has_teams or names_one or not PLAYGROUND.exists():
            return self
        return self.model_copy(update={"database_url": f"sqlite:///{PLAYGROUND}"})

    @property
    def slack(self) -> dict[str, str]:
        """Slack's secrets, and where its Web API is, as its front asks for them."""
        token, app = self.slack_bot_token, self.slack_app_token
        return {
            "bot_token": token.get_secret_value() if token else "",
            "app_token": app.get_secret_value() if app else "",
            "api_url": self.slack_api_url,
        }

    @property
    def signing_secret(self) -> str | None:
        """What Slack signs its requests with, where it calls us over HTTP."""
        secret = self.slack_signing_secret
        return secret.get_secret_value() if secret else None

    @property
    def microsoft(self) -> dict[str, str]:
        """The app's registration, as its front asks for it."""
        secret = self.microsoft_app_password
        return {
            "app_id": self.microsoft_app_id or "",
            "password": secret.get_secret_value() if secret else "",
            "tenant_id": self.microsoft_tenant_id or "",
            "stand_in": (self.teams_stand_in_url or "").rstrip("/"),
        }

    @property
    def _has_credentials(self) -> bool:
        return bool(self.microsoft_app_password and self.microsoft_tenant_id)


def read(env_file: str | None = ".env") -> Settings:
    """Raises pydantic.ValidationError, which names each setting that is wrong."""
    return Settings(_env_file=env_file)
