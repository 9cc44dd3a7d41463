/** The list behind a menu: type to search, arrows to go through it, Enter to choose. */

import { fresh, h } from "../dom.js";
import { withEmoji } from "../emoji.js";
import { icon } from "../icons.js";
import { open, place } from "../popover.js";

export function listbox(anchor, how) {
  const id = fresh("list");
  const field = h("input", {
    type: "text",
    role: "combobox",
    placeholder: "Search",
    autocomplete: "off",
    "aria-label": `Search: ${how.label}`,
    "aria-expanded": "true",
    "aria-controls": id,
    "aria-autocomplete": "list",
  });
  const list = h("ul", {
    role: "listbox",
    id,
    "aria-label": how.label,
    "aria-multiselectable": how.isMulti ? "true" : null,
  });
  const told = h("p", { class: "hint", role: "status" });
  const window = open(anchor, [field, list, told], { kind: "choose" });
  if (!window) return;
  const box = { how, field, list, told, window, rows: [], at: -1, asked: 0 };
  let pause;
  field.oninput = () => {
    clearTimeout(pause);
    pause = setTimeout(() => search(box).then(() => place(window, anchor)), how.pause);
  };
  field.onkeydown = (event) => press(event, box);
  search(box).then(() => place(window, anchor));
  field.focus();
}

async function search(box) {
  const { how, field } = box;
  const asked = ++box.asked;
  const query = field.value;
  if (query.trim().length < how.least) {
    const missing = how.least === 1 ? "Type to search." : `Type at least ${how.least} letters.`;
    return draw(box, how.isMulti ? how.picked() : [], missing);
  }
  if (how.pause) box.told.textContent = "Searching …";
  const found = await how.find(query);
  if (asked === box.asked) draw(box, found, found.length ? "" : "Nothing found.");
}

function draw(box, options, words) {
  const chosen = new Set(box.how.picked().map((option) => option.value));
  const clear =
    box.how.canClear && chosen.size ? [{ label: "Nothing", value: null, isClear: true }] : [];
  box.rows = [...clear, ...options].map((option) => ({
    option,
    node: row(option, chosen.has(option.value), box),
  }));
  let group;
  const drawn = box.rows.flatMap(({ option, node }) => {
    const isNew = option.group && option.group !== group;
    group = option.group;
    return isNew ? [h("li", { role: "presentation", class: "group" }, group), node] : [node];
  });
  box.list.replaceChildren(...drawn);
  box.told.textContent = words;
  go(
    box,
    Math.max(
      0,
      box.rows.findIndex(({ option }) => chosen.has(option.value)),
    ),
  );
}

function row(option, isChosen, box) {
  const hint = option.hint && h("small", {}, option.hint);
  return h(
    "li",
    {
      role: "option",
      id: fresh("option"),
      "aria-selected": String(isChosen),
      onclick: () => pick(box, option),
      onpointerdown: (event) => event.preventDefault(),
    },
    option.mark?.(),
    h("span", { class: "label" }, withEmoji(option.label), hint),
    isChosen && icon("tick"),
  );
}

function go(box, to) {
  box.rows[box.at]?.node.classList.remove("at");
  box.at = box.rows.length ? (to + box.rows.length) % box.rows.length : -1;
  const node = box.rows[box.at]?.node;
  node?.classList.add("at");
  node?.scrollIntoView({ block: "nearest" });
  if (node) box.field.setAttribute("aria-activedescendant", node.id);
  else box.field.removeAttribute("aria-activedescendant");
}

function press(event, box) {
  const step = { ArrowDown: box.at + 1, ArrowUp: box.at - 1 }[event.key];
  if (step !== undefined) go(box, step);
  else if (event.key === "Enter" && box.rows[box.at]) pick(box, box.rows[box.at].option);
  else if (event.key === "Tab") return box.window.hidePopover();
  else if (event.key !== "Enter") return undefined;
  return event.preventDefault();
}

async function pick(box, option) {
  const { how } = box;
  const picked = how.picked();
  if (!how.isMulti) {
    box.window.hidePopover();
    return how.choose(option.isClear ? [] : [option]);
  }
  const left = picked.filter((one) => one.value !== option.value);
  const next = left.length < picked.length ? left : [...picked, option];
  if (how.most && next.length > how.most) {
    box.told.textContent = `No more than ${how.most} can be chosen.`;
    return undefined;
  }
  const chosen = how.choose(next);
  await search(box);
  return chosen;
}
