"""Every number that a workspace may set: what it is as it comes, and how far it may be set."""

from domain.settings import settings_of
from tests.domain.test_settings import KINDS

SETTINGS = """
hours.week: mon-fri 9:00-17:00
hours.holidays: none
hours.country: none
hours.reminders_after_minutes: 15, from 0 to 25
care.prospect_days: 14, from 1 to 365
care.shopper_days: 30, from 1 to 365
care.customer_days: 60, from 1 to 365
care.member_days: 60, from 1 to 365
care.advocate_days: 45, from 1 to 365
care.raving_fan_days: 30, from 1 to 365
care.green_percent: 90, from 1 to 100
care.amber_percent: 75, from 0 to 100
care.chase_days: 90, from 7 to 365
silence.contacts: 3, from 2 to 10
silence.days: 14, from 1 to 180
silence.purchases: 3, from 3 to 20
silence.gaps: 2, from 1 to 10
reminders.posts_a_day: 10, from 1 to 200
reminders.lapse_days: 10, from 1 to 60
reminders.words_lapse_days: 5, from 1 to 60
reminders.import_days: 10, from 1 to 60
digest.at: 8:30
dates.first: by zone
money.currency: EUR
attention.reminders_a_day: 5, from 2 to 8
attention.place: both
attention.complaints_at_any_hour: False
attention.untouched_lists: 2, from 1 to 5
attention.rest_days: 3, from 1 to 20
complaint.causes: late delivery, out of stock, defective, return, billing, attitude, not called back, nobody reachable, hard to buy, other
complaint.cause_number: 3, from 2 to 50
complaint.cause_days: 30, from 7 to 365
makeright.complaint_limit: 0, from 0 to 1000000
makeright.month_limit: 0, from 0 to 1000000
makeright.answer_hours: 4, from 1 to 80
twin.days: 90, from 7 to 365
satisfaction.counts_days: 180, from 30 to 730
satisfaction.extreme_counts_days: 90, from 14 to 730
satisfaction.excellence_days: 182, from 30 to 730
satisfaction.late_after_days: 10, from 1 to 60
moments.suspect: Do they find us when they look for what we do?; Does our website answer their questions?; Does the phone sound as we would wish?; Is there a clear word on prices?
moments.prospect: Did somebody get back to them quickly?; Do they feel well when they talk with us?; Do they know how to buy from us, without too much to choose from?
moments.shopper: Was buying from us what they had expected?; Would we come back if we were treated so?
moments.customer: Do they know all that they could have from us?; Did their first 100 days go as planned?
moments.member: Have we thanked and rewarded them for being with us?; Do they feel welcome among us?
moments.advocate: Do we know what they say of us?; Do they know what we would love them to say?
moments.raving_fan: Are they thanked again and again?; Have they had something special from us lately?
thank.customer_days: 180, from 14 to 730
thank.member_days: 90, from 14 to 730
thank.words_within_days: 1, from 1 to 20
thank.late_after_days: 5, from 1 to 30
return.enquiry_hours: 1, from 1 to 40
return.call_hours: 1, from 1 to 40
return.contact_hours: 4, from 1 to 40
return.again_days: 1, from 1 to 30
return.managers_hours: 4, from 1 to 80
return.since: 1970-01-01
follow_up.first_hours: 4, from 1 to 40
follow_up.try_again_days: 1, 3, 7, 14
follow_up.answered_days: 3, from 1 to 90
follow_up.park_days: 1, from 1 to 30
follow_up.quiet_late_days: 2, from 1 to 30
follow_up.parked_days: 90, from 7 to 730
fix.owner_hours: 1, from 1 to 40
fix.acknowledge_hours: 4, from 1 to 80
fix.acknowledge_managers_hours: 8, from 1 to 160
fix.update_days: 2, from 1 to 30
fix.update_asked_hours: 4, from 1 to 40
fix.resolve_days: 5, from 1 to 60
fix.resolve_asked_hours: 8, from 1 to 80
fix.waiting_days: 5, from 1 to 60
fix.check_back_days: 7, from 1 to 90
fix.check_back_counts_days: 3, from 0 to 90
fix.check_back_late_days: 2, from 1 to 30
fix.history_days: 60, from 7 to 730
fix.more_time_days: 2, from 1 to 30
promise.ahead_hours: 2, from 0 to 40
promise.morning_until: 11:00
promise.exceeded_percent: 10, from 0 to 50
first_days.days: 1, 7, 30, 60, 100
first_days.late_after_days: 2, from 1 to 30
first_days.least_worth: 0, from 0 to 1000000
welcome.within_days: 2, from 1 to 20
quiet.asked_percent: 75, from 10 to 100
quiet.star_days: 14, from 1 to 365
quiet.late_after_days: 2, from 1 to 30
ask.gives: 2, from 1 to 10
ask.a_year: 2, from 0 to 4
ask.most_a_year: 4, from 1 to 8
ask.apart_days: 90, from 14 to 365
ask.moment_days: 14, from 1 to 90
ask.late_after_days: 5, from 1 to 30
win_back.after_days: 90, from 14 to 730
win_back.contract_days: 14, from 1 to 180
win_back.again_days: 365, from 30 to 1460
win_back.late_after_days: 5, from 1 to 30
risk.complaints: 3, from 2 to 20
risk.complaint_days: 60, from 7 to 365
risk.call_days: 1, from 1 to 10
risk.win_back_days: 60, from 14 to 365
remember.renewal_days: 60, from 1 to 365
remember.review_days: 14, from 1 to 90
remember.late_days: 5, from 1 to 20
what_else.offers: none
what_else.every_days: 182, from 30 to 730
what_else.late_after_days: 10, from 1 to 60
occasion.every_days: 91, from 14 to 365
occasion.late_after_days: 10, from 1 to 60
"""  # noqa: E501 - a line each, as they are shown


def test_each_number_comes_as_it_is_documented_and_keeps_within_its_bounds():
    told = [
        f"{setting.name}: {setting.default}" + (f", {setting.bounds}" if setting.bounds else "")
        for kind in KINDS
        for setting in settings_of(kind)
    ]
    assert sorted(told) == sorted(SETTINGS.split("\n")[1:-1])
