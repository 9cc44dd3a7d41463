# ruff: noqa: E501 - a row is as long as what it quotes
"""How reps write: each line with the kind, the direction, the signs and, where it names one, the
moment that a colleague would read in it. What they do, say, want or feel came from them, unless a
contact of ours is told of first; a call that nobody took is a call.

The typer sits in London; it is Friday, 20 November 2026, 14:00 there.
"""

from datetime import UTC, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.touches import Direction, Kind, Sign

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/London")


class Line(NamedTuple):
    kind: Kind
    direction: Direction
    signs: frozenset[Sign]
    at: datetime
    words: str


TABLE = """
# the specification's own words
call    | ours   | praise             |              | called Maria about the renewal, she was happy
call    | ours   | -                  |              | rang, will try the mobile tomorrow
call    | ours   | -                  |              | phoned
call    | ours   | -                  |              | spoke to Tom
call    | ours   | no answer          |              | voicemail
mail    | ours   | -                  |              | mailed the contract
mail    | ours   | -                  |              | emailed them
mail    | ours   | -                  |              | wrote to Ana
meeting | ours   | -                  |              | met the new CFO
meeting | ours   | -                  |              | visited the plant in Leeds
meeting | ours   | -                  |              | lunch with Maria
meeting | ours   | -                  |              | popped in
meeting | ours   | -                  |              | demo for the whole team
message | ours   | -                  |              | texted her
message | ours   | -                  |              | messaged Tom
gift    | ours   | -                  |              | sent flowers
gift    | ours   | -                  |              | dropped off a basket
thanks  | ours   | -                  |              | thanked Maria
note    | ours   | -                  |              | new address is 5 High St
note    | theirs | purchase           |              | bought three licences
note    | theirs | purchase           |              | ordered 20 more
note    | theirs | purchase           |              | renewed
note    | theirs | referral           |              | referred Globex
note    | theirs | referral,praise    |              | referred Globex to us, Maria is delighted
note    | ours   | referral           |              | sent Initech our way
mail    | theirs | -                  |              | sent the contract our way
note    | theirs | referral           |              | recommended us to her sister
note    | theirs | praise             |              | loves the new app
note    | theirs | praise             |              | delighted
note    | theirs | praise             |              | gave us five stars
note    | theirs | enquiry            |              | asked about pricing
note    | theirs | enquiry            |              | wants a quote
note    | theirs | complaint          |              | complained about the delay
note    | theirs | complaint          |              | the parcel came broken
note    | theirs | complaint          |              | late again
note    | theirs | complaint          |              | unhappy
note    | theirs | complaint          |              | wants their money back
call    | ours   | no answer          |              | no answer
call    | ours   | no answer          |              | left a voicemail
call    | ours   | no answer          |              | went straight to voicemail
call    | ours   | no answer          |              | straight to the answerphone
call    | ours   | no answer          |              | left a voice mail
call    | theirs | enquiry            |              | voice mail from Maria asking for a price list
note    | ours   | -                  |              | I owe her a call
note    | theirs | -                  |              | she deserves a visit after all that
note    | theirs | complaint          |              | the roof is still leaking
note    | theirs | complaint          |              | not happy
note    | ours   | -                  |              | no complaints
note    | ours   | -                  |              | didn't buy
call    | theirs | -                  |              | called us
call    | theirs | -                  |              | rang me back
note    | theirs | -                  |              | heard from Maria
mail    | theirs | -                  |              | wrote back
call    | theirs | -                  |              | incoming call
call    | ours   | -                  |              | called Maria
call    | ours   | -                  |              | called, all fine
call    | ours   | -                  | 19 Nov 12:00 | called yesterday
meeting | ours   | -                  | 20 Nov 14:00 | met on Friday
mail    | ours   | -                  | 18 Nov 12:00 | emailed 2 days ago
call    | ours   | -                  | 19 Nov 15:00 | called at 3pm
note    | ours   | -                  |              | will decide by Friday
note    | ours   | -                  |              | on Monday she'll visit us
call    | ours   | -                  |              | called her, Tuesday we will meet
message | theirs | -                  |              | LinkedIn message from Sam

# calls
call    | ours   | -                  |              | quick call with Tom re invoice
call    | ours   | -                  |              | Had a good chat with Maria today
call    | ours   | -                  |              | gave her a ring, she's off till Monday
call    | ours   | -                  |              | finally got hold of procurement
call    | ours   | -                  |              | got through to the new buyer
call    | ours   | -                  |              | talked to Ana about next year
call    | ours   | -                  |              | on the phone with Maria for an hour
call    | ours   | -                  |              | zoom call with the team
call    | ours   | -                  |              | teams call w/ IT, all good
call    | ours   | -                  |              | tc w Maria
call    | ours   | -                  |              | convo with Tom, he's moving to Berlin
call    | ours   | -                  |              | SPOKE TO MARIA SHE WILL SEND THE PO NEXT WEEK
call    | ours   | praise             |              | call w/ CEO went great, she's thrilled
call    | theirs | enquiry            |              | called, interested in the annual plan
call    | ours   | -                  |              | returned her call
call    | ours   | -                  |              | called them back
call    | ours   | -                  |              | I called and we agreed to talk in June
call    | ours   | -                  |              | Just called Maria. She's on holiday
call    | theirs | -                  |              | returned my call
call    | theirs | -                  |              | got a call from Maria
call    | theirs | -                  |              | missed call from Tom
call    | theirs | complaint          |              | Maria called to complain about the smell
call    | theirs | -                  |              | she called to say hello
call    | theirs | -                  |              | their CFO rang about the contract
call    | theirs | enquiry            |              | Maria called us, wants pricing for 50 seats
call    | theirs | complaint          |              | phoned our hotline, furious
call    | theirs | -                  |              | phoned in to change the address
call    | theirs | complaint          |              | customer rang, the pump is broken again
call    | theirs | -                  |              | They called me, all good
call    | ours   | -                  |              | Acme called Maria
call    | ours   | -                  |              | Ana called her, nothing new
call    | theirs | -                  |              | was called by their lawyer

# nobody there
call    | ours   | no answer          |              | LVM
call    | ours   | no answer          |              | vm
call    | ours   | no answer          |              | called, n/a
call    | ours   | no answer          |              | called twice no luck
call    | ours   | no answer          |              | tried calling, straight to voicemail
call    | ours   | no answer          |              | tried Maria again
call    | ours   | no answer          |              | rang out
call    | ours   | no answer          |              | called. Not in, left word with her assistant
call    | ours   | no answer          |              | left Maria a message
call    | ours   | no answer          |              | phoned but she didn't pick up
call    | ours   | no answer          |              | called, she was in a meeting
call    | ours   | no answer          |              | called 3x, nobody answers
call    | ours   | no answer          |              | rang; line busy
call    | ours   | no answer          |              | called the office, couldn't reach him
mail    | ours   | no answer          |              | emailed again, still no reply
mail    | ours   | no answer          |              | mail bounced
mail    | ours   | no answer          |              | emailed, got an out of office
message | ours   | no answer          |              | texted her, hasn't replied
note    | ours   | no answer          |              | haven't heard back
note    | ours   | no answer          |              | ghosted us
note    | ours   | no answer          |              | no show
note    | ours   | no answer          |              | never got back to me
call    | ours   | -                  | 20 Nov 12:00 | no answer at first, then spoke to her at noon
call    | ours   | -                  |              | left a voicemail, she rang me back
call    | theirs | -                  |              | she left me a voicemail
call    | theirs | -                  |              | got a voicemail from Tom about the move
call    | ours   | no answer          |              | spoke last week; called today, no answer

# mail
mail    | ours   | -                  |              | sent the proposal over
mail    | ours   | -                  |              | sent Maria the contract for signature
mail    | ours   | -                  |              | fwd the invoice to accounts
mail    | ours   | -                  |              | e-mailed Ana the deck
mail    | ours   | -                  |              | dropped her a line
mail    | ours   | -                  |              | replied to their email
mail    | ours   | -                  |              | Followed up by email
mail    | ours   | -                  |              | email to Maria re quote
mail    | theirs | -                  |              | replied to my email
mail    | theirs | enquiry            |              | emailed us asking about delivery times
mail    | theirs | -                  |              | received a mail from Maria
mail    | theirs | -                  |              | got her email about the move
mail    | theirs | complaint          |              | Maria wrote to us, she's very disappointed
mail    | theirs | purchase           |              | sent us the PO by email

# meetings
meeting | ours   | praise             |              | Demo went well, they loved it
meeting | ours   | -                  |              | coffee with Tom at the fair
meeting | ours   | -                  |              | took Maria out for dinner
meeting | ours   | -                  |              | caught up with Ana over a beer
meeting | ours   | -                  |              | f2f with the board
meeting | ours   | -                  |              | mtg at their HQ
meeting | ours   | -                  |              | QBR done
meeting | ours   | -                  |              | stopped by their shop
meeting | ours   | -                  |              | had lunch w/ Maria, talked shop
meeting | ours   | -                  |              | bumped into Tom at the station
meeting | ours   | -                  |              | flew to Oslo to see the factory
meeting | ours   | -                  |              | onsite visit, trained the new staff
meeting | ours   | -                  |              | saw Maria at the expo
meeting | ours   | -                  |              | zoom with Tom and the devs
meeting | ours   | -                  |              | bought Maria lunch
meeting | ours   | -                  |              | catch-up with Ana
meeting | theirs | -                  |              | came by our office
meeting | theirs | -                  |              | visited us at the booth
meeting | theirs | enquiry            |              | walked in and asked for a demo

# messages
message | ours   | -                  |              | pinged Tom on whatsapp
message | ours   | -                  |              | whatsapped Maria the photos
message | ours   | -                  |              | dm'd him
message | ours   | -                  |              | msg'd Ana
message | ours   | -                  |              | linkedin message to the new CTO
message | ours   | -                  |              | sent her a text
message | ours   | -                  |              | text to Maria, will meet in May
message | theirs | -                  |              | she texted, running late
message | theirs | -                  |              | texted me back
message | theirs | praise             |              | got a message from Tom: "love it!"

# gifts and thanks
gift    | ours   | -                  |              | sent Maria a big box of chocolates
gift    | ours   | -                  |              | brought cupcakes for the team
gift    | ours   | -                  |              | mailed her a birthday card
gift    | ours   | -                  |              | dropped off a bottle of wine
gift    | ours   | -                  |              | gave Tom a gift voucher
gift    | theirs | -                  |              | sent us a hamper for Christmas
thanks  | ours   | -                  |              | thanked Maria for the referral
thanks  | ours   | -                  |              | sent a thank-you note
thanks  | ours   | -                  |              | said thanks for the order
thanks  | ours   | -                  |              | sent a thank you card
thanks  | theirs | praise             |              | thanked us for the quick help
call    | ours   | -                  |              | called to thank her

# they bought
note    | theirs | purchase           |              | placed another order
note    | theirs | purchase           |              | PO received
note    | theirs | purchase           |              | signed the contract!
note    | theirs | purchase           |              | deal closed
note    | theirs | purchase           |              | closed won
note    | theirs | purchase           |              | upgraded to the pro plan
note    | theirs | purchase           |              | went with us
note    | theirs | purchase           |              | gift card order, they ordered 500 today
call    | ours   | purchase           |              | called Maria, she signed
meeting | ours   | purchase           |              | met Tom; he's ordered two more pumps
mail    | ours   | purchase           |              | emailed the quote and they accepted the offer
note    | theirs | purchase           |              | re-ordered
note    | theirs | purchase           |              | extended their contract by a year
note    | ours   | purchase           |              | sold them 3 units
call    | ours   | purchase           |              | she'd ordered before we called

# they did not buy
note    | ours   | -                  |              | will order next week
note    | ours   | -                  |              | might renew
note    | ours   | -                  |              | never ordered
note    | theirs | -                  |              | hasn't renewed yet
note    | theirs | -                  |              | hopes to renew in spring
note    | ours   | -                  |              | if they order, give them 10%
note    | ours   | -                  |              | would have ordered, but the price is high
note    | theirs | -                  |              | bought from a competitor
note    | theirs | -                  |              | renewed with a competitor
note    | ours   | -                  |              | they were bought by Globex
note    | ours   | -                  |              | I ordered a sample for them
meeting | ours   | -                  |              | we ordered lunch
meeting | ours   | -                  |              | ordered lunch for us
note    | ours   | -                  |              | did they order?
note    | theirs | enquiry            |              | wants to buy
note    | theirs | enquiry            |              | wants to renew
note    | theirs | enquiry            |              | asked for samples
note    | theirs | enquiry            |              | looking to buy ten seats

# they sent somebody
note    | theirs | referral           |              | introduced us to her boss's friend at Initech
note    | theirs | referral           |              | put us in touch with Globex
note    | theirs | referral           |              | passed our name on to the golf club
note    | theirs | referral           |              | gave us a referral
call    | ours   | referral           |              | spoke to Maria, she recommended us to a peer
call    | ours   | -                  |              | referred by Globex, called Tom
note    | ours   | -                  |              | I referred them to support
note    | theirs | praise             |              | would recommend us to anyone
note    | theirs | complaint          |              | would not recommend us
note    | ours   | -                  |              | didn't recommend anybody

# they are pleased
note    | theirs | praise             |              | happy!
note    | theirs | praise             |              | couldn't be happier
note    | theirs | praise             |              | can't fault the service
note    | theirs | praise             |              | never been happier
note    | theirs | praise             |              | really impressed with the team
note    | theirs | praise             |              | over the moon
note    | theirs | praise             |              | 10/10
note    | theirs | praise             |              | says support is fantastic
note    | theirs | praise             |              | left a great review on Google
note    | theirs | praise             |              | she said "best supplier ever"
note    | theirs | praise             |              | not only happy, thrilled
note    | theirs | praise             |              | nothing but praise
note    | theirs | praise             |              | 😍
note    | theirs | praise             |              | ⭐⭐⭐⭐⭐
note    | theirs | praise             |              | :heart_eyes:
note    | theirs | praise             |              | spoke highly of Ana
call    | ours   | praise             |              | called Maria: "I love it"
note    | ours   | -                  |              | 👍
note    | ours   | -                  |              | 🎉
note    | ours   | -                  |              | can't complain
note    | ours   | -                  |              | happy to help
note    | ours   | -                  |              | happy birthday wishes
note    | ours   | -                  |              | happy with their current supplier
note    | ours   | -                  |              | not unhappy
note    | theirs | enquiry            |              | would love to come to the event
call    | ours   | -                  |              | called to check she's happy
note    | ours   | -                  |              | we love working with them
note    | ours   | -                  |              | is she happy?

# they are not
note    | theirs | complaint          |              | wasn't thrilled
note    | theirs | complaint          |              | isn't very happy at all
note    | theirs | complaint          |              | not exactly delighted with the invoice
note    | theirs | complaint          |              | no longer satisfied
note    | theirs | complaint          |              | less than impressed
note    | theirs | complaint          |              | far from happy
note    | theirs | complaint          |              | fed up with the delays
note    | theirs | complaint          |              | wants a refund
note    | theirs | complaint          |              | still waiting for the spare part
note    | theirs | complaint          |              | delivery arrived damaged
note    | theirs | complaint          |              | they got the wrong item
note    | theirs | complaint          |              | the login doesn't work
note    | theirs | complaint          |              | hasn't been fixed
note    | theirs | complaint          |              | charged twice
note    | theirs | complaint          |              | says we gave nothing but broken promises
note    | theirs | complaint          |              | 😡
note    | theirs | complaint          |              | :rage: again
note    | theirs | complaint          |              | thanks for nothing
note    | theirs | complaint          |              | had problems with the invoice
note    | theirs | complaint          |              | escalated to our director
note    | theirs | complaint          |              | received a complaint
note    | ours   | -                  |              | no complaints or problems
note    | ours   | -                  |              | complaint resolved
note    | ours   | -                  |              | broke even this year
note    | ours   | -                  |              | numbers broken down by region
note    | ours   | -                  |              | no thanks
note    | ours   | -                  |              | not broken after all
note    | theirs | complaint, praise  |              | loves the app but unhappy with billing

# they would like something
note    | theirs | enquiry            |              | enquired about training
note    | theirs | enquiry            |              | would like to see the new model
note    | theirs | enquiry            |              | interested
note    | theirs | enquiry            |              | had a question about the invoice
note    | theirs | enquiry            |              | needs pricing by Friday
note    | theirs | enquiry            |              | quote request via website
note    | theirs | enquiry            |              | sent an RFP
note    | theirs | -                  |              | asked me to call back in May
note    | theirs | -                  |              | asked not to be called
note    | ours   | -                  |              | not interested
note    | ours   | -                  |              | doesn't want a quote
note    | ours   | -                  |              | I asked about the budget
note    | ours   | -                  |              | asked her about the roadmap
note    | ours   | -                  |              | asked for feedback
call    | ours   | enquiry            |              | called Maria, she asked about the API
note    | theirs | enquiry            |              | asked how much it costs

# words that only look like it
note    | ours   | -                  |              | called off the meeting
note    | ours   | -                  |              | call for tenders closes in May
note    | ours   | -                  |              | that rang true
note    | ours   | -                  |              | wrote off the debt
note    | ours   | -                  |              | met their target
note    | ours   | -                  |              | demo account expires soon
note    | ours   | -                  |              | take off the mailing list
note    | ours   | -                  |              | text book example
note    | theirs | -                  |              | visited our website
note    | ours   | -                  |              | has a product called Rocket
note    | ours   | -                  |              | their email address is new
note    | ours   | -                  |              | phone number changed
note    | theirs | -                  |              | gave me his business card
note    | ours   | -                  |              | reached their sales goal
note    | ours   | -                  |              | on call this weekend
note    | ours   | -                  |              | booked a demo
note    | ours   | -                  |              | meeting next Tuesday
note    | ours   | -                  |              | need to call Maria
note    | ours   | -                  |              | should have emailed
note    | ours   | -                  |              | forgot to call
note    | ours   | -                  |              | didn't call
note    | ours   | -                  |              | haven't met yet
note    | theirs | -                  |              | cancelled the lunch
note    | ours   | -                  |              | budget is 20k, fiscal year ends in March
note    | theirs | -                  |              | Maria is leaving in June
note    | theirs | -                  |              | prefers to be contacted by her assistant

# when
call    | ours   | -                  | 19 Nov 15:00 | called yesterday at 3
call    | ours   | -                  | 19 Nov 15:30 | called yesterday at 15:30
call    | ours   | -                  | 20 Nov 09:00 | called this morning
meeting | ours   | -                  | 19 Nov 20:00 | dinner with Maria last night
call    | ours   | -                  | 20 Nov 12:30 | called at 12.30pm
call    | ours   | -                  | 20 Nov 10:00 | called at 10am
meeting | ours   | -                  | 13 Nov 12:00 | met last Friday
call    | ours   | -                  | 17 Nov 12:00 | spoke tues
call    | ours   | -                  | 16 Nov 09:00 | Monday morning: called Tom
mail    | ours   | -                  | 18 Nov 12:00 | emailed two days ago
call    | ours   | -                  | 20 Nov 13:00 | called an hour ago
call    | ours   | -                  | 20 Nov 13:30 | called half an hour ago
meeting | ours   | -                  | 3 Nov 12:00  | met on Nov 3rd
meeting | ours   | -                  | 3 Nov 12:00  | visited on the 3rd of November
call    | ours   | -                  | 13 Nov 12:00 | called last week
call    | ours   | -                  | 18 Nov 12:00 | called the day before yesterday
call    | ours   | -                  | 19 Nov 12:00 | yday called Tom
call    | ours   | -                  |              | called just now
call    | ours   | -                  |              | called earlier today
call    | ours   | no answer          | 17 Nov 12:00 | called Monday, again Tuesday, no answer
meeting | ours   | -                  | 18 Nov 12:00 | Wednesday's demo went fine
call    | ours   | -                  |              | called about Friday's order
call    | ours   | -                  |              | called, will sign on Monday
call    | ours   | -                  |              | called to book a demo for Friday
call    | ours   | -                  |              | called, back on Monday
call    | ours   | purchase           |              | called Maria, she ordered on Tuesday
call    | ours   | -                  |              | called, available 24/7
call    | theirs | enquiry            |              | called, needs 3 of them at 20 each
call    | ours   | -                  |              | called re 3/11
call    | ours   | -                  |              | called, they may march on, sat for a second
call    | ours   | -                  |              | called, uses Monday.com
mail    | ours   | -                  | 18 Nov 12:00 | emailed on 2026-11-18
note    | theirs | purchase           | 19 Nov 12:00 | ordered 20 units yesterday

# as they come
meeting | ours   | -                  |              | had coffee w/ Lena, moving office in Q1
meeting | ours   | -                  |              | popped round with mince pies
mail    | ours   | -                  |              | chased invoice by email
note    | theirs | purchase           |              | they've renewed!! 3yrs
note    | theirs | purchase           |              | he's just placed an order for 40 units
note    | theirs | complaint          |              | threatening to leave
note    | theirs | -                  |              | asked us to stop emailing
note    | ours   | -                  |              | Had to reschedule the demo
note    | ours   | -                  |              | demo moved to next week
note    | theirs | referral           |              | introduced me to the head of ops at Globex
gift    | ours   | -                  |              | took the team donuts
note    | theirs | complaint          |              | not the happiest customer
note    | theirs | complaint          |              | frustrated that nobody called back
note    | ours   | -                  |              | refund processed, all sorted
note    | theirs | praise             |              | issue fixed, she's happy now
note    | theirs | complaint          |              | third late delivery this month
note    | theirs | complaint          |              | invoice wrong again
note    | theirs | complaint          |              | the app keeps crashing on her phone
note    | ours   | -                  |              | no issues to report
note    | theirs | complaint          |              | gave us a 3/10
note    | theirs | praise             |              | 5* review on Trustpilot
note    | theirs | praise             |              | says we're the best vendor they've had
note    | theirs | purchase           |              | decided to go with us
note    | ours   | -                  |              | signed NDA
note    | theirs | -                  |              | signed up for the newsletter
note    | ours   | -                  |              | bought nothing
meeting | ours   | -                  |              | bought them a round of drinks
note    | ours   | -                  |              | would have bought if it was cheaper
note    | ours   | -                  |              | wonder if she's happy
message | ours   | -                  |              | checked in with Tom - nothing new
message | ours   | -                  |              | reached out on LinkedIn
note    | theirs | -                  |              | saw on LinkedIn that Maria has left
mail    | ours   | -                  |              | emailed, texted and called, nothing
message | theirs | -                  |              | text back from Tom: "all good, thx"
message | theirs | -                  |              | Tom texted, wants to push to May
message | theirs | -                  |              | got pinged by their CTO
message | theirs | complaint          |              | DM on twitter complaining about support
message | theirs | enquiry            |              | chat on website asking about pricing
call    | theirs | enquiry            |              | voicemail from Maria asking for pricing
call    | ours   | no answer          |              | returning her call: no answer
note    | ours   | -                  |              | number doesn't work
note    | ours   | -                  |              | site visit cancelled
meeting | ours   | -                  | 14 Nov 12:00 | golf with Tom on Saturday
meeting | ours   | -                  | 19 Nov 12:00 | beers with the ops team last Thursday
meeting | ours   | enquiry            |              | breakfast meeting, they want the quote by EOD
note    | ours   | -                  |              | call booked in for Monday 10am
call    | ours   | no answer          |              | call #3, no answer
call    | ours   | no answer          |              | Attempted to call, mailbox full
note    | theirs | -                  |              | got back to us with questions on GDPR
note    | ours   | -                  |              | busy, call back in an hour
note    | ours   | -                  |              | happy Friday!
note    | theirs | praise             |              | thrilled to bits
note    | theirs | complaint          |              | nobody was impressed
note    | theirs | complaint, praise  |              | likes it, hates the price
note    | theirs | complaint          |              | sorry we were late again
note    | theirs | complaint          |              | driver was rude to her
note    | theirs | complaint          |              | refund requested
note    | theirs | complaint          |              | 2 boxes missing
note    | theirs | enquiry            |              | had a few questions
note    | theirs | -                  |              | they have a board meeting on Monday
call    | theirs | -                  |              | Maria's boss called
mail    | theirs | -                  |              | got a letter from their lawyer
note    | theirs | -                  |              | won't renew
note    | theirs | purchase           |              | switched to us from Globex
note    | theirs | referral           |              | vouched for us
note    | ours   | -                  |              | wrote a blog post about us
note    | theirs | praise             |              | sent us a testimonial
meeting | ours   | -                  |              | Board dinner in Paris, sat next to the CFO
message | ours   | enquiry            |              | Jo text me saying she'd love another demo
note    | ours   | -                  |              | left a note at the front desk
meeting | ours   | praise             |              | presented the roadmap to the board - loved it
note    | theirs | purchase           | 20 Nov 09:00 | order came in this morning
note    | theirs | purchase           |              | subscription renewed for another year
call    | ours   | complaint          |              | apologised by phone for the late delivery
call    | ours   | complaint          |              | phone call with upset customer
note    | theirs | praise             |              | says it's great
note    | theirs | complaint          |              | not a big fan of the new UI
note    | ours   | -                  |              | spoke at the conference
call    | theirs | -                  |              | maria called about invoice 4711
call    | theirs | enquiry            |              | tom rang, needs a new toner
note    | theirs | -                  |              | Reply from Maria: all good
note    | theirs | praise             |              | feedback was positive
note    | ours   | -                  |              | demo was cancelled by customer
meeting | theirs | enquiry, praise    |              | they loved our demo, asked for pricing
note    | ours   | -                  | 19 Nov 12:00 | went live yesterday
note    | theirs | enquiry            |              | she asked for a second demo
note    | theirs | complaint          |              | asked for a manager
note    | theirs | enquiry            |              | needs help with the login
note    | theirs | complaint          |              | still waiting for our refund
note    | ours   | -                  |              | still hasn't paid
note    | ours   | no answer          |              | gone quiet
note    | ours   | no answer          |              | no word from Tom
note    | ours   | no answer          |              | read but no reply
note    | theirs | -                  |              | unsubscribed
note    | theirs | -                  |              | asked to be removed from the list
note    | theirs | -                  |              | prefers whatsapp
note    | ours   | -                  |              | new email: maria@acme.com
note    | ours   | no answer          |              | maria@acme.com bounced
call    | theirs | complaint          | 20 Nov 05:00 | Chef rang at 5am, order short by 12 loaves
note    | theirs | complaint          |              | tenant complained about noise
gift    | ours   | -                  |              | Tom's wife had a baby - sent a card
thanks  | theirs | -                  |              | got a thank you note from Maria
thanks  | ours   | -                  |              | said thank you for the gift
note    | ours   | -                  |              | no thanks needed
note    | ours   | -                  |              | we missed our call
note    | ours   | no answer          |              | they missed our call
call    | ours   | -                  |              | left vm. she texted back "call u tmrw"
call    | ours   | no answer          |              | nobody picked up
note    | ours   | -                  |              | picked up the parcel from them
call    | ours   | -                  |              | couldn't visit so called
mail    | ours   | -                  |              | instead of calling I emailed
note    | theirs | -                  |              | she missed the demo
note    | ours   | -                  |              | she might call
note    | ours   | -                  |              | she'd call if she was unhappy
note    | ours   | -                  |              | call if unhappy
note    | ours   | -                  |              | will be furious when she hears
note    | ours   | -                  |              | promised to refer a friend
note    | ours   | -                  |              | has she replied
note    | theirs | complaint          |              | boiler broke again
call    | ours   | no answer          |              | Rang twice this week, no joy, will drop an email
meeting | ours   | -                  | 19 Nov 12:00 | lunch w/ board members yesterday, very positive
call    | ours   | no answer          |              | Maria's out till the 4th, left msg with reception
mail    | theirs | complaint          |              | Customer emailed in: portal down since this morning!!
meeting | ours   | -                  |              | demo'd the new dashboard to 6 people, great reaction
meeting | ours   | complaint          | 17 Nov 12:00 | QBR on Tuesday was tense: unhappy about uptime
meeting | ours   | -                  |              | saw Tom at the trade fair, he introduced me to his boss
note    | ours   | referral           |              | asked Maria for a referral, she gave us two names
call    | ours   | -                  |              | Cold-called three times, finally reached the owner
meeting | ours   | complaint          |              | they weren't impressed with the demo or the price
mail    | theirs | enquiry            | 19 Nov 12:00 | Maria emailed yesterday asking for an invoice copy
call    | ours   | -                  |              | tried Tom (out sick), spoke to Ana instead: delivery was fine
meeting | theirs | purchase           |              | customer visited our showroom, ordered 2 chairs
mail    | ours   | praise             |              | Emailed Maria the Q3 report & she replied "great work!"
call    | theirs | enquiry            |              | Mrs Jones phoned, wants to move her renewal date
note    | theirs | complaint          |              | Claims issue: adjuster never called her, she's furious with us
meeting | ours   | -                  |              | brought a colleague to the meeting who signed up
call    | ours   | purchase           |              | Left VM for Maria, she called right back and ordered
call    | ours   | enquiry, praise    |              | Just got off the phone w/ Maria. Super happy with onboarding. Wants to add 10 seats in January.
gift    | ours   | -                  |              | popped a card in the post to Maria
call    | ours   | no answer          |              | phoned, engaged
mail    | ours   | -                  |              | emailed back and forth with Tom all week
mail    | theirs | purchase           |              | received signed contract
note    | theirs | purchase           |              | re-signed for another year
note    | ours   | -                  |              | asked if everything ok, all good
note    | ours   | -                  |              | she is very engaged
call    | ours   | no answer          |              | called maria...no answer
note    | ours   | -                  |              | we're not happy with their payment history
note    | theirs | purchase           |              | great news, they renewed

# as they come, in a greater hurry
note    | ours   | no answer          |              | number is switched off
call    | ours   | no answer          |              | called, mobile switched off
call    | ours   | no answer          |              | called but not reachable
mail    | ours   | no answer          | 13 Nov 12:00 | emailed last week, nothing back
mail    | ours   | no answer          |              | chased by email, no response
call    | ours   | no answer          |              | went to vm
call    | theirs | -                  |              | cb from Tom re invoice
call    | theirs | enquiry            |              | received call, asked abt pricing
call    | theirs | purchase           |              | rang in to place an order
call    | theirs | purchase           |              | phoned in an order for 20 pallets
call    | theirs | purchase           | 19 Nov 12:00 | phoned us yest with an order
call    | theirs | -                  | 20 Nov 09:00 | rang me at 9 about the invoice
mail    | theirs | enquiry            |              | mail recd from purchase dept asking rates
mail    | ours   | -                  |              | answered her question re shipping by email
note    | ours   | -                  |              | shared quotation as requested
mail    | ours   | -                  |              | revised quote sent
meeting | theirs | -                  |              | popped into our office
meeting | ours   | praise             |              | google meet with Neha ji, she is liking the product
meeting | ours   | -                  |              | brekkie with the directors
meeting | ours   | -                  |              | onboarding session w/ new starters
call    | ours   | -                  | 19 Nov 12:00 | spke to ana yday
call    | ours   | praise             |              | spoek to Maria, hapy with srevice
call    | ours   | -                  |              | tlkd to Bob
call    | ours   | -                  | 20 Nov 11:00 | concall with team at 11
call    | ours   | -                  |              | ph'd Shane
note    | theirs | complaint          |              | cheesed off w/ billing
note    | theirs | complaint          |              | says the machine is on the blink again
note    | theirs | complaint          |              | says printer packed up
note    | theirs | complaint          |              | boiler conked out again
note    | theirs | complaint          |              | the boiler we fixed broke again
note    | theirs | complaint          |              | the part we replaced has failed
note    | theirs | complaint          |              | pump we repaired last month is leaking again
note    | theirs | complaint          |              | short delivery, 3 missing
note    | theirs | complaint          |              | they did not receive their goods
note    | theirs | complaint          |              | still waiting on the parts they ordered in june
note    | theirs | complaint          |              | grumbling about support response time
note    | theirs | complaint          |              | whinged about the delivery fee
note    | theirs | praise             |              | couldn't have been more helpful they said
note    | theirs | praise             |              | rapt with result
note    | ours   | -                  |              | need to make them happy again
note    | theirs | purchase           |              | placed PO for 10k
note    | theirs | purchase           |              | signed up for annual plan
note    | theirs | purchase           |              | they've gone ahead with the gold package
note    | theirs | -                  |              | lost them, bought from Initech instead
note    | ours   | -                  |              | bought the competitor's product
gift    | ours   | -                  |              | bought a gift for the team
note    | theirs | complaint          |              | the printer they bought last year is broken
note    | theirs | complaint          |              | order they placed last week came broken
note    | theirs | referral           |              | intro'd me to the CEO of Initech
note    | ours   | referral           |              | told her sister about us
note    | theirs | enquiry            |              | asked me abt warranty
note    | theirs | enquiry            |              | kindly requesting price list
note    | theirs | enquiry            |              | looking at adding 5 users
note    | theirs | -                  |              | asked how I was
note    | theirs | -                  |              | asked how the install went
note    | ours   | -                  |              | asked for payment
call    | ours   | -                  |              | called in to see them
note    | theirs | -                  |              | said Globex complained about their supplier
note    | theirs | -                  |              | says their own customers are complaining
note    | theirs | -                  |              | told me Initech are unhappy with their accountant
note    | theirs | -                  |              | complaining about their current supplier, good opening for us
note    | theirs | -                  |              | hates their current vendor
note    | ours   | -                  |              | moaning about the weather
gift    | ours   | -                  |              | she broke her leg, sent get well card
note    | ours   | -                  |              | unhappy with their insurer
meeting | ours   | -                  |              | our engineer visited, fixed the pump
call    | ours   | -                  | 20 Nov 10:30 | called @ 10.30
call    | ours   | -                  | 20 Nov 09:30 | called at half nine
call    | ours   | -                  | 20 Nov 11:00 | called around 11ish
call    | ours   | -                  | 20 Nov 11:30 | rang him 1130am
call    | ours   | -                  | 19 Nov 14:15 | called 1415hrs
call    | ours   | -                  | 18 Nov 12:00 | called couple of days back
call    | ours   | -                  | 17 Nov 12:00 | called 3 days back
call    | theirs | -                  |              | called back by Ana
call    | theirs | -                  |              | Ana returned my call
call    | ours   | -                  |              | returning call from Ana re: pricing
note    | ours   | -                  |              | sent replacement for the broken part
gift    | ours   | complaint          |              | sent a box of chocs to apologise for the late delivery
note    | ours   | -                  |              | following up her enquiry
mail    | ours   | -                  |              | fu email sent
note    | ours   | -                  |              | appt made for 25/11 at 2pm
meeting | ours   | purchase           |              | appt kept, order taken
note    | ours   | -                  |              | left a card at reception
note    | theirs | praise,complaint   |              | service is great but the app is rubbish
note    | theirs | complaint          |              | struggling with the new portal
note    | theirs | praise             |              | thx from Ana for quick help
mail    | ours   | -                  |              | their phone is broken so emailed
note    | ours   | -                  |              | they make call centre software
note    | ours   | -                  |              | broke the news re price rise
note    | theirs | complaint          |              | one complain is there about motor noise
call    | ours   | no answer          | 19 Nov 12:00 | have called yesterday but no one took the phone
call    | ours   | praise             |              | I have phoned to Mr. Weber, he is contented
note    | theirs | complaint          |              | he has complain about delivery
note    | theirs | praise             |              | they are very content with us
note    | theirs | purchase           |              | they did an order of 5 pieces
call    | ours   | purchase           | 19 Nov 12:00 | yesterday they ordered by phone
meeting | ours   | -                  |              | their wifi broke during the zoom
note    | theirs | purchase           |              | broke for lunch then signed the papers
note    | theirs | -                  |              | said the competitor's kit keeps breaking
note    | ours   | -                  |              | had a bad experience with their previous vendor
note    | theirs | -                  |              | complained about the traffic lol
note    | theirs | -                  |              | complained about the weather the whole call
note    | theirs | -                  |              | annoyed at her own IT dept
note    | ours   | -                  |              | angry at HMRC
note    | theirs | -                  |              | frustrated with their internal approvals
note    | ours   | -                  |              | my boss is happy with the deal
note    | theirs | -                  |              | bought a new warehouse in Leeds
note    | ours   | -                  |              | bought another company
note    | ours   | -                  |              | ordered a takeaway for the lads
note    | ours   | -                  |              | ordered parts from supplier for their job
note    | ours   | -                  |              | replacement ordered
note    | theirs | -                  |              | signed a 3 yr deal with Initech
note    | ours   | -                  |              | renewed their lease
note    | ours   | -                  |              | renewed his interest
note    | ours   | -                  |              | renewed their contract with Initech
note    | ours   | -                  |              | won a big contract with the council
note    | ours   | -                  |              | PO not received
note    | theirs | praise             |              | order received at their end, happy
call    | ours   | -                  |              | talked about a new order
note    | ours   | -                  |              | discussed repeat order
note    | ours   | -                  |              | deal closed lost
note    | theirs | -                  |              | referred me to his colleague
note    | theirs | -                  |              | referred me to purchasing
note    | theirs | -                  |              | put me in touch with their IT guy
note    | theirs | -                  |              | gave us the name of their accountant
note    | theirs | -                  |              | loves football
note    | theirs | -                  |              | loves a bargain
note    | theirs | enquiry            |              | she'd love a call
note    | ours   | -                  |              | happy with either date
note    | theirs | -                  |              | pleased with himself
note    | ours   | -                  |              | fan of Arsenal
note    | ours   | -                  |              | 5 star hotel they run
note    | ours   | -                  |              | they run a 5 star hotel
note    | ours   | -                  |              | asked twice for the PO, nothing
note    | ours   | -                  |              | asked for the PO
note    | ours   | -                  |              | looking for a new job
note    | ours   | -                  |              | looking for the contract
note    | ours   | -                  |              | looking forward to the demo
note    | ours   | -                  |              | I'm in a meeting with them now
note    | ours   | -                  |              | not there yet on price
note    | ours   | -                  |              | not around the numbers we wanted
note    | ours   | -                  |              | no luck with the tender
note    | ours   | -                  |              | no response needed
note    | theirs | complaint          |              | they got no reply from us
note    | theirs | complaint          |              | nobody from us called him back, cross
note    | theirs | complaint          |              | says nobody returned his calls
note    | theirs | complaint          |              | we never got back to her, she's annoyed
note    | theirs | complaint          |              | says we don't answer the phone
note    | theirs | complaint          |              | couldn't get through to our support line
note    | theirs | complaint          |              | the invoice we sent was wrong
note    | ours   | -                  |              | sent the samples they asked for
note    | ours   | -                  |              | fixed the issue they complained about
note    | theirs | complaint          |              | replaced the pump, still leaking again
note    | theirs | complaint          |              | the repaired pump broke again
note    | theirs | complaint          |              | fixed boiler is leaking again
note    | theirs | purchase           |              | left their supplier, ordered 20 from us
note    | theirs | purchase           |              | switched from their old supplier to us
note    | theirs | purchase           |              | bought 10 from us
note    | theirs | purchase           |              | ordered 12 from the catalogue
note    | theirs | purchase           | 19 Nov 12:00 | ordered online from us yesterday
mail    | ours   | purchase           |              | ordered by email
call    | ours   | purchase           | 20 Nov 09:00 | ordered by phone this morning
call    | theirs | purchase           |              | called in to order 3 more
call    | theirs | purchase           |              | called us to place an order
note    | theirs | praise,enquiry     |              | loves it, wants one more
meeting | theirs | praise             |              | liked the demo, will think about it
note    | theirs | praise             |              | likes the product but too dear
note    | theirs | referral           |              | told a friend about us
note    | theirs | referral           |              | mentioned us to his golf buddies
note    | theirs | referral           |              | introduced me to the CFO at Globex
note    | theirs | -                  |              | referred me to the finance team
note    | theirs | -                  |              | passed me on to his manager
call    | theirs | enquiry            |              | my contact called, wants 5 more
mail    | ours   | -                  |              | short note sent
mail    | ours   | -                  |              | final reminder emailed
call    | theirs | -                  |              | callback from Jo, all fine
meeting | ours   | -                  |              | visited site, measured up
meeting | theirs | purchase           |              | came into the branch, bought paint
meeting | ours   | -                  |              | popped into their office
meeting | ours   | -                  |              | popped into the shop, all good
meeting | theirs | -                  |              | paid us a visit
note    | ours   | -                  |              | left a card
note    | ours   | no answer          |              | nobody takes the phone
call    | ours   | no answer          |              | nobody picks
call    | ours   | no answer          |              | phone switched off
call    | ours   | -                  |              | I was out today, Ben called them
note    | ours   | -                  |              | I'm out of office tomorrow
note    | theirs | complaint          |              | machine died
note    | theirs | complaint          |              | printer died again
note    | theirs | complaint          |              | the pump failed
note    | theirs | complaint          |              | battery leaking
note    | theirs | complaint          |              | gate is stuck again
note    | theirs | complaint          |              | struggling with our new portal
note    | theirs | complaint          |              | will not pay until it's fixed
note    | theirs | complaint          |              | griping about the app
note    | theirs | complaint          |              | driver never showed up
note    | theirs | complaint          |              | engineer didn't turn up
note    | ours   | -                  |              | hasn't received our quote
note    | ours   | -                  |              | we haven't received payment
note    | ours   | -                  |              | not received PO yet
note    | theirs | complaint          |              | says nobody called her back
note    | theirs | complaint          |              | no reply from us she says
note    | theirs | complaint          |              | couldn't reach us all week
note    | theirs | complaint          |              | couldn't reach our support
call    | theirs | complaint          |              | tried calling us for days
note    | theirs | -                  |              | asked how it's going
note    | ours   | -                  |              | asked for the PO again
note    | theirs | enquiry            |              | asked price
note    | theirs | enquiry            |              | asked us the price of 20
note    | theirs | enquiry            |              | requesting quotation for 5 nos
note    | theirs | enquiry            |              | thinking about upgrading
note    | theirs | enquiry            |              | looking at getting a second van
mail    | ours   | -                  |              | followed up his enquiry, sent price
message | ours   | -                  |              | replied to their enquiry
message | ours   | -                  |              | answered their question about prices
mail    | ours   | -                  |              | emailed them the quote they asked for
mail    | ours   | -                  |              | sent them the brochure they requested
call    | ours   | -                  |              | called Maria about her enquiry, sent pricing
call    | ours   | -                  |              | called to follow up on their enquiry
note    | ours   | -                  |              | quoted them 5k as requested
note    | ours   | -                  |              | quoted 5k as asked
mail    | ours   | -                  |              | emailed pricing as asked
call    | theirs | -                  |              | Jo returned my call
note    | theirs | praise             |              | thanks from Jo for the help
call    | ours   | -                  | 20 Nov 10:00 | called @ 10
call    | ours   | -                  |              | spoke @2pm
meeting | ours   | -                  | 20 Nov 09:15 | mtg @ 9.15 w/ Jo
call    | ours   | -                  | 20 Nov 10:30 | at half 10 spoke to Jo
call    | ours   | -                  | 16 Nov 09:00 | spoke mon 9ish

# of many trades
call    | theirs | enquiry            |              | Ring from Deepak - needs AMC renewal quote by EOD
call    | ours   | -                  |              | Just off the blower with Gary, sound as a pound
call    | ours   | praise             |              | Facetimed w/ Lucy, walked her thru the mockups, she was blown away
note    | ours   | -                  |              | Gave Mr Tanaka the sample pack, he will test and come back
call    | theirs | complaint          |              | Mrs Patel rang, engineer never turned up on Monday, absolutely livid
note    | theirs | praise             |              | Sarah said the team are over the moon w/ the rollout
note    | theirs | praise             |              | Jim's given us a cracking testimonial
note    | theirs | complaint          |              | Posted a horrible review on trustpilot
note    | theirs | -                  |              | they're leaving us for Initech
note    | theirs | complaint          |              | Not thrilled re: price hike but understands
note    | theirs | praise             |              | tyres fitted, happy chappy
call    | ours   | -                  |              | credit control called them
note    | ours   | -                  |              | measured up for blinds
note    | ours   | -                  |              | left the parcel with a neighbour
note    | ours   | -                  |              | picked up a cheque
note    | ours   | -                  |              | we're on the shortlist
note    | theirs | complaint          |              | he's keen but wife isn't happy about cost
meeting | ours   | complaint          |              | demo went pear shaped, app crashed
meeting | ours   | -                  |              | lovely lunch w/ Jan, no business talked
note    | theirs | praise             |              | great feedback on the training
mail    | ours   | -                  |              | feedback form sent
note    | theirs | praise             |              | nps 10
note    | theirs | praise             |              | csat 5/5
note    | ours   | -                  |              | thumbs up from finance, PO on its way
note    | ours   | -                  |              | order should be with us by friday
note    | theirs | purchase           |              | docusigned!!
note    | theirs | purchase           |              | extra 50 licences sold
note    | theirs | purchase           |              | upsold the premium support
note    | theirs | purchase           |              | doubled their order
note    | ours   | -                  |              | cut their order in half
note    | theirs | -                  |              | reduced the order to 5
note    | theirs | -                  |              | downgraded to basic
note    | theirs | -                  |              | their buyer Tim has bought a puppy
note    | ours   | -                  |              | bought time until jan
note    | theirs | -                  |              | happy new buyer, Tim
note    | theirs | -                  |              | Tim's replaced Jane as buyer
note    | ours   | -                  |              | reviewing suppliers in jan
note    | ours   | -                  |              | competitor offered them a free trial
note    | ours   | -                  |              | heard Initech let them down, good chance for us
note    | ours   | -                  |              | saw Ana on linkedin
message | ours   | -                  |              | commented on her linkedin post
note    | theirs | -                  |              | liked our post about the expo
note    | ours   | -                  |              | unsub'd from newsletter
gift    | ours   | -                  |              | wine delivered to Ana as thank you
note    | ours   | -                  |              | gift hamper on its way
note    | theirs | praise             |              | loved the flowers we sent
thanks  | ours   | -                  |              | said thanks for the card
thanks  | theirs | praise             |              | Ana thanked me for the flowers
note    | ours   | no answer          |              | tried at 10 and again at 2, no luck
call    | ours   | no answer          |              | rang x3, goes to vm
note    | ours   | -                  |              | he's dodging me
note    | ours   | -                  |              | line went dead
note    | ours   | -                  |              | they forgot about our meeting
note    | ours   | -                  |              | bumped mtg to thurs
meeting | ours   | -                  | 10 Nov 12:00 | met FD (finance director) on tuesday 10 nov 2026
call    | ours   | -                  | 19 Nov 12:00 | late yday spoke to FD
note    | theirs | complaint          |              | "your driver was so rude"
note    | theirs | -                  |              | apparently our competitor is late on everything
mail    | ours   | -                  |              | sorry for late reply emailed today
mail    | ours   | -                  |              | correct invoice sent
note    | ours   | -                  |              | invoice query - resolved
note    | theirs | complaint          |              | raised ticket 442 for login issue
call    | ours   | -                  |              | outage call w/ their IT, calm enough

# and what must not be taken for more than it says
call    | ours   | no answer          |              | vm for Ana re renewal
call    | ours   | no answer          |              | not picking up since 2 days
mail    | ours   | no answer          |              | emailed again, still radio silence
call    | theirs | -                  |              | got a call from Tom re delivery date
note    | theirs | enquiry            |              | inbound lead, wants demo
call    | theirs | -                  |              | gave me a bell about the renewal
mail    | ours   | -                  |              | dropped Sam a line
message | ours   | -                  |              | msgd on linkedin
message | theirs | praise             |              | he texted me back, happy with price
mail    | theirs | complaint          |              | got an email off Dave, he's not impressed with the lead times
mail    | ours   | -                  |              | replied to their email about specs
mail    | ours   | -                  | 20 Nov 09:00 | sent over the proposal this morning
gift    | ours   | -                  |              | sent a hamper for their 10 yr anniversary
gift    | ours   | -                  |              | gave Diwali sweets to the team
thanks  | ours   | -                  |              | thanked Ana for sending Globex our way
gift    | theirs | -                  |              | brought us cakes when he popped in
meeting | ours   | -                  |              | swung by site to check on install
meeting | ours   | praise             |              | QBR today. NPS 9.
meeting | ours   | praise             |              | pub lunch with Gaz, top bloke, happy as larry
meeting | ours   | -                  |              | met up w Lee
note    | ours   | -                  |              | demo booked for 24th
meeting | ours   | -                  |              | walked them through the portal
call    | ours   | -                  |              | spk to Ana, ok w/ price rise
note    | ours   | -                  |              | had a word with the site foreman
call    | ours   | complaint          |              | CALLED. VERY UNHAPPY. WANTS REFUND
note    | theirs | complaint          |              | livid. third time the driver's been late
note    | theirs | complaint          |              | spewing about the freight cost
note    | theirs | complaint          |              | goods arrived damaged
note    | theirs | complaint          |              | overcharged them again
note    | theirs | complaint          |              | wants his money back
note    | theirs | complaint          |              | raised a concern over data security
note    | theirs | complaint          |              | disappointed w/ the training
note    | theirs | praise             |              | issue resolved, he's chuffed
note    | ours   | -                  |              | no issues
note    | ours   | -                  |              | delivery wasn't late this time
note    | theirs | praise             |              | can't fault the team
note    | theirs | praise             |              | stoked with the new setup
note    | theirs | praise             |              | sang our praises to the board
note    | theirs | praise             |              | left a glowing review on google
note    | theirs | praise             |              | good feedback from client
note    | theirs | complaint          |              | wasn't too happy about price increase
note    | theirs | complaint          |              | never happy with anything lol
note    | theirs | -                  |              | would be happy if we dropped the price
note    | ours   | -                  |              | anyone know if they renewed?
note    | theirs | purchase           |              | po rcvd today worth 2.5 lakh
note    | theirs | purchase           |              | signed the contract
note    | theirs | purchase           |              | renewed for 3 yrs
note    | ours   | -                  |              | paid the invoice
note    | theirs | -                  |              | plans to renew in march
note    | theirs | enquiry            |              | would like to order samples
note    | theirs | -                  |              | not renewing
note    | ours   | -                  |              | they nearly bought the big one
gift    | ours   | -                  |              | ordered flowers for Ana
note    | theirs | referral           |              | referred 2 mates
note    | theirs | referral           |              | spread the word at their trade body
note    | ours   | -                  |              | asked for a referral
note    | ours   | -                  |              | we recommended the pro plan
note    | theirs | -                  |              | referred to legal
note    | theirs | enquiry            |              | asking for best price
note    | theirs | enquiry            |              | filled in the web form, wants a callback
note    | theirs | enquiry            |              | rfq received for valves
note    | theirs | enquiry            |              | interested in the solar thing
note    | theirs | enquiry            |              | curious about the API
note    | theirs | enquiry            |              | need quote asap
note    | theirs | -                  |              | asked me to call back next month
note    | ours   | -                  |              | I asked if they needed anything
call    | ours   | -                  |              | called to ask about payment
call    | ours   | no answer          |              | called by, nobody home
note    | ours   | no answer          |              | stood me up
mail    | ours   | -                  |              | sent happy new year email
call    | ours   | -                  |              | support called them back, sorted
note    | ours   | -                  |              | need to call them tmrw
note    | ours   | -                  |              | to call back at 4pm
note    | ours   | -                  |              | should thank them for the referral
note    | ours   | -                  |              | did not visit, raining
note    | ours   | -                  |              | waiting for her to call back
note    | ours   | -                  |              | supposed to call at 2, didn't
call    | ours   | -                  |              | called at lunchtime
call    | ours   | -                  | 16 Nov 12:00 | Mon: called
call    | ours   | -                  | 12 Nov 12:00 | called 12 Nov
call    | ours   | -                  | 28 Oct 12:00 | called 28 oct
call    | ours   | -                  | 20 Nov 13:50 | called 10 mins ago
call    | ours   | -                  | 20 Nov 09:00 | called this morn
meeting | ours   | -                  | 19 Nov 10:00 | met last thursday at 10am
mail    | ours   | -                  | 16 Nov 12:00 | [Mon] email sent
call    | ours   | -                  |              | called about the meeting on Thursday
call    | ours   | -                  |              | called re 2 may orders
meeting | ours   | -                  |              | sat down with Ana
note    | theirs | enquiry            |              | wed be keen to see pricing
call    | ours   | -                  |              | called ext 1430
message | theirs | -                  |              | reached out to me on LinkedIn
call    | theirs | enquiry            |              | they rang, wants a price
call    | theirs | -                  |              | Ana called me
call    | ours   | -                  |              | called Ana back
call    | ours   | no answer          |              | voicemail again
call    | ours   | -                  |              | called, couldn't talk, busy
note    | ours   | -                  |              | number not in service
call    | ours   | complaint          |              | rang re: late parcel, apologised, sending replacement today
note    | theirs | complaint          |              | complaint from Ana about noise
call    | ours   | -                  |              | intro call w/ new buyer
meeting | ours   | -                  | 19 Nov 12:00 | kick off mtg yesterday
note    | ours   | -                  |              | gave a discount of 5%
note    | theirs | praise,complaint   |              | loves product hates price
call    | ours   | -                  |              | call went great, they are in!!
note    | theirs | complaint          |              | dissatisfied w/ quality
note    | theirs | complaint          |              | isn't working for them
note    | ours   | -                  |              | hasn't had any trouble since
note    | ours   | -                  |              | billing query
note    | theirs | -                  |              | invited me to their xmas do
note    | ours   | -                  |              | rescheduled meeting to 3pm tmrw
thanks  | ours   | -                  |              | thx card sent
note    | theirs | complaint          |              | unimpressed
note    | ours   | -                  |              | meh about the upgrade
note    | ours   | -                  |              | moved office to Leeds
note    | theirs | -                  |              | changed their phone system
note    | ours   | -                  |              | order no 4411 shipped
note    | theirs | -                  |              | wants us to fix the gate
note    | ours   | -                  |              | paid late again
call    | ours   | -                  |              | called about their overdue payment, promised by friday
note    | theirs | complaint          |              | sent it back, wrong size
call    | theirs | -                  |              | ola called, quiere precio
note    | theirs | enquiry            |              | party is asking for rate revision
call    | ours   | -                  |              | given reminder call
call    | ours   | -                  |              | made a telefon call with Herr Weber
note    | theirs | complaint          |              | complaned abt driver
meeting | ours   | -                  | 19 Nov 12:00 | vistied yesterday
call    | ours   | -                  |              | hey team, I called Ana & she said yes 🎉
note    | ours   | -                  |              | 💐 for Ana's birthday
note    | ours   | -                  |              | their last agency was terrible, hence talking to us
note    | theirs | -                  |              | sad news, Tom passed away
note    | ours   | -                  |              | we are disappointed with their payment record
note    | ours   | -                  |              | we're delighted to have them back
note    | ours   | -                  |              | ordered stock for them, arrives monday
note    | theirs | -                  |              | signed the NDA only
note    | ours   | -                  |              | won an award
note    | theirs | -                  |              | sold their business
note    | ours   | -                  |              | paid up finally
note    | ours   | -                  |              | no PO yet
note    | ours   | -                  |              | hoping for a repeat order
note    | ours   | -                  |              | lost the deal
note    | ours   | -                  |              | contract not signed yet
note    | theirs | -                  |              | refused our quote
note    | theirs | -                  |              | referred to the contract clause 5
note    | theirs | -                  |              | introduced me to his boss
note    | ours   | -                  |              | put me through to accounts
note    | ours   | -                  |              | happy to proceed
note    | ours   | -                  |              | happy where they are
note    | ours   | -                  |              | great guy
note    | ours   | -                  |              | best contact is Jo
note    | ours   | -                  |              | positive about covid so rescheduled
note    | ours   | -                  |              | asked Ben to call
note    | theirs | -                  |              | wants to reschedule
note    | theirs | -                  |              | wants time
note    | theirs | -                  |              | needs chasing
note    | theirs | -                  |              | needs sign off from the board
note    | ours   | -                  |              | conflict of interest
note    | ours   | -                  |              | any questions he'll shout
note    | ours   | -                  |              | keen golfer
mail    | ours   | -                  |              | sent quote, awaiting
call    | ours   | complaint          |              | called to apologise for late delivery
call    | ours   | no answer          |              | called, in a meeting, will cb
note    | ours   | -                  |              | she is off sick
note    | ours   | -                  |              | not in the market
call    | ours   | purchase           |              | on the phone they ordered 3 more
note    | theirs | praise             |              | the parts we sent are great, she loves them
call    | ours   | -                  |              | called re the order they placed, delivered ok
note    | ours   | -                  |              | fixed the printer that broke again
note    | theirs | complaint          |              | complained about our supplier being late
note    | theirs | purchase           |              | bought from our website
note    | theirs | purchase           |              | they signed the deal today
note    | theirs | purchase           |              | landed the contract
note    | theirs | purchase           |              | new order: 40 boxes
note    | theirs | purchase           |              | first order from them
note    | theirs | complaint          |              | not happy with the new boiler
note    | theirs | complaint          |              | didn't like the demo
note    | theirs | -                  |              | told me about his holiday
call    | ours   | -                  |              | our tech called them, sorted
note    | theirs | praise             |              | our engineer said the customer is happy
mail    | ours   | -                  |              | quick email sent
meeting | ours   | -                  |              | breakfast with Ana
note    | ours   | no answer          |              | no luck with the mobile
note    | ours   | -                  |              | his dog died
note    | ours   | -                  |              | our bid failed
note    | ours   | -                  |              | struggling with hiring
note    | ours   | no answer          |              | she didn't turn up
call    | ours   | no answer          |              | tried calling her for days
note    | theirs | enquiry            |              | looking for a better price
call    | ours   | -                  |              | I returned Jo's call

# from the shop floor to the board room
note    | theirs | -                  |              | Maria said she's happy with Initech
note    | theirs | -                  |              | pretty happy with Salesforce, no plans to move
note    | theirs | complaint          |              | fed up with Vodafone, contract ends in May
call    | ours   | -                  |              | rang Sue, she's upset about losing her dog
call    | ours   | -                  |              | spoke to Dave, upset over his divorce
call    | ours   | -                  |              | called Jen, she's thrilled about her promotion
call    | ours   | -                  |              | rang him, over the moon about becoming a grandad
note    | ours   | -                  |              | playing golf with him friday
note    | ours   | -                  |              | seeing the buyer Monday at 10
note    | ours   | -                  |              | meeting them Tuesday to go through numbers
meeting | ours   | -                  | 12 Nov 12:00 | met Maria on the 12th
call    | ours   | -                  | 30 Oct 12:00 | spoke to him on the 30th
meeting | ours   | -                  | 2 Nov 15:00  | site visit on the 2nd at 3pm
call    | ours   | -                  |              | rang, she's away from Monday to Friday next week
note    | ours   | -                  |              | they close at 3pm on Fridays
call    | theirs | complaint          |              | Mrs Okafor rang in tears, the cake was wrong and the party is tonight
note    | theirs | complaint          |              | bread was stale again
note    | ours   | -                  |              | policy lapses 1st Jan
meeting | ours   | -                  |              | been round to measure up the loft
note    | theirs | complaint          |              | tiles we laid last week are lifting already
call    | ours   | no answer          |              | buzzed Kev x2, nada
note    | theirs | complaint          |              | he's doing his nut about the invoice
call    | ours   | enquiry            |              | okay so quick update I called Frank and he wants us to send a proposal for the Denver office period
meeting | ours   | praise             |              | just walked out of the meeting with the Johnson team and they are super excited about phase two
meeting | ours   | -                  |              | had our QBR w/ the Boston folks today, went OK
note    | theirs | purchase           |              | inked the deal 🎉🎉
note    | theirs | complaint          |              | third outage this month and they are losing patience
note    | ours   | referral           |              | Linda sent her old boss our way
note    | theirs | referral           |              | came thru with an intro to Wayne Corp
meeting | ours   | -                  | 18 Nov 12:00 | we have been at the customer on Wednesday for present the machine
call    | ours   | enquiry            |              | phoned with Mrs. Keller, she is interesting in the new model
note    | theirs | purchase           |              | they passed an order for 3 machines
call    | ours   | no answer          |              | called but nobody is answering since Monday
note    | theirs | purchase           |              | PO released for 50 nos
gift    | ours   | -                  |              | sweets box sent for Diwali
note    | theirs | complaint          |              | machine giving trouble again
meeting | ours   | -                  |              | caught Bruce at the field day
thanks  | ours   | -                  |              | dropped Priya a thank-you text
mail    | ours   | -                  |              | couldn't ring so dropped an email
call    | ours   | complaint,enquiry  |              | called Ed, cross about the delay but wants 20 more seats
mail    | theirs | complaint          |              | email from Ed: "this is the last straw"
note    | theirs | praise             |              | "couldn't do it without you lot" said Ed
note    | theirs | complaint          |              | Ed said "if this happens again we're off"
call    | theirs | enquiry            |              | Ed rang to ask how much a second van would be
note    | theirs | complaint          |              | the blinds don't fit
note    | theirs | complaint          |              | nobody turned up to do the install
note    | theirs | complaint          |              | she's had it with us
note    | theirs | -                  |              | Sam hates flying so we'll do zoom
meeting | theirs | praise             |              | Sam dropped in to the shop to say how much he likes the bike
call    | theirs | enquiry            |              | inbound call from website, needs 40 chairs by Xmas, price pls
note    | ours   | no answer          |              | no one at the gate, couldn't get in
meeting | ours   | -                  |              | spent the morning with their ops team
call    | ours   | -                  |              | 📞 Dan, all good
mail    | ours   | -                  |              | 📧 Dan the price list
note    | theirs | -                  |              | he ordered a pint and told me everything
note    | theirs | purchase           |              | Dan's bitten the bullet and gone for the big one
call    | theirs | enquiry            |              | phone enquiry from a school, 30 laptops
mail    | theirs | -                  |              | email in from Paula, dates changed
message | theirs | -                  |              | Paula sent me a voice note
message | ours   | -                  |              | sent Paula a link on messenger
message | theirs | -                  |              | Paula replied to my text
meeting | ours   | -                  |              | did a walk-through of the flat with Paula
meeting | ours   | -                  |              | we showed Paula the new line
meeting | ours   | -                  |              | steering committee, all green
meeting | ours   | -                  |              | pitched to the board
note    | theirs | purchase           |              | they've signed on the dotted line
note    | theirs | purchase           |              | they're going ahead with the extension
note    | theirs | purchase           |              | they're going with us
note    | theirs | purchase           |              | they've upped their order to 60
note    | ours   | -                  |              | she put the order on hold
note    | ours   | -                  |              | signed a new tenant
note    | theirs | -                  |              | they signed a big client themselves
note    | theirs | praise             |              | can't get enough of the new menu
note    | theirs | praise             |              | really rates our support
note    | theirs | praise             |              | staff were brilliant she said
note    | theirs | -                  |              | would love to see them renew
note    | theirs | complaint          |              | food was cold when it arrived
note    | theirs | complaint          |              | nobody returned her calls all week
note    | theirs | complaint          |              | the plumber left a right mess
note    | theirs | complaint          |              | can't log in again
note    | theirs | complaint          |              | room wasn't clean
note    | theirs | complaint          |              | not getting the support they pay for
note    | theirs | complaint          |              | we let them down badly
note    | theirs | complaint          |              | they're sick to death of the delays
note    | ours   | -                  |              | no problems with the install
note    | ours   | -                  |              | her flight was delayed again
note    | ours   | -                  |              | train late again, missed them
note    | theirs | enquiry            |              | wants in on the beta
call    | ours   | no answer          |              | called her cell, she declined the call
mail    | ours   | no answer          |              | second reminder sent, still nothing
call    | ours   | -                  | 18 Nov 16:00 | rang Paula Wed 4pm
call    | ours   | -                  | 10 Nov 12:00 | spoke to Paula Tuesday 10th
meeting | ours   | -                  | 13 Nov 12:00 | met a week ago today
call    | ours   | -                  |              | rang, launch is on the 1st of December
note    | ours   | -                  |              | Joan is delighted with her new hip
note    | ours   | -                  |              | he's furious with his ex
note    | theirs | -                  |              | frustrated with the planning office
note    | theirs | -                  |              | annoyed that her train was cancelled
note    | ours   | -                  |              | sick of Brexit talk
note    | theirs | complaint          |              | unhappy with the way Globex handled it
note    | theirs | -                  |              | disappointed with last season's harvest
note    | theirs | -                  |              | he hates his job
note    | theirs | -                  |              | loves her new job
note    | theirs | -                  |              | loves living in Spain
note    | ours   | -                  |              | happy in his role
note    | theirs | -                  |              | seemed happy enough to chat
note    | ours   | -                  |              | refund went through on Tuesday's card
note    | ours   | -                  |              | issued a refund, all square
note    | ours   | -                  |              | they make complaints software
note    | ours   | -                  |              | got the wrong Smith at first
note    | ours   | -                  |              | they're slow payers
note    | ours   | -                  |              | sales are slow
note    | ours   | -                  |              | ordered everything from China last year
note    | ours   | -                  |              | bought himself a boat
note    | ours   | -                  |              | gave us an update
note    | theirs | complaint          |              | not what they ordered
note    | ours   | -                  |              | wouldn't say he's unhappy, just busy
gift    | theirs | -                  |              | got a bottle of port from Maria for Christmas
note    | ours   | -                  |              | gave us the go ahead to send samples
"""

