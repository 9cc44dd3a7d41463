# ruff: noqa: E501 - a row is as long as what it quotes
"""How reps write: each line with the kind, the direction, the signs and, where it names one, the
moment that a colleague would read in it.

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
note    | ours   | purchase           |              | bought three licences
note    | ours   | purchase           |              | ordered 20 more
note    | ours   | purchase           |              | renewed
note    | ours   | referral           |              | referred Globex
note    | ours   | referral,praise    |              | referred Globex to us, Maria is delighted
note    | ours   | referral           |              | sent Initech our way
mail    | theirs | -                  |              | sent the contract our way
note    | ours   | referral           |              | recommended us to her sister
note    | ours   | praise             |              | loves the new app
note    | ours   | praise             |              | delighted
note    | ours   | praise             |              | gave us five stars
note    | theirs | enquiry            |              | asked about pricing
note    | theirs | enquiry            |              | wants a quote
note    | theirs | complaint          |              | complained about the delay
note    | ours   | complaint          |              | the parcel came broken
note    | ours   | complaint          |              | late again
note    | ours   | complaint          |              | unhappy
note    | ours   | complaint          |              | wants their money back
note    | ours   | no answer          |              | no answer
call    | ours   | no answer          |              | left a voicemail
note    | ours   | complaint          |              | not happy
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
call    | ours   | enquiry            |              | called, interested in the annual plan
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
thanks  | theirs | -                  |              | thanked us for the quick help
call    | ours   | -                  |              | called to thank her

# they bought
note    | ours   | purchase           |              | placed another order
note    | ours   | purchase           |              | PO received
note    | ours   | purchase           |              | signed the contract!
note    | ours   | purchase           |              | deal closed
note    | ours   | purchase           |              | closed won
note    | ours   | purchase           |              | upgraded to the pro plan
note    | ours   | purchase           |              | went with us
note    | ours   | purchase           |              | gift card order, they ordered 500 today
call    | ours   | purchase           |              | called Maria, she signed
meeting | ours   | purchase           |              | met Tom; he's ordered two more pumps
mail    | ours   | purchase           |              | emailed the quote and they accepted the offer
note    | ours   | purchase           |              | re-ordered
note    | ours   | purchase           |              | extended their contract by a year
note    | ours   | purchase           |              | sold them 3 units
call    | ours   | purchase           |              | she'd ordered before we called

# they did not buy
note    | ours   | -                  |              | will order next week
note    | ours   | -                  |              | might renew
note    | ours   | -                  |              | never ordered
note    | ours   | -                  |              | hasn't renewed yet
note    | ours   | -                  |              | hopes to renew in spring
note    | ours   | -                  |              | if they order, give them 10%
note    | ours   | -                  |              | would have ordered, but the price is high
note    | ours   | -                  |              | bought from a competitor
note    | ours   | -                  |              | renewed with a competitor
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
note    | ours   | referral           |              | introduced us to her boss's friend at Initech
note    | ours   | referral           |              | put us in touch with Globex
note    | ours   | referral           |              | passed our name on to the golf club
note    | ours   | referral           |              | gave us a referral
call    | ours   | referral           |              | spoke to Maria, she recommended us to a peer
call    | ours   | -                  |              | referred by Globex, called Tom
note    | ours   | -                  |              | I referred them to support
note    | ours   | praise             |              | would recommend us to anyone
note    | ours   | complaint          |              | would not recommend us
note    | ours   | -                  |              | didn't recommend anybody

# they are pleased
note    | ours   | praise             |              | happy!
note    | ours   | praise             |              | couldn't be happier
note    | ours   | praise             |              | can't fault the service
note    | ours   | praise             |              | never been happier
note    | ours   | praise             |              | really impressed with the team
note    | ours   | praise             |              | over the moon
note    | ours   | praise             |              | 10/10
note    | ours   | praise             |              | says support is fantastic
note    | ours   | praise             |              | left a great review on Google
note    | ours   | praise             |              | she said "best supplier ever"
note    | ours   | praise             |              | not only happy, thrilled
note    | ours   | praise             |              | nothing but praise
note    | ours   | praise             |              | 😍
note    | ours   | praise             |              | ⭐⭐⭐⭐⭐
note    | ours   | praise             |              | :heart_eyes:
note    | ours   | praise             |              | spoke highly of Ana
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
note    | ours   | complaint          |              | wasn't thrilled
note    | ours   | complaint          |              | isn't very happy at all
note    | ours   | complaint          |              | not exactly delighted with the invoice
note    | ours   | complaint          |              | no longer satisfied
note    | ours   | complaint          |              | less than impressed
note    | ours   | complaint          |              | far from happy
note    | ours   | complaint          |              | fed up with the delays
note    | ours   | complaint          |              | wants a refund
note    | ours   | complaint          |              | still waiting for the spare part
note    | ours   | complaint          |              | delivery arrived damaged
note    | ours   | complaint          |              | they got the wrong item
note    | ours   | complaint          |              | the login doesn't work
note    | ours   | complaint          |              | hasn't been fixed
note    | ours   | complaint          |              | charged twice
note    | ours   | complaint          |              | says we gave nothing but broken promises
note    | ours   | complaint          |              | 😡
note    | ours   | complaint          |              | :rage: again
note    | ours   | complaint          |              | thanks for nothing
note    | ours   | complaint          |              | had problems with the invoice
note    | theirs | complaint          |              | escalated to our director
note    | theirs | complaint          |              | received a complaint
note    | ours   | -                  |              | no complaints or problems
note    | ours   | -                  |              | complaint resolved
note    | ours   | -                  |              | broke even this year
note    | ours   | -                  |              | numbers broken down by region
note    | ours   | -                  |              | no thanks
note    | ours   | -                  |              | not broken after all
note    | ours   | complaint, praise  |              | loves the app but unhappy with billing

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
note    | ours   | -                  |              | gave me his business card
note    | ours   | -                  |              | reached their sales goal
note    | ours   | -                  |              | on call this weekend
note    | ours   | -                  |              | booked a demo
note    | ours   | -                  |              | meeting next Tuesday
note    | ours   | -                  |              | need to call Maria
note    | ours   | -                  |              | should have emailed
note    | ours   | -                  |              | forgot to call
note    | ours   | -                  |              | didn't call
note    | ours   | -                  |              | haven't met yet
note    | ours   | -                  |              | cancelled the lunch
note    | ours   | -                  |              | budget is 20k, fiscal year ends in March
note    | ours   | -                  |              | Maria is leaving in June
note    | ours   | -                  |              | prefers to be contacted by her assistant

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
call    | ours   | -                  |              | called, needs 3 of them at 20 each
call    | ours   | -                  |              | called re 3/11
call    | ours   | -                  |              | called, they may march on, sat for a second
call    | ours   | -                  |              | called, uses Monday.com
mail    | ours   | -                  | 18 Nov 12:00 | emailed on 2026-11-18
note    | ours   | purchase           | 19 Nov 12:00 | ordered 20 units yesterday

# as they come
meeting | ours   | -                  |              | had coffee w/ Lena, moving office in Q1
meeting | ours   | -                  |              | popped round with mince pies
mail    | ours   | -                  |              | chased invoice by email
note    | ours   | purchase           |              | they've renewed!! 3yrs
note    | ours   | purchase           |              | he's just placed an order for 40 units
note    | ours   | complaint          |              | threatening to leave
note    | theirs | -                  |              | asked us to stop emailing
note    | ours   | -                  |              | Had to reschedule the demo
note    | ours   | -                  |              | demo moved to next week
note    | ours   | referral           |              | introduced me to the head of ops at Globex
gift    | ours   | -                  |              | took the team donuts
note    | ours   | complaint          |              | not the happiest customer
note    | ours   | complaint          |              | frustrated that nobody called back
note    | ours   | -                  |              | refund processed, all sorted
note    | ours   | praise             |              | issue fixed, she's happy now
note    | ours   | complaint          |              | third late delivery this month
note    | ours   | complaint          |              | invoice wrong again
note    | ours   | complaint          |              | the app keeps crashing on her phone
note    | ours   | -                  |              | no issues to report
note    | ours   | complaint          |              | gave us a 3/10
note    | ours   | praise             |              | 5* review on Trustpilot
note    | ours   | praise             |              | says we're the best vendor they've had
note    | ours   | purchase           |              | decided to go with us
note    | ours   | -                  |              | signed NDA
note    | theirs | -                  |              | signed up for the newsletter
note    | ours   | -                  |              | bought nothing
meeting | ours   | -                  |              | bought them a round of drinks
note    | ours   | -                  |              | would have bought if it was cheaper
note    | ours   | -                  |              | wonder if she's happy
message | ours   | -                  |              | checked in with Tom - nothing new
message | ours   | -                  |              | reached out on LinkedIn
note    | ours   | -                  |              | saw on LinkedIn that Maria has left
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
note    | ours   | praise             |              | thrilled to bits
note    | ours   | complaint          |              | nobody was impressed
note    | ours   | complaint, praise  |              | likes it, hates the price
note    | ours   | complaint          |              | sorry we were late again
note    | ours   | complaint          |              | driver was rude to her
note    | theirs | complaint          |              | refund requested
note    | ours   | complaint          |              | 2 boxes missing
note    | theirs | enquiry            |              | had a few questions
note    | ours   | -                  |              | they have a board meeting on Monday
call    | theirs | -                  |              | Maria's boss called
mail    | theirs | -                  |              | got a letter from their lawyer
note    | ours   | -                  |              | won't renew
note    | ours   | purchase           |              | switched to us from Globex
note    | ours   | referral           |              | vouched for us
note    | ours   | -                  |              | wrote a blog post about us
note    | ours   | praise             |              | sent us a testimonial
meeting | ours   | -                  |              | Board dinner in Paris, sat next to the CFO
message | theirs | enquiry            |              | Jo text me saying she'd love another demo
note    | ours   | -                  |              | left a note at the front desk
meeting | ours   | praise             |              | presented the roadmap to the board - loved it
note    | theirs | purchase           | 20 Nov 09:00 | order came in this morning
note    | ours   | purchase           |              | subscription renewed for another year
call    | ours   | complaint          |              | apologised by phone for the late delivery
call    | ours   | complaint          |              | phone call with upset customer
note    | ours   | praise             |              | says it's great
note    | ours   | complaint          |              | not a big fan of the new UI
note    | ours   | -                  |              | spoke at the conference
call    | theirs | -                  |              | maria called about invoice 4711
call    | theirs | -                  |              | tom rang, needs a new toner
note    | theirs | -                  |              | Reply from Maria: all good
note    | ours   | praise             |              | feedback was positive
note    | ours   | -                  |              | demo was cancelled by customer
meeting | ours   | enquiry, praise    |              | they loved our demo, asked for pricing
note    | ours   | -                  | 19 Nov 12:00 | went live yesterday
note    | theirs | enquiry            |              | she asked for a second demo
note    | theirs | complaint          |              | asked for a manager
note    | theirs | enquiry            |              | needs help with the login
note    | ours   | complaint          |              | still waiting for our refund
note    | ours   | -                  |              | still hasn't paid
note    | ours   | no answer          |              | gone quiet
note    | ours   | no answer          |              | no word from Tom
note    | ours   | no answer          |              | read but no reply
note    | ours   | -                  |              | unsubscribed
note    | theirs | -                  |              | asked to be removed from the list
note    | ours   | -                  |              | prefers whatsapp
note    | ours   | -                  |              | new email: maria@acme.com
note    | ours   | no answer          |              | maria@acme.com bounced
call    | theirs | -                  | 20 Nov 05:00 | Chef rang at 5am, order short by 12 loaves
note    | theirs | complaint          |              | tenant complained about noise
gift    | ours   | -                  |              | Tom's wife had a baby - sent a card
thanks  | theirs | -                  |              | got a thank you note from Maria
thanks  | ours   | -                  |              | said thank you for the gift
note    | ours   | -                  |              | no thanks needed
note    | ours   | -                  |              | we missed our call
note    | ours   | no answer          |              | they missed our call
call    | ours   | -                  |              | left vm. she texted back "call u tmrw"
note    | ours   | no answer          |              | nobody picked up
note    | ours   | -                  |              | picked up the parcel from them
call    | ours   | -                  |              | couldn't visit so called
mail    | ours   | -                  |              | instead of calling I emailed
note    | ours   | -                  |              | she missed the demo
note    | ours   | -                  |              | she might call
note    | ours   | -                  |              | she'd call if she was unhappy
note    | ours   | -                  |              | call if unhappy
note    | ours   | -                  |              | will be furious when she hears
note    | ours   | -                  |              | promised to refer a friend
note    | ours   | -                  |              | has she replied
note    | ours   | complaint          |              | boiler broke again
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
call    | theirs | -                  |              | Mrs Jones phoned, wants to move her renewal date
note    | ours   | complaint          |              | Claims issue: adjuster never called her, she's furious with us
meeting | ours   | -                  |              | brought a colleague to the meeting who signed up
call    | ours   | purchase           |              | Left VM for Maria, she called right back and ordered
call    | ours   | enquiry, praise    |              | Just got off the phone w/ Maria. Super happy with onboarding. Wants to add 10 seats in January.
gift    | ours   | -                  |              | popped a card in the post to Maria
call    | ours   | no answer          |              | phoned, engaged
mail    | ours   | -                  |              | emailed back and forth with Tom all week
mail    | theirs | purchase           |              | received signed contract
note    | ours   | purchase           |              | re-signed for another year
note    | ours   | -                  |              | asked if everything ok, all good
note    | ours   | -                  |              | she is very engaged
call    | ours   | no answer          |              | called maria...no answer
note    | ours   | -                  |              | we're not happy with their payment history
note    | ours   | purchase           |              | great news, they renewed
"""

