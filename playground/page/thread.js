/** A thread, in a pane of its own. */

import { look } from "./api.js";
import { composer } from "./composer.js";
import { $, h, keep } from "./dom.js";
import { icon } from "./icons.js";
import { row, rows } from "./messages.js";
import { bot, show, state } from "./state.js";

export async function drawThread() {
  const pane = $("thread");
  const asked = `${state.as} ${state.place} ${state.thread}`;
  pane.hidden = !state.thread;
  document.body.classList.toggle("has-thread", Boolean(state.thread));
  if (!state.thread) return pane.replaceChildren();
  const { messages, failed } = await look("read", { channel: state.place, thread: state.thread });
  if (asked !== `${state.as} ${state.place} ${state.thread}`) return undefined;
  if (failed || !messages.length) return close();
  if (pane.dataset.of !== asked || !pane.firstChild) build(pane, asked);
  const list = pane.querySelector("ol");
  const scroller = list.parentElement;
  const isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  const isFirst = !list.kept;
  keep(list, rows(messages, true), row);
  if (isAtEnd || isFirst) scroller.scrollTop = scroller.scrollHeight;
  return undefined;
}

function build(pane, asked) {
  pane.dataset.of = asked;
  const place = state.place === "dm" ? bot().name : `#${state.place}`;
  const shut = h(
    "button",
    { class: "plain", "aria-label": "Close the thread", onclick: close },
    icon("close"),
  );
  const head = h("header", {}, h("h2", {}, "Thread"), h("span", { class: "hint" }, place), shut);
  const list = h("ol", { class: "messages", "aria-label": "Thread" });
  const scroller = h(
    "div",
    { class: "scroller", tabindex: "0", role: "region", "aria-label": "Replies" },
    list,
  );
  const box = composer("Reply …", { channel: state.place, thread_ts: state.thread });
  pane.replaceChildren(head, scroller, h("div", { class: "reply" }, box));
}

function close() {
  const root = state.thread;
  show({ thread: null });
  document.querySelector(`#messages [data-ts="${root}"] .replies`)?.focus();
}

addEventListener("keydown", (event) => {
  const isInside = $("thread").contains(document.activeElement);
  if (
    event.key === "Escape" &&
    isInside &&
    !event.defaultPrevented &&
    !document.querySelector(":popover-open")
  )
    close();
});
