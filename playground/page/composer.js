/** The box in which people type: messages, and commands with a hint of what there is. */

import { act } from "./api.js";
import { completion } from "./completion.js";
import { h } from "./dom.js";
import { picture } from "./emoji.js";
import { icon } from "./icons.js";
import { menu } from "./menus.js";
import { pick } from "./reactions.js";
import { bot } from "./state.js";

const drafts = new Map();

/** `to` says where what is typed goes: a channel, and in a thread its first message. */
export function composer(placeholder, to) {
  const key = JSON.stringify(to);
  const field = h("textarea", {
    rows: "1",
    placeholder,
    "aria-label": placeholder,
    value: drafts.get(key) ?? "",
    "data-box": to.thread_ts ? "thread" : "channel",
  });
  const hints = completion(field);
  const send = h("button", { class: "send", "aria-label": "Send" }, icon("send"));
  const fit = () => {
    drafts.set(key, field.value);
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, innerHeight / 3)}px`;
    send.classList.toggle("ready", Boolean(field.value.trim()));
  };
  const form = h(
    "form",
    { class: "composer" },
    hints.list,
    field,
    h(
      "div",
      { class: "row" },
      smile(field),
      bolt(to),
      h("span", { class: "tip hint" }, "Enter sends, Shift + Enter breaks the line"),
      send,
    ),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    submit(field, to, fit);
  };
  field.addEventListener("input", fit);
  field.addEventListener("keydown", (event) => {
    if (hints.press(event) || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  setTimeout(fit);
  return form;
}

/** What was typed stays until it has arrived. */
async function submit(field, to, fit) {
  const text = field.value.trim();
  if (!text) return;
  field.value = "";
  fit();
  const done = await act("type", { ...to, text });
  if (!done.failed || field.value) return;
  field.value = text;
  fit();
}

export function insert(field, text) {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input"));
  field.focus();
}

function smile(field) {
  const button = h(
    "button",
    {
      type: "button",
      class: "plain",
      "aria-label": "Emoji",
      "aria-expanded": "false",
      onclick: () => pick(button, (name) => insert(field, picture(name))),
    },
    icon("smile"),
  );
  return button;
}

/** Global shortcuts, and the commands there are. */
function bolt(to) {
  const shortcuts = bot().shortcuts.filter((each) => each.type === "global");
  const items = shortcuts.map((each) => ({
    label: each.name,
    hint: bot().name,
    mark: icon("bolt"),
    does: () => act("shortcut", { callback_id: each.callback_id }),
  }));
  if (!items.length || to.thread_ts) return null;
  const button = h(
    "button",
    {
      type: "button",
      class: "plain",
      "aria-label": "Shortcuts",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      onclick: () => menu(button, "Shortcuts", items),
    },
    icon("bolt"),
  );
  return button;
}

/** Puts a line into the box of the channel, to be read and sent. */
export function fill(text) {
  const field = document.querySelector('[data-box="channel"]');
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event("input"));
  field.focus();
}
