/** Menus to choose from: a button that tells what is chosen, and behind it a list to search. */

import { confirmed } from "../confirm.js";
import { fresh, h } from "../dom.js";
import { withEmoji } from "../emoji.js";
import { icon } from "../icons.js";
import { chosen, find, isExternal, leastTyped } from "./options.js";
import { listbox } from "./listbox.js";

export function select(part, block, surface, named) {
  const isMulti = part.type.startsWith("multi_");
  const label = part.placeholder?.text ?? (isMulti ? "Choose some" : "Choose one");
  const value = fresh("value");
  const shown = h("span", { class: "value", id: value });
  const given = {
    type: "button",
    id: named.id,
    class: "select",
    "aria-haspopup": "listbox",
    "aria-expanded": "false",
    "data-focus": `${block.block_id}/${part.action_id}`,
    autofocus: part.focus_on_load,
    "aria-labelledby": named.id ? `${named["aria-labelledby"]} ${value}` : null,
    "aria-describedby": named["aria-describedby"],
  };
  const button = h("button", given, shown, icon("down"));
  let picked = chosen(surface.held(block, part), part);

  function tell() {
    const words = picked.map((option) => option.label).join(", ");
    shown.replaceChildren(...withEmoji(words || label).flat());
    button.classList.toggle("unset", !words);
    if (!named.id)
      button.setAttribute("aria-label", words && words !== label ? `${label}: ${words}` : label);
  }

  async function choose(options) {
    if (!(await confirmed(part.confirm))) return;
    picked = options;
    tell();
    button.ariaBusy = "true";
    const values = options.map((option) => option.value);
    const answer = await surface.act(block, part, isMulti ? values : (values[0] ?? null));
    button.ariaBusy = null;
    if (answer?.failed) picked = chosen(surface.held(block, part), part);
    tell();
  }

  button.onclick = () =>
    listbox(button, {
      label,
      isMulti,
      most: part.max_selected_items,
      least: leastTyped(part),
      pause: isExternal(part) ? 180 : 0,
      canClear: block.type === "input" && block.optional && !isMulti,
      picked: () => picked,
      find: (query) => find(part, query, (typed) => surface.search(block, part, typed)),
      choose,
    });
  tell();
  return button;
}
