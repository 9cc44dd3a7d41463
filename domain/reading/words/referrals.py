"""They sent somebody to us."""

BY_THEM = """
    told … friend|friends|neighbour|neighbours|sister|brother|mate|mates|cousin to
    ring|call|contact|try|use US,
    referred, refers, referred … to US, refers … to US, sent|sends THEM|NAME OUR way,
    introduced THEM|NAME to US, put THEM|NAME in touch with US,
    recommending US|OUR, recommended US|OUR, recommends US|OUR,
    introduced US|OUR, put US in touch, put in a good word,
    passed OUR name|details|number|card|contact, passed US on, spread the word,
    gave|passed OUR name|details|number|card, gave|sent|passed US … referral|referrals|lead|leads,
    gave|got|received|sent … referral|referrals,
    gave|sent|passed US … name|names|contacts|intro|introduction, vouched|vouches for US,
    gave … reference for US, told … FRIEND about US, mentioned US to,
    told THEM|NAME about US, introduced US to THEIR|the … at|of|from NAME,
    sent … friend|colleague|peer to US, sent … FRIEND OUR way,
    sent … somebody|someone|people|customer|customers|client|clients|business|work OUR way,
    with|got an|the intro|introduction to|at NAME,
    brought … friend|colleague along
"""
RULED_OUT = """
    referred US to page|clause|section|paragraph|appendix|schedule,
    referred by, recommended by, referred to, referred THEM|NAME to,
    introduced US to THEIR|the boss|team|colleague|colleagues|successor|manager|cfo|ceo|cto,
    referral code|link|bonus, gave|sent … referral code|link|bonus,
    referral from|fee|programme|program|scheme,
    referred|put US to|through INSIDER, referred US to THEIR|the|a … INSIDER,
    put US in touch with INSIDER, put US in touch with THEIR|the|a … INSIDER,
    passed US on to INSIDER, passed US on to THEIR|the|a … INSIDER,
    gave|sent|passed US … of|for THEIR|the … INSIDER
"""