# each with what codespell would otherwise mend
SLIPS = [
    "call    | ours   | -                  |              | caled Maria",
    "mail    | ours   | -                  |              | emialed the quote",
    "note    | theirs | complaint          |              | recieved a complaint",  # codespell:ignore recieved
    "note    | ours   | -                  |              | didnt buy",  # codespell:ignore didnt
    "note    | theirs | complaint          |              | wasnt happpy",  # codespell:ignore wasnt
    "call    | ours   | no answer          |              | left a vocemail",
    "note    | theirs | purchase           |              | orderd 5 more",  # codespell:ignore orderd
    "note    | theirs | complaint          |              | compained",  # codespell:ignore compained
    "meeting | ours   | praise             |              | visted Maria, she was delighetd",  # codespell:ignore visted
    "call    | ours   | -                  | 19 Nov 12:00 | phonedd yesterdy",
    "call    | ours   | no answer          |              | no ans, sent txt",  # codespell:ignore ans
    "note    | theirs | complaint          |              | order hasnt turned up",  # codespell:ignore hasnt
    "call    | ours   | no answer          | 13 Nov 15:00 | called friday afternoon, no ans",  # codespell:ignore ans
    "note    | theirs | complaint          |              | wont pay till fixed",  # codespell:ignore wont
    "mail    | theirs | -                  |              | he writed me that he like the offer",  # codespell:ignore writed
    "note    | theirs | referral           |              | reffered us to his neighbor",  # codespell:ignore reffered
    "call    | ours   | no answer          |              | calld, no awnser",  # codespell:ignore calld,awnser
    "call    | ours   | no answer          |              | cant get hold of anyone",  # codespell:ignore cant
    "note    | ours   | no answer          |              | havent heard from them since",  # codespell:ignore havent
]


def _line(row: str) -> Line:
    kind, direction, signs, at, words = (cell.strip() for cell in row.split("|", 4))
    moment = datetime.strptime(f"{at} 2026", "%d %b %H:%M %Y").replace(tzinfo=ZONE) if at else NOW
    named = () if signs == "-" else (Sign(sign.strip()) for sign in signs.split(","))
    return Line(Kind(kind), Direction(direction), frozenset(named), moment, words)


LINES = [_line(row) for row in [*TABLE.splitlines(), *SLIPS] if row and not row.startswith("#")]
