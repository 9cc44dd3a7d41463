"""Bodies in which any field may be missing, or of another kind."""

import copy


class Missing:
    """Stands for a field that is not there at all."""


def fields(node, at=()):
    """The way to each of its fields, however deep."""
    each = node.items() if isinstance(node, dict) else enumerate(node)
    for name, value in each:
        yield (*at, name)
        if isinstance(value, dict | list):
            yield from fields(value, (*at, name))


def changed(body, at, value):
    body = copy.deepcopy(body)
    node = body
    for name in at[:-1]:
        node = node[name]
    if value is Missing:
        del node[at[-1]]
    else:
        node[at[-1]] = value
    return body
