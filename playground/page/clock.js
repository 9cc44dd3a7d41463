/** The clock in the header, which can be turned; it shows each moment at which it stops. */

import { ask } from "./api.js";
import { $, h, say } from "./dom.js";
import { icon } from "./icons.js";
import { clock, dayFromNow, moment, now, seconds, setClock, short } from "./time.js";
import { tell } from "./state.js";

const FAR = [
  { label: "+1 hour", to: () => new Date(now().getTime() + 3_600_000) },
  { label: "Tomorrow 08:30", to: () => moment(dayFromNow(1), "08:30") },
  { label: "+1 week", to: () => new Date(now().getTime() + 7 * 86_400_000) },
];
const PAUSE = 600;
let turning = false;
let elsewhere;

export function startClock() {
  const face = h("output", { id: "now", title: "The playground's time, where you are" });
  const buttons = FAR.map(({ label, to }) => h("button", { onclick: () => turn(to()) }, label));
  $("clock").replaceChildren(
    h("span", { class: "face" }, icon("clock"), face),
    h("span", { class: "buttons" }, buttons),
  );
  setInterval(drawClock, 1000);
}

export async function learnTime() {
  const told = await ask("/clock", undefined, true);
  if (told.failed) return;
  setClock(told.now, told.running);
  drawClock();
}

export function drawClock() {
  if (!$("now")) return;
  const at = now();
  $("now").replaceChildren(
    h("span", { class: "date" }, short(at)),
    h("strong", {}, turning ? seconds(at) : clock(at)),
  );
}

/** A stop on the way: something was due then. Another window may have turned it. */
export function stopAt({ now: stop }) {
  setClock(stop, false);
  drawClock();
  $("clock").classList.remove("stopped");
  requestAnimationFrame(() => $("clock").classList.add("stopped"));
  clearTimeout(elsewhere);
  if (!turning) elsewhere = setTimeout(learnTime, PAUSE);
}

export async function turn(to) {
  if (turning) return;
  hold(true);
  const done = await ask("/clock/turn", { to: to.toISOString() });
  hold(false);
  await learnTime();
  if (done.failed) return;
  say(`It is now ${short(now())}, ${clock(now())}.`);
  tell("turned", done);
}

function hold(isTurning) {
  turning = isTurning;
  $("clock").classList.toggle("turning", turning);
  $("clock").setAttribute("aria-busy", String(turning));
  for (const button of $("clock").querySelectorAll("button"))
    button.setAttribute("aria-disabled", String(turning));
}
