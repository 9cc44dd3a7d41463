/** A newcomer's first minute: a few things to try, ticked off as they are done. */

import { act, look } from "./api.js";
import { turn } from "./clock.js";
import { fill } from "./composer.js";
import { $, h } from "./dom.js";
import { icon } from "./icons.js";
import { me, on, show, state, bot } from "./state.js";
import { dayFromNow, moment } from "./time.js";

const kept = () => `tour ${state.team.began}`;
let done = { steps: [], isAway: false };

export function startTour() {
  const { tour } = state.team;
  if (!tour) return;
  try {
    done = JSON.parse(localStorage.getItem(kept())) ?? done;
  } catch {
    localStorage.removeItem(kept());
  }
  on("happened", notice);
  addEventListener("storage", (event) => {
    if (event.key !== kept() || !event.newValue) return;
    done = JSON.parse(event.newValue);
    draw();
  });
  draw();
}

function keep(change) {
  done = { ...done, ...change };
  localStorage.setItem(kept(), JSON.stringify(done));
  draw();
}

/** A step is done by what it says, once those before it are. */
function notice(happened) {
  const next = state.team.tour.steps.findIndex((_, number) => !done.steps.includes(number));
  const step = state.team.tour.steps[next];
  if (step && matches(step.done, happened)) keep({ steps: [...done.steps, next] });
}

function matches(wanted, happened) {
  if (wanted.happening !== happened.happening) return false;
  if (!wanted.says) return true;
  const message = happened.message ?? happened.after;
  if (!message) return false;
  if (wanted.by === bot().handle && message.author !== bot().user_id) return false;
  return new RegExp(wanted.says).test(message.draft.text);
}

function draw() {
  const { tour } = state.team;
  const isOver = tour.steps.every((_, number) => done.steps.includes(number));
  $("tour").hidden = done.isAway;
  $("tour").classList.toggle("over", isOver);
  const away = h(
    "button",
    { class: "plain", "aria-label": "Close the guide", onclick: () => keep({ isAway: true }) },
    icon("close"),
  );
  const now = tour.steps.findIndex((_, number) => !done.steps.includes(number));
  $("tour").replaceChildren(
    h(
      "header",
      {},
      h(
        "div",
        {},
        h("p", { class: "about" }, tour.words),
        h("h2", {}, isOver ? tour.over : tour.title),
      ),
      away,
    ),
    h(
      "ol",
      {},
      tour.steps.map((step, number) => drawStep(step, number, now)),
    ),
  );
  drawOpener();
}

function drawStep(step, number, now) {
  const isDone = done.steps.includes(number);
  const state = isDone ? "done" : number === now ? "now" : "later";
  const mark = h(
    "span",
    { class: "mark" },
    isDone ? icon("tick") : String(number + 1),
    isDone && h("span", { class: "unseen" }, "done"),
  );
  const button =
    number === now &&
    h("button", { class: "primary", onclick: () => DOES[step.does.kind](step.does) }, step.button);
  return h(
    "li",
    { class: state, "aria-current": number === now ? "step" : null },
    mark,
    h("div", {}, h("h3", {}, step.title), h("p", {}, step.words), button),
  );
}

/** With the guide away, a small way back to it. */
function drawOpener() {
  $("guide")?.remove();
  if (!done.isAway) return;
  const back = h(
    "button",
    {
      id: "guide",
      class: "plain",
      "aria-label": "Show the guide",
      title: "Show the guide",
      onclick: () => keep({ isAway: false }),
    },
    icon("help"),
  );
  $("who").before(back);
}

/** Whoever it is about, where it is about. */
async function go({ as, channel }) {
  const change = {
    ...(as && me().name !== as ? { as } : {}),
    ...(channel && state.place !== channel ? { place: channel } : {}),
  };
  if (!Object.keys(change).length) return;
  show(change);
  const isThere = () => document.querySelector(`[data-of="${state.as} ${state.place}"]`);
  for (let tries = 0; tries < 60 && !isThere(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Brings a message before one's eyes. */
function point(ts) {
  const row = document.querySelector(`#messages [data-ts="${ts}"]`);
  row?.scrollIntoView({ block: "center" });
  row?.classList.add("pointed");
}

const DOES = {
  async fill(does) {
    await go(does);
    fill(does.text);
  },
  async turn(does) {
    await go(does);
    await turn(moment(dayFromNow(1, true), does.to));
  },
  async react(does) {
    await go(does);
    const { messages = [] } = await look("read", { channel: does.channel });
    const found = messages.findLast(
      (message) => new RegExp(does.says).test(message.text) && !message.is_ephemeral,
    );
    if (!found) return;
    point(found.ts);
    await act("react", { channel: does.channel, ts: found.ts, name: does.name });
    point(found.ts);
  },
};
