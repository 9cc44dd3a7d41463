"""We tried, and nobody answered."""

BY_ANYBODY = """
    phone|mobile|cell off END, declined|rejected OUR|the|THEIR call|calls, still nothing END,
    no answer|reply|response|luck|joy|show|pick|callback|contact, unanswered,
    no one answered|replied|home|picked|there|in, to no avail,
    nobody answered|answers|replied|home|picked|there|in, none answered|replied,
    not|never answer|answered|answering|reply|replied|replying|respond|responded|responding,
    not|never pick|picked|picking|return|returned|returning, not|never show|showed up,
    not|never call|called back, not|never got|get|getting|got back|hold|through,
    not|never … hear|heard from|back, not|never heard|hear END|yet|anything|since,
    not reach|contact|reached, unable to reach|contact|get, unreachable, rang|rings out,
    mailbox full, rang and rang, line|number|phone BE busy|engaged|dead|off,
    line|was busy|engaged, engaged tone, engaged END, straight to … voicemail|answerphone, bounced,
    bounce back, undelivered, undeliverable, ghosted, ghosting, stood US up,
    failed to reach|contact|connect, radio silence, SHE missed OUR call|calls, crickets,
    gone|went quiet|silent|dark, no word, left on read, left US on read,
    TRIED calling|ringing|phoning|reaching|contacting, TRIED to call|ring|phone|reach|contact|get,
    TRIED … mobile|cell|phone|line, TRIED THEM|NAME, tried again,
    without success|luck|answer|reply, auto reply, autoreply, not reachable, switched off,
    nada, zilch, nobody|none BE answering|picking|replying, no one BE answering|picking|replying,
    nobody|none at the gate|door|desk|reception, no one at the gate|door|desk|reception,
    nothing back, nobody|none took|takes|picks|answering, no one took|takes|picks|answering,
    rings and rings,
    box|mailbox|voicemail full, gone to voicemail
"""
AWAY = """
    unavailable, not available, BE out END|today|until|till|sick|again, out of office, BE away,
    not there|around|home END|today|again|so|right|when|at,
    not in END|today|yet|until|till|again|his|her,
    BE not in the office, BE in … meeting|meetings, in|into a meeting, another meeting, tied up
"""
"""Whoever was away; not we."""

LEFT_WORD = """
    voicemail, voicemails, voice mail|mails, left|leaving … voicemail|message|messages|word,
    answerphone, got|reached|hit … voicemail|answerphone, answering machine
"""
"""Nobody answered, unless it was they who left word."""

ANSWERED = """
    spoke, spoken, talked, got through, got hold, reached, answered, picked up, replied,
    responded, got|came back to, caught THEM|NAME
"""
"""After these an attempt before was not in vain."""

RULED_OUT = """
    BE away from|next,
    no one else, BE|very|fully|highly|more|so|really engaged,
    no answer|reply|response needed|required|expected|necessary,
    no luck with … tender|bid|DEAL|application|order, in … meeting with,
    in a meeting with THEM|NAME|US,
    not|never reach|reached … agreement|deal|decision|end,
    not|never reach|reached … TARGET, not|never heard|hear of|about
"""
