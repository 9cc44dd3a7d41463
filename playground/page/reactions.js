/** Reactions under a message, and the picker for new ones. */

import { act } from "./api.js";
import { h } from "./dom.js";
import { emoji, findEmoji, oftenUsed, picture, spoken } from "./emoji.js";
import { icon } from "./icons.js";
import { nameOf } from "./people.js";
import { open, place } from "./popover.js";
import { me } from "./state.js";

const OFFERED = 28;
const at = (message) => ({ channel: message.channel, ts: message.ts });

/** Once more takes it back. */
export function toggle(message, name) {
  const mine = message.reactions?.find((each) => each.name === name)?.users.includes(me().id);
  return act(mine ? "unreact" : "react", { ...at(message), name });
}

export function reactions(message) {
  if (!message.reactions?.length) return null;
  const chips = message.reactions.map((reaction) => chip(message, reaction));
  const more = h(
    "button",
    {
      class: "chip",
      "aria-label": "Add a reaction",
      "data-focus": "react",
      onclick: (event) => pick(event.currentTarget, (name) => toggle(message, name)),
    },
    icon("smile"),
  );
  return h("div", { class: "reactions" }, chips, more);
}

function chip(message, { name, users, count }) {
  const mine = users.includes(me().id);
  const who = users.map((user) => (user === me().id ? "you" : nameOf(user))).join(", ");
  const given = {
    class: `chip ${mine ? "mine" : ""}`,
    "aria-pressed": String(mine),
    "data-focus": `reaction/${name}`,
    "aria-label": `${spoken(name)}, ${count}: ${who}`,
    title: `${who} reacted with :${name}:`,
    onclick: () => toggle(message, name),
  };
  return h("button", given, emoji(name), h("span", { class: "count" }, String(count)));
}

/** A small window full of emoji; `chosen` is told the name. */
export function pick(anchor, chosen) {
  const field = h("input", {
    type: "search",
    placeholder: "Search emoji",
    "aria-label": "Search emoji",
    autocomplete: "off",
  });
  const grid = h("div", { class: "grid", role: "group", "aria-label": "Emoji" });
  const window = open(anchor, [field, grid], { kind: "emoji-picker" });
  if (!window) return;
  const draw = () => {
    const names = field.value
      ? findEmoji(field.value)
      : [...new Set([...oftenUsed(), ...findEmoji("", OFFERED)])];
    grid.replaceChildren(...names.map((name) => button(name, window, chosen)));
  };
  field.oninput = draw;
  field.onkeydown = (event) => {
    if (event.key === "Enter" || event.key === "ArrowDown") grid.firstChild?.focus();
    if (event.key === "Enter") grid.firstChild?.click();
  };
  grid.onkeydown = (event) => walk(event, grid);
  draw();
  place(window, anchor);
  field.focus();
}

function button(name, window, chosen) {
  const does = () => {
    window.hidePopover();
    chosen(name);
  };
  return h(
    "button",
    { "aria-label": spoken(name), title: `:${name}:`, onclick: does },
    picture(name),
  );
}

function walk(event, grid) {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...grid.children];
  all[Math.max(0, Math.min(all.length - 1, all.indexOf(document.activeElement) + step))]?.focus();
}
