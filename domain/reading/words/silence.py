"""We tried, and nobody answered."""

BY_ANYBODY = """
    no answer|reply|response|luck|joy|show|pick|callback|contact|one, unanswered, to no avail,
    nobody answered|answers|replied|home|picked|there|in, none answered|replied,
    not|never answer|answered|answering|reply|replied|replying|respond|responded|responding,
    not|never pick|picked|picking|return|returned|returning|show|showed,
    not|never call|called back, not|never got|get|getting|got back|hold|through,
    not|never … hear|heard from|back, not|never heard|hear, not reach|contact|reached,
    unable to reach|contact|get, unreachable, not available, unavailable, BE out of,
    out of office, BE away, not in|there|around|home, BE in … meeting|meetings, in|into a meeting,
    another meeting, tied up, rang|rings out, mailbox full, rang and rang,
    line|number|phone BE busy|engaged|dead|off, line|was busy|engaged, engaged tone,
    straight to voicemail|answerphone, bounced, bounce back, ghosted, ghosting, radio silence,
    TRIED calling|ringing|phoning|reaching|contacting, TRIED to call|ring|phone|reach|contact|get,
    TRIED … mobile|cell|phone|line, TRIED THEM|NAME, tried again,
    without success|luck|answer|reply, auto reply, autoreply
"""
LEFT_WORD = """
    voicemail, voicemails, left|leaving … voicemail|message|messages|word, answerphone,
    got|reached|hit … voicemail|answerphone, answering machine
"""
"""Nobody answered, unless it was they who left word."""

ANSWERED = """
    spoke, spoken, talked, got through, got hold, reached, answered, picked up, replied,
    responded, got|came back to, caught THEM|NAME
"""
"""After these an attempt before was not in vain."""

RULED_OUT = "no one else, no answer needed|required|expected, no reply needed|required|expected"
