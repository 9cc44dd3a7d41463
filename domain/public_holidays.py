"""Public holidays by country, or by one of its regions: “DE”, or “DE-BY”."""

from datetime import date
from functools import cache, lru_cache

from holidays import HolidayBase, country_holidays, list_supported_countries

NONE = "none"
"""What is written where no country's holidays count."""


@cache
def _regions() -> dict[str, list[str]]:
    """Of each country whose holidays are known; it takes a second to be asked for."""
    return list_supported_countries()


def read_country(typed: object) -> object:
    """As it is kept; empty for none. Raises ValueError, with what to write instead."""
    if not isinstance(typed, str):
        return typed
    country, _, region = typed.strip().upper().partition("-")
    if country in {"", NONE.upper()}:
        return ""
    regions = _regions().get(country)
    if regions is None:
        raise ValueError(
            f"“{typed.strip()}” is no country that is known: write two letters, like DE"
        )
    found = next((each for each in regions if each.upper() == region), "")
    if region and not found:
        known = f"its regions are {', '.join(sorted(regions))}" if regions else "it has no regions"
        raise ValueError(f"“{region}” is no region of {country}: {known}")
    return f"{country}-{found}" if found else country


def tell_country(country: str) -> str:
    return country or NONE


def is_holiday(country: str, day: date) -> bool:
    return bool(country) and day in _of_year(country, day.year)


def name(country: str, day: date) -> str:
    """What the people there call that day; empty for any other."""
    return _of_year(country, day.year).get(day, "") if country else ""


@lru_cache(maxsize=500)
def _of_year(country: str, year: int) -> HolidayBase:
    """Whole, so that several threads may read it."""
    land, _, region = country.partition("-")
    return country_holidays(land, subdiv=region or None, years=year, expand=False)
