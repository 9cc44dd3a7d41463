"""Small words: none of these is anybody's name, however it is written."""

from domain.reading.words.lists import listed

SOFT = listed("and then plus")
"""They join two statements about the same person; a "not" or a "will" does not reach across."""

VERBS = listed("""
    called rang phoned emailed mailed wrote sent spoke talked chatted met visited texted messaged
    pinged thanked replied responded answered asked asks asking wants wanted needs needed left paid
    ordered bought renewed signed complained said says told popped dropped saw caught chased
    followed reached tried got gave took made had going gone calling emailing waiting looking
""")
"""One of these written with a capital beside a name goes on with the sentence."""

OUR_VERBS = listed("""
    told reminded quoted invoiced chased delivered installed fitted fixed repaired replaced sorted
    discussed measured checked showed presented offered proposed agreed introduced booked confirmed
    scheduled rescheduled moved updated reviewed added logged created noted prepared reached tried
    touched dropped collected serviced cleaned trained onboarded priced billed credited refunded
    apologised congratulated invited visiting calling meeting sending emailing waiting chasing
    following checking need needing going looking planned booking sorting trying forgot cancelled
    resolved closed settled handled shared issued commented brought lost read went saw found ran
    given supposed kicked picked helped set put owe owed
    postponed pushed bumped missed thanked attended hosted handed posted mailed popped stopped did
    knocked promised pitched demoed synced connected pinged nudged
""")
"""A clause that begins with one of these tells of ourselves."""

WANTING = listed("""
    wants want wanted needs needed wishes wish hopes hope likes loves hates prefers prefer thinks
    feels knows uses asks fancies insists suggests plans intends expects
""")

DOINGS = listed("""
    gave given gives took taken takes got gets put puts went goes came comes made makes set sets
    kept keeps left leaves bought buys chose chosen paid pays sold sells sent sends brought brings
    found finds had has have cut won lost says said told tells thinks thought wrote writes became
    become began begins built let lets met spoke rang rung froze drew fell flew grew held hit knew
    led lent quit read ran saw shook shut sat split spread stood stuck swore taught tore threw sang
""")
"""Verbs that are not told by their ending."""

BARE_VERBS = listed("""
    call ring phone email mail write send visit meet text message reply ask want need get give come
    go take let see check try pay buy order sign chase follow have do
""")

HARD = listed("""
    but however though although because except whereas whilst while otherwise instead anyway fyi btw
    ps
""")
"""They begin a statement of its own, as a comma does."""

OURSELVES = listed("i we")

THEMSELVES = listed("she he they who")

AUXILIARIES = listed("""
    has have had did does do is are was were will would can could should shall
""")
"""Before somebody, at the beginning of a clause, these ask."""

THEIR_PEOPLE = listed("""
    customer customers client clients buyer owner ceo cfo cto cio cmo director boss assistant
    secretary receptionist pa procurement purchasing accounts accounting finance legal contact
    someone somebody champion sponsor reception landlord engineer accountant lawyer wife husband
    colleague prospect lead chap man woman lady bloke gentleman caller parent guest patient tenant
    chef clerk bursar
""")

COLLEAGUES = listed("""
    ceo cfo cto cio cmo director boss assistant accounts accounting finance legal engineer
    engineers accountant lawyer colleague colleagues manager supervisor team driver fitter fitters
    technician technicians installer installers rep trainee apprentice intern partner crew
""")
"""With "our" or "my" before them these are on our side."""

RIVALS = listed("""
    supplier suppliers vendor vendors provider providers agency insurer competitor competitors
    competition rival rivals
""")

STRANGERS = listed("""
    bank accountant lawyer solicitor landlord neighbour neighbours weather traffic rain heat
    government council hmrc taxman politics economy tariffs own internal tax taxes strike war
    brexit planning election elections inflation football rugby cricket match
""")
"""Feelings about these are not about us."""

PRIVATE = listed("""
    dog cat puppy kitten pet horse mum mom dad mother father parents brother sister son daughter
    kids children boy girl baby babies twins grandad granddad grandma gran nan grandmother
    grandfather grandson granddaughter grandchild niece nephew cousin aunt uncle wife husband
    girlfriend boyfriend fiance fiancee divorce separation breakup marriage pregnancy birth death
    illness cancer diagnosis role career ex boss hip knee health exam exams train commute rota
    harvest promotion retirement redundancy graduation
""")
"""What is theirs alone: feelings about it are not about us either."""

JARGON = listed("""
    api sso ui ux sla eta sdk crm erp app saas hr qa b2b po pos edi csv pdf iot vat gui kpi rca
    poc mvp roi onboarding workflow wifi signage prosecco upsell faq
""")
"""Words of the trade that no dictionary holds, and no names."""

DESCRIPTIONS = listed("""
    the a an his her their current existing old previous former last present other another
    new usual regular main local
""")

PREPOSITIONS = listed("""
    to with at from for of about re regarding in on by via near after before into onto over than as
    between among without through against until till since during
""")

DAYS = listed("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thurs fri sat
    sun
""")

MONTHS = listed("""
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec
""")

TIMES = listed("""
    today yesterday tomorrow tonight morning afternoon evening night noon midday midnight week month
    year quarter day hour minute earlier later now ago last next early late weekend
""")

STRESS = listed("""
    very really so quite too just still also already even all absolutely completely totally
    extremely pretty rather super always actually finally kindly best v proper
""")
"""They only stress what follows, wherever they stand."""

ADVERBS = listed("""
    just also again finally then now still already only really very so quite too even once twice
    thrice back soon maybe perhaps never always since recently meanwhile afterwards ok okay yes yep
    yeah yup no hi hey hello well great good nice cool super sorry cold both out up down off over
    through away done fine
""")
"""So is every word that ends in -ly, but for these."""

FIRST_NAMES = listed("""
    lily kelly emily sally molly holly billy polly dolly reilly ally tilly milly carly shelly
    beverly kimberly willy jilly
""")

GLUE = listed("""
    a an the this that these those my our your his her their its i you he she it we they me us him
    them am is are was were be been being do does did has have had having will would shall should
    can could may might must not nor or if when what which who whom whose how why where there here
    all any some more most much many few other another each every either neither one two three four
    five six seven eight nine ten first second third new old same own per today update quick tried
    trying got get gets getting go goes going went gone came come comes said says say told tell
    asked left right following please thanks thank followup follow feedback team everyone nobody
    eod eow asap
""")

NAMELESS = (
    DAYS | MONTHS | TIMES | ADVERBS | GLUE | SOFT | HARD | THEIR_PEOPLE | PREPOSITIONS | JARGON
)
