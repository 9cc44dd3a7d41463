"""They are pleased, and say so."""

BY_THEM = """
    rates|rated US|OUR,
    LOVE, adores, adored, delighted, happy, happier, happiest, thrilled, pleased, satisfied,
    impressed, chuffed, stoked, ecstatic, overjoyed, grateful, thankful, raved, raving, rave,
    praised, praises, complimented, compliment, compliments, kudos, over the moon,
    thrilled to bits|pieces, tickled pink, likes|liked it|OUR|US|working, really likes|liked,
    blown away, wowed, amazed, big|huge|raving|massive fan, a fan, THEIR favourite|favorite,
    thinks the world of, fan of US|OUR|the|this|PRODUCT, likes|liked|liking the new|PRODUCT|demo,
    contented, rapt, content with, HAPPY as larry, happy camper|bunny,
    super|really|very|so|dead excited END|about|by|with, excited about|by|with,
    buzzing END|about|with|over,
    how much SHE likes|liked|loves|loved|enjoys|enjoyed it|the|US|OUR|this|working|PRODUCT,
    full of praise END, full of praise for US|OUR|the,
    pleased as punch, appreciated, appreciates
"""
BY_ANYBODY = """
    can not get enough of, was|were SUPERB SHE said|says,
    five|5 star|stars|review|reviews, ⭐ ⭐ ⭐ ⭐ ⭐, 5/5, 10/10, 9/10, nps 9|10, 😍, 🤩, 🥰,
    :heart_eyes:, :star-struck:, could|can not … happier, could|can not … more|so HAPPY|helpful,
    never … happier, never … so|this HAPPY, could|can not praise|recommend|thank … enough,
    could|can not fault, not say enough good, nothing but praise|good|great|positive,
    GOOD … feedback|testimonial, feedback BE GOOD, promoter, GOOD review|reviews,
    sent|gave|given|wrote|left|recorded|filmed … testimonial, testimonial received,
    left|wrote|gave … GOOD review, SAY … SUPERB, PRODUCT BE … SUPERB, called US|OUR … SUPERB|best,
    SUPERB PRODUCT, SAY … best, best … ever|yet, better than expected,
    spoke|speaks|spoken|talked highly, spoke|said … GOOD things, spoke well of,
    sang|sings … praises, exceeded … expectations, above and beyond, would|will|'d recommend,
    could|can not do|manage|cope|live … without US|OUR, could not do|manage … without you,
    lifesaver, life saver, godsend,
    game changer, BE … second to none, BE top notch|faultless|flawless|seamless,
    saved the day|THEIR bacon,
    BE|was spot on, worth every penny, best decision SHE|ever, could not ask for more|better,
    made THEIR day, knocked it out of the park, blew THEM away, nailed it,
    would|'d definitely|absolutely|happily|highly recommend,
    highly recommend|recommends|recommended
"""
RULED_OUT = """
    HAPPY enough to, LOVE THEIR job|boss, LOVE THEIR new job|role|boss|house|school,
    happy|pleased|delighted|glad|thrilled to, happy hour|path|birthday|christmas|easter|holidays,
    happy new year, happy anniversary|thanksgiving|friday|medium|ending|days,
    happy for US|THEM|NAME, HAPPY … current|existing, HAPPY where SHE, HAPPY with what SHE,
    likes|liked OUR|the|a post|posts|tweet|page|photo|video|comment, happy new,
    LOVE a|an|HOBBY, a|big|huge|raving|massive fan of NAME|HOBBY, fan of NAME|HOBBY,
    HAPPY with himself|herself|themselves|either|any|whatever, five|5 star|stars hotel|resort,
    10/10|9/10 attended|present|people|seats,
    LOVE … current|existing, LOVE to, with love, love from
"""
