"""Sets of words that many phrases need; in a phrase their names are written in capitals.

NAME, which stands for no set, is a word that looks like somebody's name.
"""

from domain.reading.words.lists import listed

CLASSES = {
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
        broken faulty defective damaged cracked smashed incomplete wrong late leaking
    """),
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
        stellar
        nice
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
        fabulous incredible terrific stellar perfect flawless exceptional
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
        goods machine machines product products box boxes stock kit
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
