"""Complaints: what is to be put right, step by step, within its time."""

from care import complaints, filled, forms
from care.feature import Command, Feature, Press
from domain.commands import Usage
from domain.teammates import Verb

FEATURE = Feature(
    name="complaints",
    commands=(
        Command(
            usage=Usage(
                name="complaint",
                example="complaint Acme the parcel came broken",
                does="open a complaint",
                rank=40,
                opens="complaint.ask",
            ),
            needs=Verb.LOG,
            act=complaints.open_,
        ),
    ),
    presses={
        "complaint.acknowledge": Press(act=complaints.acknowledge),
        "complaint.resolve": Press(act=complaints.resolve),
        "complaint.update": Press(act=complaints.update),
        "touch.complain": Press(act=complaints.open_from),
    },
    opens={"complaint.ask": forms.complaint},
    submits={"complaint.open": filled.complain},
)
