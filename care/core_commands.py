"""The commands of the core: what each is called, what stands behind it, and what it does."""

from care import (
    command_help,
    customer_lists,
    customers,
    due_of_others,
    handing_over,
    here,
    home,
    linking,
    merging,
    removal,
    several,
    touches,
    typed_digests,
    undo,
)
from care.feature import Command, PlainCommand, Telling
from domain.commands import Usage
from domain.teammates import Permission

COMMANDS = (
    Command(
        usage=Usage(
            name="log",
            example="log Acme called Maria about the renewal, she was happy",
            also=("log lunch with Acme", "log Globex, Acme: sent Christmas cards"),
            does="log a contact",
            rank=10,
            opens="touch.ask",
        ),
        needs=Permission.LOG,
        act=touches.log,
        act_all=several.log,
        act_each=several.log_each,
        anywhere=True,
    ),
    PlainCommand(
        usage=Usage(
            name="new",
            example="new Initech prospect Nina Vidal nina@initech.com",
            does="add a customer",
            rank=20,
            opens="customer.ask",
        ),
        act=customers.new,
        telling=Telling.REQUIRED,
    ),
    Command(
        usage=Usage(
            name="customer",
            example="customer acme",
            does="see a customer's card",
            rank=30,
        ),
        needs=Permission.SEE,
        act=customers.show,
        telling=Telling.NOTHING,
    ),
    PlainCommand(
        usage=Usage(
            name="due",
            example="due",
            does="see what waits for you",
            rank=60,
            also=("due ana", "due team"),
        ),
        act=due_of_others.typed,
        telling=Telling.OPTIONAL,
        changes=False,
    ),
    PlainCommand(
        usage=Usage(
            name="list",
            example="list",
            does="look through customers",
            rank=65,
            also=("list mine", "list prospects", "list quiet", "list ana"),
        ),
        act=customer_lists.typed,
        telling=Telling.OPTIONAL,
        changes=False,
    ),
    PlainCommand(
        usage=Usage(
            name="here",
            example="here",
            does="say whether reminders are posted in this channel",
            rank=77,
            also=("here on", "here off"),
            is_listed=False,
        ),
        act=here.typed,
        telling=Telling.OPTIONAL,
    ),
    PlainCommand(
        usage=Usage(name="home", example="home", does="see your customers, and your week", rank=70),
        act=home.typed,
        changes=False,
    ),
    PlainCommand(
        usage=Usage(
            name="digest",
            example="digest",
            does="read your digest now",
            rank=80,
            also=("digest week", "digest mine", "digest team"),
        ),
        act=typed_digests.typed,
        telling=Telling.OPTIONAL,
        changes=False,
    ),
    Command(
        usage=Usage(name="edit", example="edit Acme owner @ana", does="change a customer", rank=90),
        needs=Permission.EDIT,
        act=customers.edit,
        may_create=False,
    ),
    Command(
        usage=Usage(
            name="delete",
            example="delete Acme",
            does="hide a customer everywhere (managers, and whoever's it is)",
            rank=95,
            is_listed=False,
        ),
        needs=Permission.REMOVE,
        act=removal.ask,
        telling=Telling.NOTHING,
        may_create=False,
    ),
    PlainCommand(
        usage=Usage(
            name="merge",
            example=merging.EXAMPLE,
            does="make one of two customers (managers, and whoever's they are)",
            rank=97,
            is_listed=False,
        ),
        act=merging.typed,
        telling=Telling.REQUIRED,
        changes=False,
    ),
    PlainCommand(
        usage=Usage(
            name="hand-over",
            example="hand-over ana to ben",
            does="give all of somebody's customers to somebody else",
            rank=98,
            also=("hand-over me to ben",),
            is_listed=False,
        ),
        act=handing_over.typed,
        telling=Telling.REQUIRED,
        changes=False,
    ),
    PlainCommand(
        usage=Usage(
            name="link",
            example="link ana@example.com",
            does="make one person of their accounts on two platforms (managers)",
            rank=100,
            is_listed=False,
        ),
        act=linking.link,
        telling=Telling.REQUIRED,
    ),
    PlainCommand(
        usage=Usage(
            name="undo",
            example="undo",
            does="take back your last action of today",
            rank=110,
            also=("undo 3", "undo Acme"),
        ),
        act=undo.last,
        telling=Telling.OPTIONAL,
    ),
    PlainCommand(
        usage=Usage(name="help", example="help", does="see this", rank=120, also=("help log",)),
        act=command_help.typed,
        telling=Telling.OPTIONAL,
        changes=False,
    ),
)
