/** Days, times, and both. */

import { confirmed } from "../confirm.js";
import { h } from "../dom.js";
import { local, moment } from "../time.js";

const PAUSE = 700;
const OLDEST = "1900";

/** Typing a year changes the field at each figure: only where it comes to rest it counts. */
function settle(field, does) {
  let told = field.value;
  let pause;
  const send = () => {
    clearTimeout(pause);
    if (field.value === told || (field.value && field.type !== "time" && field.value < OLDEST))
      return;
    told = field.value;
    does(field.value || null);
  };
  field.addEventListener("change", () => {
    clearTimeout(pause);
    pause = setTimeout(send, PAUSE);
  });
  field.addEventListener("blur", send);
  field.sendNow = send;
}

function picker(type, part, block, surface, named, held, read = (value) => value) {
  const label = part.placeholder?.text ?? { date: "Date", time: "Time" }[type] ?? "Date and time";
  const field = h("input", {
    ...named,
    type,
    value: held ?? "",
    required: null,
    "aria-label": named.id ? null : label,
    "aria-required": named.required ? "true" : null,
    autofocus: part.focus_on_load,
    "data-focus": `${block.block_id}/${part.action_id}`,
  });
  settle(field, async (value) => {
    if (await confirmed(part.confirm)) surface.act(block, part, value && read(value));
    else field.value = held ?? "";
  });
  return named.id || !part.placeholder
    ? field
    : h(
        "span",
        { class: "picker" },
        h("span", { class: "hint", "aria-hidden": "true" }, label),
        field,
      );
}

export const datePicker = (part, block, surface, named) =>
  picker("date", part, block, surface, named, surface.held(block, part));

export const timePicker = (part, block, surface, named) =>
  picker("time", part, block, surface, named, surface.held(block, part));

export function momentPicker(part, block, surface, named) {
  const held = surface.held(block, part);
  const shown = held ? local(new Date(held * 1000)) : "";
  const read = (value) => moment(...value.split("T")).getTime() / 1000;
  return picker("datetime-local", part, block, surface, named, shown, read);
}
