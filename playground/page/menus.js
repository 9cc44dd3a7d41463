/** Menus of things to do. Arrow keys, first letters, Escape. */

import { h } from "./dom.js";
import { open } from "./popover.js";

/** `items`: {label, does, mark, hint, isGrave, isChosen}, and null for a line between them. */
export function menu(anchor, label, items) {
  const rows = items.map((item) => (item ? row(item, () => shown.hidePopover()) : h("hr")));
  const list = h("div", { role: "menu", "aria-label": label }, rows);
  const shown = open(anchor, [list], { kind: "menu" });
  if (!shown) return;
  const choices = [...list.querySelectorAll("[role^=menuitem]")];
  list.addEventListener("keydown", (event) => walk(event, choices, shown));
  (choices.find((choice) => choice.ariaChecked === "true") ?? choices[0])?.focus();
}

function row(item, close) {
  const role = item.isChosen === undefined ? "menuitem" : "menuitemradio";
  const does = () => {
    close();
    item.does();
  };
  return h(
    "button",
    {
      role,
      tabindex: "-1",
      class: item.isGrave ? "grave" : null,
      onclick: does,
      "aria-checked": item.isChosen === undefined ? null : String(item.isChosen),
    },
    item.mark,
    h("span", { class: "label" }, item.label, item.hint && h("small", {}, item.hint)),
  );
}

function walk(event, choices, shown) {
  const here = choices.indexOf(document.activeElement);
  const step = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
  if (step !== undefined) choices.at(step % choices.length).focus();
  else if (event.key === "Tab") shown.hidePopover();
  else if (event.key.length === 1 && event.key !== " ") seek(event.key, choices, here);
  else return;
  if (event.key !== "Tab") event.preventDefault();
}

function seek(letter, choices, here) {
  const turned = [...choices.slice(here + 1), ...choices.slice(0, here + 1)];
  const wanted = letter.toLowerCase();
  turned.find((choice) => choice.textContent.trim().toLowerCase().startsWith(wanted))?.focus();
}

/** A row of buttons that is one stop for the Tab key: arrows go on from there. */
export function roving(bar) {
  const all = () => [...bar.querySelectorAll("button")];
  for (const [number, button] of all().entries()) button.tabIndex = number ? -1 : 0;
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const here = all().indexOf(document.activeElement);
    all()
      .at((here + step) % all().length)
      .focus();
    event.preventDefault();
  });
}
