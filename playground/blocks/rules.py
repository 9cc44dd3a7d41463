"""Rules across the keys of one object."""

from typing import Any

from playground.blocks.shapes import Fault, Faults, Rule


def either(*names: str, at_type: bool = False) -> Rule:
    """At least one of these keys."""
    told = " or ".join(f"`{name}`" for name in names)

    def rule(value: dict[str, Any], at: str) -> Faults:
        if not any(name in value for name in names):
            pointer = f"{at}/type" if at_type else at
            yield Fault(at=pointer, words=f"must define either {told}")

    return rule


def exactly_one(*names: str) -> Rule:
    told = " or ".join(f"`{name}`" for name in names)

    def rule(value: dict[str, Any], at: str) -> Faults:
        if sum(name in value for name in names) != 1:
            yield Fault(at=at, words=f"must define either {told}")

    return rule


def not_both(one: str, other: str) -> Rule:
    def rule(value: dict[str, Any], at: str) -> Faults:
        if one in value and other in value:
            yield Fault(at=at, words=f"cannot define both `{one}` and `{other}`")

    return rule


def initial_among_options(value: dict[str, Any], at: str) -> Faults:
    """What is chosen from the start must be one of the options, exactly as it stands there."""
    groups = value.get("option_groups", ())
    options = [*value.get("options", ()), *(o for group in groups for o in group["options"])]
    for name in ("initial_option", "initial_options"):
        chosen = value.get(name, [])
        for option in chosen if isinstance(chosen, list) else [chosen]:
            if option not in options:
                yield Fault(at=f"{at}/{name}", words="must be one of the options")


def no_dispatch_of_files(value: dict[str, Any], at: str) -> Faults:
    if value.get("dispatch_action") and value["element"]["type"] == "file_input":
        yield Fault(at=f"{at}/element/type", words="unsupported type: file_input")


def equally_long_rows(value: dict[str, Any], at: str) -> Faults:
    if len({len(row) for row in value["rows"]}) > 1:
        yield Fault(at=f"{at}/rows", words="all rows must have the same number of values")


def plain_header_row(value: dict[str, Any], at: str) -> Faults:
    for number, cell in enumerate(value["rows"][0]):
        if cell["type"] == "rich_text":
            yield Fault(at=f"{at}/rows/0/{number}/type", words="unsupported type: rich_text")


def points_for_categories(value: dict[str, Any], at: str) -> Faults:
    """Every series has its own name, and one point for each category."""
    names = [series["name"] for series in value["series"]]
    if len(set(names)) < len(names):
        yield Fault(at=f"{at}/series", words="series names must be unique")
    categories = sorted(value["axis_config"]["categories"])
    for number, series in enumerate(value["series"]):
        if sorted(point["label"] for point in series["data"]) != categories:
            yield Fault(at=f"{at}/series/{number}/data", words="must match the categories")
