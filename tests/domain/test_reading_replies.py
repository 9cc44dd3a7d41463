import pytest

from domain.reading import reads_as_contact

REPORTS = """
called her, all good
Just spoke to Maria, she's happy
left a voicemail
emailed them this morning
they called me back
met him for lunch yesterday
sent flowers
done, called her
Done! Called her this morning.
ok, called
called
Emailed.
I called them
I've called her
We met on Friday
yes I just called Maria
finally got hold of her
LVM
left vm
vm left
texted her
tried calling, no answer
tried her mobile, no luck
couldn't reach her, left a message with her assistant
she rang me back
Maria called us
her assistant called me back
their CFO emailed us
customer called me this morning
heard from Maria, all fine
got a call from Tom
received her reply by email, got an email from her
had a good chat with Ana
had lunch with them today
just off the phone with Maria
visited their office
popped in, they're happy
Ana called her yesterday
followed up with her
reached out to Tom
thanked her by text
thanked her
sent Maria a card
sent them the proposal
dropped off a hamper
wrote to Tom
pinged him on linkedin
phoned, she will decide on Monday
On Monday I emailed her
demo done
email sent
👍 called her
caled her
@ana called her
called her. Anything else?
so I called her
no worries, I called her already
spoke to their finance team
emailed their accounts dept
just off a call with them
I messaged Maria on linkedin yesterday
popped in on my way home
<@U2> called her
she rang our office
we met them on Monday
she called me back, loves it
got a reply from Maria, all ok
whatsapped her
rang, no pick up
Just got off a zoom with Maria
Spoke with Frank just now, he's fine
popped round this morning, no one in
took her to lunch
chased them again, nothing
Done - spoke to her PA
I rang them & they're ok with it
had a quick chat w/ Lee their new buyer
had lunch with the client
caught up with her over coffee
sent a thank you note
he called me first, funnily enough
have emailed him the replacement date
"""

TALK = """
I'll call her tomorrow
will call
calling her now
did you call?
did you call her
who called her?
who called her
called her?
has anyone emailed them
call her please
please email them
email them
thanks Ana!
thanks for calling her
thank you
on it
ok
👍
done
Done ✅
she loves cake
great
great call
I have the number
she is on holiday
should have called
I should've emailed her
we need to call
haven't called yet
I haven't called her
didn't call
never called
can't reach her by phone
going to call her after lunch
I was going to call
let's call them
can you call her?
you called her
I thought you called her
saw you emailed her
if you called her, log it
when I called her last year
the number I called is wrong
the email I sent bounced
I emailed you the quote
I met her once
we always met at the fair
she used to call us every week
wish I had called
maybe she called
almost called her
someone should call them
her phone number is wrong
what did she say when you called
not yet, she's in a meeting
in a meeting, later
met their target though
call with her at 3
meeting on Friday
booked a demo for Friday
I'm on the phone with her
why late?
no answer
happy to help
she wants a quote
they ordered 20 more
she was so happy
mine
not needed
later please
he is the one who called
remember we met him
did they get the flowers we sent?
I can visit them
call off the meeting
they called it off
she's called Maria
product is called Rocket
we should thank her
has she replied?
no reply from me until I have called her
emailed accounts about the credit
spoke to our engineer
had a word with my boss
spoke to <@U2>
emailed @ben
called it!
I spoke to legal, fine
discussed in the team meeting
on a call, will do later
good call
maybe send flowers?
I'd call rather than email
waiting for a call back
last time I called he shouted at me
they called us once
Priya said she called them
I tried to call you
called you about this
what's her number?
didn't get round to calling
pls call
nice work calling her
I've got a call with them at 4
got a call with them later
emailed the team about it
messaged the group about it
called a colleague about it
rang IT about the ticket
spoke to it
had a chat with the boss
had a meeting about this one this morning
called dibs
since we spoke nothing happened
spoke too soon
wrote it on the card
wrote a ticket for it
replied above
replied in the other thread
the call went badly I hear
the demo went well according to our trainee
apparently called already
our engineer emailed me about her
did anyone call them?
has somebody spoken to them?
I've got a demo with her on Monday
Done - I assigned it to support
we spoke about this one
"""


@pytest.mark.parametrize("reply", REPORTS.strip().splitlines())
def test_a_plain_report_of_a_contact_reads_as_one(reply):
    assert reads_as_contact(reply)


@pytest.mark.parametrize("reply", TALK.strip().splitlines())
def test_talk_among_colleagues_reads_as_no_contact(reply):
    assert not reads_as_contact(reply)


TEAM = frozenset({"ana", "ben", "will"})


@pytest.mark.parametrize(
    "reply",
    [
        "spoke to Ana about it",
        "spoke to ben",
        "left Ben a voicemail",
        "Ben called Ana",
        "Ben emailed me about her",
        "Ben rang you about this",
        "talked it over again with Ben",
        "met w/ Ana",
    ],
)
def test_what_was_said_to_a_colleague_is_talk(reply):
    assert not reads_as_contact(reply, TEAM)


@pytest.mark.parametrize(
    "reply",
    [
        "Ben called her",
        "Maria called Ben",
        "she rang Ben",
        "she emailed me, copying Ben",
        "called her with Ben",
        "called Maria and Ben",
        "called, will try again",
    ],
)
def test_a_colleague_may_have_part_in_a_contact(reply):
    assert reads_as_contact(reply, TEAM)
