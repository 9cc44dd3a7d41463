"""Sets of words that many phrases need; in a phrase their names are written in capitals.

NAME, which stands for no set, is a word that looks like somebody's name.
"""

from domain.reading.words.lists import listed

CLASSES = {
    "ASKED": listed("ask asks asked asking"),
    "BE": listed("""
        is am are was were be been being feels felt seems seemed sounds sounded looks
        looked
    """),
    "BAD": listed("""
        bad neg poor terrible awful horrible negative dreadful lousy appalling shocking angry
        nasty
    """),
    "WRONG": listed("leaking leaks jammed stuck blocked frozen"),
    "MACHINE": listed("""
        boiler pump printer machine engine motor heater heating unit units fridge freezer oven pipe
        compressor generator server router valve screen scanner copier lift door gate part parts
        roof tap shower toilet carpet sofa window battery laptop radiator van
    """),
    "HOBBY": listed("""
        football golf rugby cricket tennis footy fishing sailing cycling gardening skiing surfing
        flying driving dogs cats cake coffee chocolate wine beer curry gossip talking chatting
        travelling music gin whisky whiskey rum sushi pizza cheese jazz opera films books hiking
        baking living cooking reading walking swimming dancing trains history politics art
    """),
    "INSIDER": listed("""
        colleague colleagues boss manager assistant team procurement legal finance purchasing buyer
        accounts it hr department dept successor cfo ceo cto director website terms accountant
        lawyer secretary guy guys people head
    """),
    "FRIEND": listed("""
        friend friends peer peers network colleague colleagues brother sister mate mates neighbour
        neighbours cousin mum dad husband wife family boss buddy buddies
    """),
    "BROKEN": listed("""
        broken faulty defective damaged cracked smashed incomplete wrong leaking scratched dented
        torn ripped bent mouldy crushed squashed snapped shattered soaked rusty melted spoiled
        spoilt chipped warped warm split
    """),
    "CAME": listed("called rang phoned emailed mailed texted messaged came popped walked dropped"),
    "COURSE": listed("""
        course courses appointment appt slot room rooms table class session sessions job install
        training survey service event wedding party stay
    """),
    "DEFECT": listed("""
        leak leaks leaked leaking faded fading lumpy tangled bleeding
        lukewarm mouldy moldy rancid soggy stale curdled expired maggots weevils filthy
        grubby smelly stinks stank stain stains stained crushed squashed mangled crumpled soaked
        melted thawed crooked wonky wobbly wobbles squeaks squeaking rattles rattling cracked
        chipped scratched dented torn ripped frayed fraying peeling flaking warped bent
        snapped shattered smashed broken broke faulty defective damaged rusty rusting corroded
        blurry blurred smudged misprinted misspelt illegible unusable unreadable misaligned jammed
        jams overheats overheating freezes freezing hangs hanging crashes crashed crashing
        lags lagging glitch glitches glitchy buggy error errors undercooked overcooked burnt wilted
        bruised rotten infested contaminated unsafe overcharged misdiagnosed mislabelled mismatched
        conked mix-up mixup
    """),
    "FITTER": listed("""
        driver drivers engineer engineers fitter fitters technician technicians courier plumber
        electrician installer installers tech cleaner cleaners builder builders contractor
        contractors rep delivery team crew nurse tutor trainer
    """),
    "REMEDY": listed("""
        refund credit replacement replacements engineer technician callback parts part fix delivery
        parcel order somebody someone
    """),
    "SYSTEM": listed("""
        portal site website system systems server servers app apps platform service network login
        line lines software dashboard internet wifi broadband integration till reader phones page
        link database checkout
    """),
    "PLACE": listed("room rooms toilet toilets kitchen bathroom floor floors table site place"),
    "THINGS": listed("""
        boxes cases bags pallets units items pieces bottles copies parts crates tins cans rolls
        sheets chairs tables desks laptops phones screens tiles doors windows books uniforms
        licences seats bits lines vials packs sets pairs goods
    """),
    "WORKING": listed("""
        working charging printing loading heating cooling responding syncing connecting starting
        recording ringing draining playing picking turning spinning scanning
    """),
    "LETTER": listed("""
        email emails mail letter letters contract contracts quote quotes quotation invoice proposal
        invite invitation form forms documents paperwork brochure statement report
    """),
    "LIKES": listed("like likes liked love loves loved enjoy enjoys enjoyed"),
    "MY": listed("my our the"),
    "CONTACT": listed("""
        call calls callback email emails mail message messages text texts sms dm letter letters
        note visit whatsapp fax voicemail chat ticket tweet
    """),
    "DEAL": listed("""
        deal deals contract contracts agreement sale order orders business account tender
        bid renewal
    """),
    "DROPPED": listed("popped dropped stopped swung came nipped drove went flew walked"),
    "FOOD": listed("""
        lunch dinner breakfast coffee coffees pizza pizzas sandwiches drinks drink beers
        beer takeaway taxi cab uber food snacks pint pints curry burger burgers round
        rounds tea cake us me them
    """),
    "GAVE": listed("""
        popped sent gave brought took delivered mailed posted shipped handed dropped bought
        presented left couriered got received ordered made
    """),
    "GIFT": listed("""
        flowers flower bouquet basket baskets hamper hampers chocolates chocolate gift
        gifts present presents cake cakes cupcakes cookies donuts doughnuts bottle bottles
        wine champagne whisky whiskey swag merch mug mugs card cards voucher vouchers
        goodies treats tickets balloons plant hoodie hoodies sweets pastries biscuits
        roses tulips lilies orchid orchids chocs choccies
    """),
    "GOOD": listed("""
        good great excellent fantastic brilliant superb amazing awesome wonderful
        outstanding lovely fab smashing positive glowing fabulous perfect incredible terrific
        stellar nice fabulous beautiful gorgeous stunning super cracking belting ace smooth spotless
        immaculate delicious tasty top painless
    """),
    "GOT": listed("got received"),
    "HAPPY": listed(
        "happy happier pleased delighted thrilled satisfied impressed chuffed contented rapt"
    ),
    "HAVE": listed("has have had having"),
    "LUNCH": listed("""
        lunch dinner breakfast supper coffee coffees drinks drink beer beers tea cuppa pint
        pints
    """),
    "LOVE": listed("love loves loved loving"),
    "OUR": listed("our my"),
    "PAPER": listed("""
        quote quotes quotation proposal proposals contract contracts invoice invoices deck
        slides brochure brochures pricing price prices info information details link links
        document documents docs doc agenda summary recap offer offers estimate survey nda
        sow agreement catalogue catalog newsletter presentation report reports minutes
        paperwork invite invitation specs spec datasheet terms reminder materials
        certificate form pdf file files plans drawings drawing email emails mail mails letter
        letters note
    """),
    "PLAN": listed("""
        order plan package quote quotation proposal offer option purchase deal contract upgrade
        renewal subscription
    """),
    "PRODUCT": listed("""
        product products service support team work job quality delivery experience it
        platform app software system tool features feature solution website us
        everything
    """),
    "QUOTE": listed("""
        quote quotes quotation price prices pricing estimate proposal offer info
        information details brochure catalogue catalog sample samples demo demos trial rate rates
        datasheet specs spec documentation presentation references discount upgrade
        licence licences license licenses seats units
    """),
    "SAY": listed("say says said saying thinks thought told tells mentioned reckons believes"),
    "SESSION": listed("""
        meeting meetings workshop visit presentation walkthrough session review tour
        webinar demo demos lunch dinner breakfast coffee drinks beers tea qbr kickoff
        training sitdown audit interview inspection roundtable catchup appointment
    """),
    "SHE": listed("she he they"),
    "SUPERB": listed("""
        great excellent fantastic brilliant superb amazing awesome wonderful outstanding
        fabulous incredible terrific stellar perfect flawless exceptional fab gorgeous stunning
        beautiful super smashing cracking belting ace brill spotless immaculate delicious dream
        treat lifesaver godsend magic marvellous
    """),
    "SUPPLIER": listed("supplier suppliers vendor wholesaler distributor manufacturer merchant"),
    "SURPLUS": listed("elsewhere competitor competitors competition rival"),
    "TALK": listed("call calls chat conversation talk"),
    "TARGET": listed("""
        target targets deadline deadlines quota goal goals expectations needs requirements
        criteria budget demand kpi kpis number numbers milestone
    """),
    "THEIR": listed("her his their"),
    "THING": listed("""
        order orders delivery parcel parcels shipment invoice part parts item items unit units
        goods machine machines product products box boxes stock kit delivery deliveries package
        packages equipment material materials bill statement report reports food meal meals
        print prints scan scans sample samples batch pallet pallets feed seed paint tiles flowers
        cake furniture desk desks chair chairs laptop laptops phone phones uniform uniforms results
        keys contract docs paperwork documents
    """),
    "THEM": listed("her him them"),
    "TOPIC": listed("""
        about re regarding discussed discuss discussing expecting expects expected possible
        potential pending planning for hoping quote quoted talked spoke
    """),
    "LOST": listed("lost loses losing"),
    "TRIED": listed("tried attempted"),
    "US": listed("us me"),
    "WANTS": listed("wants want wanted needs need needed requires required requested requests"),
}
