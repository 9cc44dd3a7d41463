"""Something is wrong, or they feel that it is."""

BY_THEM = """
    complained, complaining, complains, to complain, complaint, complaints, unhappy, unimpressed,
    upset, angry, annoyed, furious, livid, irate, disappointed, frustrated, dissatisfied,
    displeased, unsatisfied, disgusted, outraged, irritated, fuming, mad at|about, fed up,
    sick of, sick and tired, let down, had enough, lost patience, moaned, moaning, grumbled,
    grumpy, hates, hated, escalated, threatened, threatening, threatens, pissed,
    do|does|did not like, raised … concern|concerns|issue|issues, concern|concerns raised,
    feels|felt ignored|neglected|cheated, ticked off, ripped off
"""
BY_ANYBODY = """
    broken, broke, faulty, defect, defects, defective, rude, unhelpful, unprofessional, damaged,
    smashed, late again, again late, always late, arrived|delivered|shipped|came|turned … BROKEN,
    delivery|shipment|order|parcel … late, late delivery|deliveries|shipment|shipments|parcel,
    BE down again,
    portal|site|website|system|server|servers|app|platform|service|network|login|line down,
    portal|site|website|system|server|servers|app|platform|service|network|login|line BE down,
    invoice|order|bill|delivery|amount|price|address|size|colour|color wrong,
    invoice|order|bill|delivery|amount|price|address|size|colour|color BE wrong, got … wrong,
    login|billing|quality|delivery|performance|payment|access issue|issues|problem|problems,
    delayed again, again delayed, not work|works|working, stopped working, out of order,
    keeps|kept crashing|breaking|failing|freezing|stopping|dropping, crashed, crashes,
    still waiting|waits, still not arrived|received|working|fixed|resolved|delivered|here|got|had,
    still no refund|delivery|sign|invoice|parcel|replacement, nothing works|arrived,
    never arrived|came|showed|worked|delivered|received, not arrived|arrive|delivered|received,
    not been fixed|resolved|delivered|sorted, missing parts|part|items|item|pieces,
    part|parts|item|items|piece|pieces|box|boxes|unit|units missing, order|delivery incomplete,
    too slow, wasted THEIR time,
    wrong item|items|size|product|order|part|parts|address|invoice|amount|colour|color|model|one,
    overcharged, charged|billed|invoiced twice|double|wrong|wrongly, double charged|billed,
    money back, refund, refunds, compensation, requested … refund,
    refund|replacement|compensation requested,
    asked for … money|refund|compensation|manager|supervisor,
    WANTS … refund|compensation|replacement|replaced|apology|fixed, WANTS … money back,
    demanded|demands|demanding, unacceptable, not acceptable, not good enough, not good,
    not great, not as described|promised|agreed|expected|advertised, waste of time|money,
    thanks for nothing, BAD … feedback|review|reviews|experience|service|support|quality|job,
    one|1 star|stars, 1/5, 2/5, 0/10, 1/10, 2/10, 3/10, 4/10, nps 0|1|2|3|4|5|6,
    broken promise|promises, third|second time this|in, would|will|could not recommend,
    problem|problems|issue|issues|trouble with, SAY … terrible|awful|useless|rubbish|crap,
    useless, appalling, messed|screwed up, 😡, 🤬, 😠, 👿, :rage:, :angry:,
    :face_with_symbols_on_mouth:
"""
RULED_OUT = """
    broken down|english|link|arm|leg|wrist|ankle|heart, record|heart broken,
    broke even|news|bread, broke ground|records|up|into|the news|the ice|THEIR,
    refund|refunds|replacement processed|issued|paid|sent|done|approved,
    number|numbers|address does|is|did not work|working, no refund|refunds needed|required,
    complaint|complaints|issue|issues … resolved|closed|sorted|settled|withdrawn|fixed|handled,
    complaint|complaints department|procedure|process|policy|form|handling,
    refund policy|policies, upset stomach, angry birds, mad men, issue|problem with that solved,
    demanding job|schedule|role
"""
