/** An input: its label, its field, a hint, and the error that stands at it. */

import { fresh, h } from "../dom.js";
import { textOf } from "../mrkdwn.js";
import { element } from "./elements.js";

const GROUPS = new Set(["checkboxes", "radio_buttons"]);

export function input(block, surface) {
  const names = {
    label: fresh("label"),
    hint: fresh("hint"),
    error: fresh("error"),
    field: fresh("field"),
  };
  const isGroup = GROUPS.has(block.element.type);
  const mark = block.optional && h("span", { class: "optional" }, " (optional)");
  const label = h(
    isGroup ? "span" : "label",
    { id: names.label, class: "label", for: isGroup ? null : names.field },
    textOf(block.label),
    mark,
  );
  const named = {
    id: names.field,
    "aria-labelledby": names.label,
    "aria-describedby": `${names.hint} ${names.error}`,
    required: !block.optional,
  };
  return h(
    "div",
    { class: "entry" },
    label,
    element(block.element, block, surface, named),
    h("p", { class: "error", id: names.error, role: "alert" }),
    h("p", { class: "hint", id: names.hint }, textOf(block.hint)),
  );
}

/** Errors by block id stand at their fields, and the first of them gets the focus. */
export function tellErrors(form, errors) {
  let first;
  for (const entry of form.querySelectorAll(".of-input")) {
    const words = errors[entry.dataset.block] ?? "";
    entry.querySelector(".error").textContent = words;
    for (const field of entry.querySelectorAll("[aria-describedby]"))
      field.setAttribute("aria-invalid", String(Boolean(words)));
    if (words) first ??= entry.querySelector("input, textarea, button");
  }
  first?.focus();
}