# each with what codespell would otherwise mend
SLIPS = [
    "call    | ours   | -                  |              | caled Maria",
    "mail    | ours   | -                  |              | emialed the quote",
    "note    | theirs | complaint          |              | recieved a complaint",  # codespell:ignore recieved
    "note    | ours   | -                  |              | didnt buy",  # codespell:ignore didnt
    "note    | ours   | complaint          |              | wasnt happpy",  # codespell:ignore wasnt
    "call    | ours   | no answer          |              | left a vocemail",
    "note    | ours   | purchase           |              | orderd 5 more",  # codespell:ignore orderd
    "note    | theirs | complaint          |              | compained",  # codespell:ignore compained
    "meeting | ours   | praise             |              | visted Maria, she was delighetd",  # codespell:ignore visted
    "call    | ours   | -                  | 19 Nov 12:00 | phonedd yesterdy",
]


def _line(row: str) -> Line:
    kind, direction, signs, at, words = (cell.strip() for cell in row.split("|", 4))
    moment = datetime.strptime(f"{at} 2026", "%d %b %H:%M %Y").replace(tzinfo=ZONE) if at else NOW
    named = () if signs == "-" else (Sign(sign.strip()) for sign in signs.split(","))
    return Line(Kind(kind), Direction(direction), frozenset(named), moment, words)


LINES = [_line(row) for row in [*TABLE.splitlines(), *SLIPS] if row and not row.startswith("#")]
