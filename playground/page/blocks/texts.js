/** Fields in which words, addresses and numbers are typed. */

import { h } from "../dom.js";
import { plainOf } from "./rich_text.js";

const PAUSE = 350;
const TYPES = { email_text_input: "email", url_text_input: "url" };

export function textField(part, block, surface, named) {
  if (part.type === "file_input") return h("p", { class: "hint" }, "Files cannot be added here.");
  const held = surface.held(block, part);
  const isLong = part.multiline || part.type === "rich_text_input";
  const given = {
    ...named,
    "data-focus": `${block.block_id}/${part.action_id}`,
    placeholder: part.placeholder?.text,
    value: typeof held === "object" ? plainOf(held) : (held ?? ""),
    autofocus: part.focus_on_load,
    autocomplete: "off",
    "aria-label": named.id ? null : (part.placeholder?.text ?? "Text"),
    "aria-required": named.required ? "true" : null,
    required: null,
  };
  const field = isLong
    ? h("textarea", { rows: "4", ...given })
    : h("input", {
        type: TYPES[part.type] ?? "text",
        inputmode: part.type === "number_input" ? "decimal" : null,
        ...given,
      });
  listen(field, part, block, surface);
  return field;
}

/** Slack tells the bot at Enter or at each letter, if the block dispatches; else not at all. */
function listen(field, part, block, surface) {
  const when = part.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const dispatches = block.type !== "input" || block.dispatch_action;
  const send = () => surface.act(block, part, field.value || null);
  let pause;
  field.addEventListener("input", () => {
    surface.note(block, part, field.value);
    clearTimeout(pause);
    if (dispatches && when.includes("on_character_entered")) pause = setTimeout(send, PAUSE);
  });
  field.addEventListener("change", () => dispatches || send());
  field.addEventListener("keydown", (event) => {
    const isEnter = event.key === "Enter" && !event.shiftKey && field.tagName === "INPUT";
    if (!isEnter || !dispatches || !when.includes("on_enter_pressed")) return;
    event.preventDefault();
    send();
  });
}
