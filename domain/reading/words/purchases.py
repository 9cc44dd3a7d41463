"""They bought."""

BY_THEM = """
    signed on the dotted, SHE BE going ahead END|and, SHE BE going ahead with us|it,
    SHE BE going ahead with … PLAN|job|work|works|project|extension|installation|install,
    SHE BE going with us END|for|on|after|and, upped THEIR order,
    bought, ordered, reordered, purchased, renewed, signed,
    inked … DEAL|it,
    bit|bitten the bullet, took|taken the plunge, pulled the trigger, passed an|another order,
    went|gone for the|OUR … PLAN, gave|given … go ahead END|for|and|on, gave|given … green light,
    booked|hired US for|to,
    shook|shaken on it END|and|at, shook hands on, said yes on the spot, said yes there and then,
    said yes straight,
    countersigned, subscribed,
    resubscribed, upgraded, upgraded to,
    upgraded … plan|subscription|licence|license|contract|account|package, prolonged,
    extended|expanded … contract|subscription|agreement|licence|license|plan,
    placed|put|confirmed|gave|sent … order|orders, placed|raised … po|pos,
    doubled|tripled THEIR … order|orders, increased THEIR order|orders,
    did|made an|another|new|big order, went|gone ahead with … PLAN,
    bought|ordered|purchased … from US|OUR,
    bought|ordered|purchased … from the catalogue|catalog|website|site|shop|store|range|list,
    switched … to US, order taken,
    took|taken an|another|the|THEIR order,
    signed up for … plan|subscription|contract|licence|license|package|policy|membership,
    called|rang|phoned|emailed|came|popped in|US|back to order|buy|place|renew|reorder,
    called|rang|phoned|emailed|mailed|texted|messaged in an|another|their order,
    called|rang|phoned|emailed|mailed|texted|messaged US … with … order|po, went with US|OUR,
    decided to go with US|OUR,
    chose|picked|selected US|OUR, switched to US|OUR, accepted|approved … quote|proposal|offer,
    added|took … seats|licences|licenses|users|units, paid … deposit, converted,
    converted to paid|annual
"""
BY_ANYBODY = """
    po|order|orders received|in|issued|placed|through|released,
    go ahead received|given|from, green light received|given|from, order|orders|po came in|through,
    quote|offer|proposal|order accepted|approved|confirmed,
    contract|subscription|licence|license|agreement extended|prolonged, said yes to,
    deposit paid|received, got|received … deposit, in the bag,
    got|received|sent|issued|raised … po|pos, GOT|sent … purchase order|orders,
    got|received|won … order|orders from|for, closed won, DEAL|po|quote closed|signed|won,
    deal done,
    new|repeat|big|large|huge|bulk|web|online order|orders,
    first|another|second order from|for|of|worth|placed|in
"""
BY_US = """
    upsold, docusigned, units|seats|licences|licenses sold,
    closed|won|landed|clinched|sealed … DEAL, we won,
    sold THEM|NAME, sold … units|seats|licences|licenses|copies|boxes|cases|pallets
"""
"""Whoever is not named there is us."""

RULED_OUT = """
    bought himself|herself|themselves, bought in a|an, bought … next door, bought … boat|yacht,
    put … order|orders on hold, signed … client|clients|customer|customers|tenant|tenants,
    going|gone|went ahead with someone|somebody|another|SURPLUS|THEIR,
    bought|ordered … FOOD, bought|ordered THEM|NAME … GIFT, bought|ordered … GIFT for THEM|NAME,
    bought|ordered|purchased|renewed … SURPLUS, bought|ordered|purchased nothing|none|little,
    upgraded THEIR, signed|renewed|went with someone|somebody|another|SURPLUS,
    about|the|THEIR new order, TOPIC … new|repeat|big|large|huge|bulk|web|online order|orders,
    no new|repeat|big|large|huge|bulk|web|online order|orders,
    TOPIC … another|first|second order from|for|of|worth|in, no order|orders from|for,
    bought|ordered|purchased from, bought|ordered|purchased|renewed|signed … from|with NAME,
    bought|ordered … GIFT for the|THEIR, bought|ordered|purchased … from SUPPLIER,
    bought|ordered|purchased … from the|a|another|OUR|THEIR SUPPLIER, closed lost,
    DEAL closed lost, LOST … order|DEAL,
    renewed THEIR interest|lease|vows|passport|insurance|visa|faith, signed|renewed … lease,
    bought|purchased … company|firm|startup|business|building|warehouse|house|premises|land,
    won|closed … DEAL with|from the|a|another|NAME|council|government,
    replacement|replacements|part|parts|sample|samples|stock ordered,
    order|orders received at|by THEM|THEIR, order|orders received in|ok|safely|damaged,
    order|orders in half|progress|transit|hand|stock|total, cut|reduced|halved … order|orders,
    bought … puppy|dog|cat|horse, bought into|out|by|time, ordered to,
    ordered by the|THEIR|NAME|THEM, back ordered,
    signed off|in|out|up|on, signed for the|a|it|parcel|delivery,
    signed … nda|guestbook|card|petition, renewed interest|hope|focus|vigour|vigor,
    subscribed to … newsletter|blog|channel|podcast, BE|got|been bought, converted to|from,
    upgraded to first class, cancelled … order|orders
"""
