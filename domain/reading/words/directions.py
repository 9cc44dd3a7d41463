"""Who began."""

from enum import StrEnum


class Act(StrEnum):
    """Whose doing the words speak of."""

    THEIRS = "they did it, unless the words name us"
    TO_US = "it came to us, unless the words say that it came to them"
    OURS = "we did it"


TABLE = {
    Act.THEIRS: """
        text US, asked, asks, asking, enquired, inquired, complained, complains, complaining,
        replied, responded, answered, wrote|emailed|mailed|texted|messaged|pinged back,
        wrote|rang in,
        phoned|called|emailed|mailed|dialled in
        END|to|about|with|asking|today|yesterday|again|an|another,
        got|came|gotten back to US, got in touch, reached|checked out|in to US, reached out to US,
        followed up with US, contacted US|OUR, walked in, came by|in|over|to, came into,
        stopped|dropped|popped by|in|into OUR, returned OUR call|calls|message|email|voicemail,
        TRIED US, signed up, filled in|out, requested, chased US,
        chasing US, wanted to know, invited US, notified|alerted US, reached US, visited US|OUR,
        escalated, threatened, left US … voicemail|message|note
    """,
    Act.TO_US: """
        heard from|back, GOT … reply|answer|response,
        reply|answer|response|feedback|word|news from, incoming, inbound, GOT … CONTACT,
        GOT … CONTACT from, GOT … PAPER, GOT … GIFT … from,
        thank you|thanks card|note|letter|message|email from NAME|THEM|THEIR|the,
        thank you card|note|letter|message|email from NAME|THEM|THEIR|the,
        GOT … complaint|complaints|referral|enquiry|inquiry|request|feedback|review,
        GOT … order|po|rfp|rfq, CONTACT|missed|ring from, CONTACT back from,
        CONTACT … asking|complaining|enquiring|inquiring|requesting, CONTACT came in,
        CONTACT in from, phone|telephone|email|web|website|online enquiry|inquiry|lead|order,
        missed … call|calls, took … call, had … CONTACT from,
        THEIR CONTACT, voicemail from, voice mail from, linkedin|whatsapp message|dm from,
        called|rang|phoned|emailed|mailed|texted|messaged|pinged back by, thanks from,
    called|rang|phoned|emailed|mailed|texted|messaged|pinged by THEIR|the|a|NAME|someone,
        contacted|approached|chased|thanked by, visit from
    """,
    Act.OURS: """
        replied|responded|answered … to THEM|THEIR|NAME, answered THEIR, joined US,
        wrote|emailed|called|rang|phoned|texted|messaged|pinged|got THEM back,
        got|wrote|came|called back to THEM|NAME,
        returned|returning THEIR call|calls|message|email|voicemail, GOT THEIR voicemail,
        returning|returned … call|calls|message|email from, got in touch with THEM|NAME|THEIR|the,
    called|rang|phoned in to see THEM|THEIR|NAME, answered all|some THEIR,
    answered THEIR question|questions, got through, got hold, made … CONTACT,
        asked for … feedback|review|testimonial|referral|decision|introduction,
        asked if|whether|how|when|what|where SHE, asked if everything|all
    """,
}

RULED_OUT = """
    THEIR email|mail|phone|contact|mobile address|addresses|number|numbers|system|account,
    contacted|approached|chased|thanked by CONTACT|phone|post, as|when|if requested|asked,
    asked … for the|a|THEIR po|pos|deposit, asked twice|again for,
    asked for payment END|of|on|by|today|again, requested … earlier|before|already,
    asked out|around, missed OUR|the call,
    wrote|emailed|mailed|texted|messaged|pinged back and forth,
    reply|answer|response|feedback|word|news from US, CONTACT from US
"""
