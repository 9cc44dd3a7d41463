"""They bought."""

BY_THEM = """
    bought, ordered, reordered, purchased, renewed, signed, countersigned, subscribed,
    resubscribed, upgraded, upgraded to,
    upgraded … plan|subscription|licence|license|contract|account|package, prolonged,
    extended|expanded … contract|subscription|agreement|licence|license|plan,
    placed|put|confirmed|gave|sent … order|orders, went with US|OUR, decided to go with US|OUR,
    chose|picked|selected US|OUR, switched to US|OUR, accepted|approved … quote|proposal|offer,
    added|took … seats|licences|licenses|users|units, paid … deposit, converted,
    converted to paid|annual
"""
BY_ANYBODY = """
    closed|won|landed|clinched|sealed|signed … DEAL, closed won, DEAL|po|quote closed|signed|won,
    deal done, we won, sold THEM|NAME,
    sold … units|seats|licences|licenses|copies|boxes|cases|pallets,
    got|received|sent|issued|raised … po|pos, GOT|sent … purchase order|orders,
    got|received|won … order|orders from|for,
    quote|offer|proposal|order accepted|approved|confirmed,
    po|order|orders received|in|came|issued|placed, reorder|reorders placed|confirmed|received,
    contract|subscription|licence|license|agreement extended|prolonged, said yes to,
    deposit paid|received, got|received … deposit, in the bag,
    new|repeat|big|large|huge|bulk|web|online order|orders,
    first|another|second order from|for|of|worth|placed|in
"""
RULED_OUT = """
    bought|ordered … FOOD, bought|ordered THEM|NAME … GIFT, bought|ordered … GIFT for THEM|NAME,
    bought|ordered|purchased|renewed … SURPLUS, bought|ordered|purchased nothing|none|little,
    upgraded THEIR, signed|renewed|went with someone|somebody|another|SURPLUS,
    about|the|THEIR new order, bought into|out|by|time, ordered to|by, back ordered,
    signed off|in|out|up|on, signed for the|a|it|parcel|delivery,
    signed … nda|guestbook|card|petition, renewed interest|hope|focus|vigour|vigor,
    subscribed to … newsletter|blog|channel|podcast, BE|got|been bought, converted to|from,
    upgraded to first class, cancelled … order|orders
"""
