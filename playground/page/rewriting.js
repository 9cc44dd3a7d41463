/** Changing one's own message where it stands. */

import { act } from "./api.js";
import { h } from "./dom.js";
import { bot, channelById, state } from "./state.js";

/** What was typed, from what it became: the reverse of what the playground makes of typing. */
function typed(text) {
  return text
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (whole, id) => `@${handle(id) ?? whole}`)
    .replace(/<#(\w+)(?:\|([^>]*))?>/g, (_, id, name) => `#${name ?? channelById(id)?.name}`)
    .replace(/<!(\w+)>/g, "@$1")
    .replace(/<(?:mailto:|tel:|https?:\/\/)[^>|]*\|([^>]*)>/g, "$1")
    .replace(/<([^>]*)>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

const handle = (id) => (id === bot().user_id ? bot().handle : state.people.get(id)?.name);

export function rewrite(message) {
  const row = document.querySelector(`[data-ts="${message.ts}"] .body`);
  const before = [...row.childNodes];
  const field = h("textarea", {
    rows: "2",
    "aria-label": "Edit message",
    value: typed(message.text),
  });
  const stop = () => row.replaceChildren(...before);
  const keep = async (event) => {
    event.preventDefault();
    const words = field.value.trim();
    if (!words) return;
    const done = await act("edit", { channel: message.channel, ts: message.ts, text: words });
    if (!done.failed) stop();
  };
  field.onkeydown = (event) => {
    if (event.key === "Escape") stop();
    if (event.key === "Enter" && !event.shiftKey) keep(event);
  };
  const buttons = h(
    "div",
    { class: "actions end" },
    h("button", { type: "button", onclick: stop }, "Cancel"),
    h("button", { class: "primary" }, "Save"),
  );
  row.replaceChildren(h("form", { class: "rewrite", onsubmit: keep }, field, buttons));
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
