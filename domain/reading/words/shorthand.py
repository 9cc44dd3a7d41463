"""What people in a hurry write, and what they mean by it: the one table of abbreviations.

Where those of the trade come from is told in docs/sources.md.
"""

from domain.reading.words.lists import listed, spelled_out

SHORTHAND = spelled_out("""
    with: w w/
    without: w/o w/out
    about: abt
    through: thru
    callback: cb
    introduced: intro'd introd
    phoned: ph'd
    breakfast: brekkie brekky
    afternoon: arvo
    morning: morn
    because: b/c bc cos coz
    before: b4
    you: u ya
    your: ur
    please: pls plz
    thanks: thx thnx tks ty
    voicemail: vm vmail gvm
    received voicemail: rvm
    voicemails: vms
    left voicemail: lvm
    left message: lm lmtcb
    no answer: n/a na
    talked to: tt
    will be paid: wbp
    quote: qte
    end of contract: eoc
    account: acct
    manager: mgr
    invoice: inv
    quarter: qtr
    discovery: disco
    holidays: hols
    phone call: tc t/c telecon telcon telco concall
    face to face: f2f ftf
    meeting: mtg mtng
    meetings: mtgs
    appointment: appt
    conversation: convo
    message: msg
    messages: msgs
    messaged: msg'd msgd msged im'd pm'd
    text: txt
    texts: txts
    texted: txt'd txtd txted text'd
    dmed: dm'd dm'ed dmd
    whatsapped: whatsapp'd wa'd
    emailed: email'd
    forwarded: fwd fwd'd fwded
    copied: cc'd cc'ed
    demoed: demo'd demo'ed
    followed up: f/u f/up fup
    spoke: spk spke
    talked: tlkd
    happy: hapy
    received: rcvd recd rec'd recvd
    cancelled: canceled cx'd cxld
    scheduled: sched
    rescheduled: resched
    office: ofc
    birthday: bday
    customer: cust
    customers: custs
    out of office: ooo
    yesterday: yday y'day yest yesty ystrdy ystd
    tomorrow: tmrw tmw tomo tmr
    today: tdy
    night: nite
    thursday: thrs
    evening: eve
    last night: lastnight
    weekend: wknd wkend
    no: nope
    could have: coulda
    should have: shoulda
    would have: woulda
    want to: wanna
    going to: gonna
    have to: gotta
    lets: let's
    hours: o'clock
""")

SHORTHAND |= {
    "ans": "answer",  # codespell:ignore ans
    "awnser": "answer",  # codespell:ignore awnser
    "reffered": "referred",  # codespell:ignore reffered
    "writed": "wrote",  # codespell:ignore writed
    "buyed": "bought",  # codespell:ignore buyed
}
"""Two slips, and verbs that learners make regular."""

CONTRACTED = spelled_out("""
    will not: won't
    can not: can't cannot
    shall not: shan't
    is not: isn't ain't
    are not: aren't
    was not: wasn't
    were not: weren't
    do not: don't
    does not: doesn't
    did not: didn't
    has not: hasn't
    have not: haven't
    had not: hadn't
    could not: couldn't
    would not: wouldn't
    should not: shouldn't
    might not: mightn't
    must not: mustn't
    need not: needn't
    i am: i'm
    i have: i've
    you are: you're
    you have: you've
    you will: you'll
    he is: he's
    she is: she's
    they are: they're
    they have: they've
    they will: they'll
    we have: we've
    that is: that's
    what is: what's
""")
"""Many leave the apostrophe out; those that would be other words then (we're) are not here."""

PRONOUNS = listed("""
    i you he she it we they who that this there here what where everyone everybody everything nobody
    somebody someone all
""")
"""After these an apostrophe shortens a verb; after any other word it makes an owner."""
