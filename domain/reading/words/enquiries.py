"""They would like something of us."""

BY_THEM = """
    asked about|for|if|whether|how|what|when|which|where|can|could|regarding|re,
    asking about|for|if|whether|how|what|when, asks about|for|if|whether|how|what|when,
    asked US|OUR … about|for, asked US to send|quote|explain|show,
    asked to see|try|buy|order|renew|upgrade|meet|speak|talk, inquired, enquired, inquiring,
    enquiring, inquiry, enquiry, inquiries, enquiries, curious about,
    wondering|wondered if|whether|about|how, interested, interested in, keen on,
    expressed|showed|shown … interest, HAVE … interest in, considering OUR, thinking about OUR,
    WANTS … QUOTE|call|callback|meeting|visit, wants a|an|more|some|our|another|the|NAME,
    wants … more, asked US … QUOTE,
    wants to buy|order|renew|upgrade|try|see|test|meet|talk|discuss|know|learn|start|add,
    wants to extend|expand, wants to switch|hear|understand|use|book|join|sign|get,
    question|questions about|regarding|re, wanted to know|buy|order,
    looking to buy|order|renew|upgrade|expand|switch|purchase, looking for, looking at OUR,
    would|'d like|love to|a|an|some|more|our|another, keen to buy|order|see|try|start|hear|know,
    HAVE … question|questions, request for, requested, WANTS … help|hand|support|advice|training,
    asking|asked|asks|requesting QUOTE, requesting … QUOTE,
    looking|thinking at|of|about adding|buying|getting|ordering|upgrading|renewing|expanding,
    WANTS US to quote|price|send|bid|tender|pitch|supply|demo|propose|measure,
    SHE BE interesting in, price|prices|pricing|quote|quotation|rates please,
    to ask how much … would|cost|costs|is, kindly|please share|send|provide|quote|advise … QUOTE,
    rfp, rfq, rfi, QUOTE request|requested|requests, signed up for … trial|demo|webinar,
    started|starting … trial, trial started|starts,
    ordered … sample|samples|brochure|brochures|catalogue|catalog
"""
RULED_OUT = """
    any question|questions, asked THEM|NAME, asked if|whether|how|when|what|where SHE,
    asked if everything|all, asked for|about NAME,
    asked for … feedback|review|testimonial|referral|decision|introduction, asked for the order,
    asked how i|we|everything|things BE, asked how … going|went|goes|getting|doing,
    asked … for payment END|of|on|by|today|again, asked … for the|a|THEIR po|pos|deposit,
    answered|answering … question|questions|query|queries|enquiry|inquiry,
    followed|following|follow|per … enquiry|enquiries|inquiry|request|requests|question,
    about|re|regarding|on|to|for THEIR|the enquiry|inquiry|request|question|questions,
    about|re|regarding|on|to|for THEIR|the quote|demo request, as|when|if requested|asked,
    requested … earlier|before|already, looking for a job|role,
    looking for a new job|role,
    looking for the|THEIR contract|invoice|po|order|file|email|paperwork|parcel|delivery,
    asked for THEM, asked|wants … not to, asked … to stop, asked to be removed|left, wants out,
    wants nothing, wants nothing … more, would|'d like|love to thank|cancel|say|complain|return,
    looking for THEIR|work|job, interested party|parties
"""
