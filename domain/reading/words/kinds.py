"""How a contact was made: what was done (somebody called), and what it is called (a call)."""

from dataclasses import dataclass

from domain.touches import Kind


@dataclass(frozen=True, kw_only=True)
class Contact:
    """`done`: the words say that it took place; else they only name it ("a call")."""

    kind: Kind
    done: bool


DONE = {
    Kind.CALL: """
        called, rang, rung, phoned, telephoned, dialled, dialed, skyped, facetimed, buzzed, spoke,
        spoken, talked, chatted, conversed, reached, caught THEM|NAME on, had … TALK,
        made|got|took|received|returned|missed|finished … TALK,
        gave … call|ring|bell|buzz|tinkle|shout, jumped|hopped|got on … call,
        left|leaving … voicemail|message|messages|word, got|reached|hit … voicemail|answerphone,
        got hold, got through, got … on the phone|line, picked|answered … the phone,
        TRIED … calling|ringing|phoning, TRIED to call|ring|phone, TRIED THEM|NAME, tried again,
        TRIED … mobile|cell|phone|line, been|kept calling|ringing|phoning,
        on|by|over|via|off the phone|blower, by|via|over phone, voicemail|message left,
        call done|made|went, went|gone|straight to … voicemail|answerphone,
        off a|the call|zoom|webex with,
        got off a|the call|zoom|phone, ph call,
        spent … on the phone|line with, had THEM|NAME on the line|blower, callback from
    """,
    Kind.MAIL: """
        emailed, mailed, wrote, written to|back|THEM|US|NAME, forwarded, copied THEM|NAME|US in,
        sent|resent|fired|shot|received|got … PAPER, dropped … line|note|email|mail,
        posted|couriered … PAPER, PAPER sent|mailed|emailed|posted,
        replied|responded|answered … email|emails|mail|letter
    """,
    Kind.MEETING: """
        met, visited, DROPPED by|in|over|round|past,
        DROPPED into OUR|THEIR|the|branch|shop|store|office,
        paid a visit, paid THEM|US|NAME|THEIR … visit, DROPPED up|down|over|out to,
        DROPPED … to see|visit|meet, DROPPED to … to see|visit|meet, called in on, called round,
        saw … in person, saw THEM|NAME at|in|today|yesterday|again|this|last|for,
        SESSION done|went|held|happened|kept,
        had|did|ran|held|hosted|finished|attended|completed|gave … SESSION,
        grabbed|shared … LUNCH, took|treated|bought|met … LUNCH, took|treated … to … LUNCH,
        out for LUNCH, took THEM|NAME out|to|for, synced, synced with, caught up, sat with,
        sat down with, attended, went to THEIR, presented, demoed, demonstrated, toured,
        bumped into, ran into, hosted, trained, golfed, zoomed, showed THEM|NAME around|round,
        been round|over|out to|THEIR, been to see|visit,
        came to OUR
        office|shop|stand|booth|showroom|open|event|launch|store|branch|workshop|webinar,
        been to|at THEIR,
        been to|at the customer|client,
    been to|at|round the site|shop|depot|branch|plant|factory,
        spent … with THEM|THEIR|NAME,
    out of a|the|OUR|THEIR SESSION, caught THEM|NAME at|in the, showed US around|round,
    did|had|ran … walk through, showed THEM|NAME the|OUR|a, pitched, pitched to,
    joined US|THEM|NAME for, walked THEM|NAME through
    """,
    Kind.MESSAGE: """
        texted, messaged, dmed, whatsapped, pinged, smsed, imessaged,
        sent|got|received|dropped|shot … text|texts|sms|dm|dms|whatsapp|message|messages|inmail,
        had … text|texts|sms|dm|dms|whatsapp, sent|connected|commented|chatted … on linkedin,
        text|message|dm sent, sent|got|left|received … voice note|notes,
    sent|shared … on|via|over|by whatsapp|messenger|telegram|signal|wechat|viber|sms,
    replied|responded|answered to OUR|THEIR|NAME text|texts|message|messages|whatsapp|dm|sms,
    replied|responded|answered … text|texts|message|messages|whatsapp|dm|sms
    """,
    Kind.GIFT: """
        GAVE … GIFT, gifted, GIFT sent|delivered|dropped|posted, GIFT box|basket sent|delivered
    """,
    Kind.THANKS: """
        thanked, GAVE|said|wrote|passed|expressed|conveyed … thanks|gratitude|appreciation,
        GAVE|said|wrote|passed … thank you, GAVE|wrote … thanks card|note|letter|email|gift,
        GAVE|wrote … thank you card|note|letter|email|message|text|gift
    """,
    Kind.NOTE: """
        reached out, followed up, followed THEM|NAME up, touched base, checked in, checked up on,
        connected with, contacted, got|been|was in touch, heard from|back, answered,
        got|received … reply|answer|response, sent … apology|congratulations|congrats|condolences,
        replied, responded, got|came back to, chased, nudged, congratulated, wished THEM|NAME,
        apologised|apologized, circled back, corresponded, reconnected, liaised, caught THEM|NAME,
        could not reach|contact, could not get hold, unable to reach|contact,
        TRIED to reach|contact|get, TRIED reaching|contacting
    """,
}

