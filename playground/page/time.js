/** Moments on the clock of whom the page acts as, as of the playground's now. */

import { me } from "./state.js";

const DAY = 86_400_000;
let known = { now: Date.now(), at: performance.now(), running: true };

/** What the playground's clock says, and whether it goes on from there. */
export function setClock(now, running) {
  known = { now: new Date(now).getTime(), at: performance.now(), running };
}
export const now = () => new Date(known.now + (known.running ? performance.now() - known.at : 0));

export const zone = () => me()?.tz ?? "UTC";
const format = (at, shape) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone(), ...shape }).format(at).replace(",", "");

export const clock = (at) => format(at, { hour: "2-digit", minute: "2-digit" });
export const seconds = (at) =>
  format(at, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
export const dayKey = (at) => new Intl.DateTimeFormat("sv", { timeZone: zone() }).format(at);
export const full = (at) =>
  format(at, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
export const short = (at) => format(at, { weekday: "short", day: "numeric", month: "short" });
export const fromTs = (ts) => new Date(Number(ts) * 1000);

/** How a day is called that is near; nothing, if it is not. */
export function near(at) {
  const days = (Date.parse(dayKey(at)) - Date.parse(dayKey(now()))) / DAY;
  return { "-1": "Yesterday", 0: "Today", 1: "Tomorrow" }[days];
}

export function divider(at) {
  const thisYear = dayKey(at).slice(0, 4) === dayKey(now()).slice(0, 4);
  const shape = { weekday: "long", day: "numeric", month: "long" };
  return near(at) ?? format(at, thisYear ? shape : { ...shape, year: "numeric" });
}

/** Slack leaves the year out where it is less than half a year away. */
const dated = (at, shape) =>
  Math.abs(at - now()) < 183 * DAY ? shape : { ...shape, year: "numeric" };

const DATES = {
  date_num: (at) => dayKey(at),
  date: (at) => format(at, dated(at, { day: "numeric", month: "long" })),
  date_short: (at) => format(at, dated(at, { day: "numeric", month: "short" })),
  date_long: (at) => format(at, dated(at, { weekday: "long", day: "numeric", month: "long" })),
  date_long_full: full,
  day_divider_pretty: divider,
  time: clock,
  time_secs: seconds,
  ago,
};

/** Slack's tokens for dates; `_pretty` says today where it is today, as a sentence would. */
export function token(timestamp, shape) {
  const at = new Date(timestamp * 1000);
  return shape.replace(/\{(\w+)\}/g, (whole, name) => {
    const plain = name.replace(/_pretty$/, "");
    if (DATES[name]) return DATES[name](at);
    if (!DATES[plain]) return whole;
    return near(at)?.toLowerCase() ?? DATES[plain](at);
  });
}

export function ago(at) {
  const gone = Math.round((now() - at) / 60_000);
  const [count, unit] =
    Math.abs(gone) < 60
      ? [gone, "minute"]
      : Math.abs(gone) < 1440
        ? [Math.round(gone / 60), "hour"]
        : [Math.round(gone / 1440), "day"];
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(-count, unit);
}

/** The moment at which it is that time on that day, where the person is. */
export function moment(day, time) {
  const local = (at) => new Date(at.toLocaleString("sv", { timeZone: zone() }) + "Z");
  const goal = new Date(`${day}T${time}:00Z`);
  const guess = new Date(goal - (local(goal) - goal));
  return new Date(guess - (local(guess) - goal));
}

/** So many days from today; only Mondays to Fridays count, if only work counts. */
export function dayFromNow(days, working = false) {
  const day = new Date(`${dayKey(now())}T12:00Z`);
  for (let left = days; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (!working || ![0, 6].includes(day.getUTCDay())) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

/** As a field for date and time has it. */
export function local(at) {
  return at.toLocaleString("sv", { timeZone: zone() }).slice(0, 16).replace(" ", "T");
}