NAMED = {
    Kind.CALL: """
        call, calls, cold call, voicemail, voicemails, voice mail|mails, conversation, chat,
        phone call|calls, phone|telephone enquiry|inquiry,
        catch up call,
        conference|video|zoom|teams|skype|webex|demo|discovery|intro|kickoff|onboarding call,
        kick off call, ring THEM|NAME, ring from, callback, callbacks, speak to|with, 📞, ☎
    """,
    Kind.MAIL: "email, emails, mail, mails, letter, 📧, ✉, 📩, 📨",
    Kind.MEETING: """
        meeting, meetings, lunch, dinner, breakfast, demo, demos, visit, visits, workshop,
        catch up, catchup, face to face, in person, onsite, on site, qbr, kickoff, kick off,
        coffee|drinks|drink|beer|beers|tea with|at, over coffee|drinks|tea|beers|lunch,
        over a LUNCH, zoom, webex, google meet, presentation, walkthrough, trade show|fair, expo,
        webinar, steering committee, steerco, golf|tennis|squash with,
        sync with|call|meeting|went|done, 1:1|1-1 with, ebr,
        monthly|quarterly|annual|yearly|weekly review|sync,
        training|onboarding|working|planning|strategy session, breakfast|lunch with,
        meet with|THEM|NAME
    """,
    Kind.MESSAGE: """
        sms, dm, dms, whatsapp, linkedin, inmail, telegram, wechat, imessage, messenger,
        message|messages from|to|on|via|with, text|texts from|to|with|THEM|NAME|message|messages,
        by|via|over text, text back, text US, web|website|online|live chat, chat on website|site,
        ping|message THEM|NAME
    """,
    Kind.THANKS: "thank you note|card|letter|call|message|email|gift, thanks note|card|email",
}

RULED_OUT = """
    waiting … for … callback,
    got … TALK|SESSION with|later|tomorrow, have|has got a|an|another … TALK|SESSION, called dibs,
    spoke too soon, wrote it, wrote … ticket, replied|answered|responded above|below|here,
    replied|answered|responded in the|this,
    called off, called it, called THEM off, called it a, called into question,
    called for tenders|tender,
    called in sick, call|ring back, call it, letter of, letters of,
    meeting minutes|notes|request|link|agenda|invite|invitation,
    posted … linkedin|twitter|facebook|instagram|online|forum,
    wrote … blog|post|article|book|reference, called a taxi|cab|halt|truce|vote, called out,
    call|email|mail|ring|phone US|if|when,
    also|is|are|be|product|company|tool|app|firm|guy|something|someone|project called,
    call for tenders|papers|bids, on call, call center|centre|centers|centres|volume|log|list,
    call to action,
    rang true|hollow|up|bells, rang a bell, close call, missed OUR|the call,
    heard from a friend|colleague, called shotgun, answered the survey|question|questionnaire,
    opened|read|clicked|prefers|prefer … email|mail|emails|whatsapp|text, new email|mail|whatsapp,
    best|only|be reached, wrote off|down|up|code|software,
    wrote … off|down|review|testimonial|cheque|check|reference, met … TARGET, met with approval,
    visited … website|page|blog|profile, visited OUR site, visited web site, text book|of|in|on,
    texts of|in|on,
    meeting room|rooms|point,
    demo account|accounts|version|environment|unit|units|kit|data|licence|license|video,
    mail order|server|merge|box, email address|addresses|integration|server|marketing|template,
    email signature|list|account|campaign|client|security|system, phone call list,
    left OUR|a card|cards, got|received|HAVE … email address|addresses,
    got|received|HAVE … phone number|numbers,
    error message|messages, chat bot|tool|support|widget, got … wrong,
    lunch time|order|orders|voucher|break|box, after|before|until|till lunch|dinner|breakfast,
    presentation of, BE in … meeting|meetings, in|into a meeting, another meeting,
    tied up … meeting, back to back meetings, gift card order|orders|programme|program,
    gift shop|order|orders|list, GAVE … gift card orders,
    business|credit|id|sim|rate|score|report|debit|payment|graphics card|cards,
    GAVE … business|credit|id|sim|rate|score|report|debit|payment|graphics card|cards,
    GAVE … card details|number|payment, saw on|that, saw … on linkedin|twitter,
    found|read|posted … linkedin, reached … TARGET, reached … agreement|deal|decision|limit|end,
    ran into trouble|problems|issues|delays|difficulties, came in late|under|over|broken|damaged,
    spoke at|in the|a|OUR … conference|event|expo|summit|webinar,
    order|orders|po|payment|money|invoice|results|feedback came in,
    went over … budget|details|numbers|contract|proposal|quote, dropped in price|value|quality,
    went by, trained by, trained staff, hosted by|on, hosted service|solution|platform|version,
    presented by, spoke|spoken|talked highly, spoke well of, spoke|talked … highly
"""

TABLE = {Contact(kind=kind, done=True): text for kind, text in DONE.items()} | {
    Contact(kind=kind, done=False): text for kind, text in NAMED.items()
}
