/** Elements without markup: whoever wrote a text, it stays text. */

const PROPERTIES = new Set(["value", "checked", "selected", "disabled", "hidden", "htmlFor"]);

export function h(tag, given = {}, ...inside) {
  const made = document.createElement(tag);
  append(made, inside);
  for (const [name, value] of Object.entries(given)) set(made, name, value);
  return made;
}

export function append(made, inside) {
  made.append(...inside.flat(Infinity).filter((part) => part ?? false));
}

function set(made, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
  else if (PROPERTIES.has(name)) made[name] = value;
  else made.setAttribute(name, value === true ? "" : value);
}

export const $ = (id) => document.getElementById(id);

let count = 0;
/** An id that nothing else on the page has. */
export const fresh = (prefix) => `${prefix}-${++count}`;

/** Says something to a screen reader, and to nobody else. */
export function say(words) {
  $("spoken").textContent = words;
}

/**
 * Draws anew only what has changed, so that focus, open menus and what is typed elsewhere stay.
 * `items` is a list of [key, facts]; `draw` makes an element of a key's facts.
 */
export function keep(list, items, draw) {
  const known = list.kept ?? new Map();
  list.kept = new Map();
  let place = list.firstChild;
  for (const [key, facts] of items) {
    const told = JSON.stringify(facts);
    const old = known.get(key);
    const node = old?.told === told ? old.node : draw(facts);
    if (old && old.node !== node) replace(old.node, node);
    else if (node !== place) list.insertBefore(node, place);
    place = node.nextSibling;
    known.delete(key);
    list.kept.set(key, { told, node });
  }
  for (const { node } of known.values()) node.remove();
}

/** Puts new parts in the place of old ones; a button that had the focus hands it on. */
export function renew(place, ...parts) {
  const held = place.contains(document.activeElement);
  place.replaceChildren(...parts.filter((part) => part ?? false));
  if (held) place.querySelector("button")?.focus();
}

/** Focus goes on to the same control of the new element. */
export function replace(old, made) {
  const held = old.contains(document.activeElement) && document.activeElement.dataset.focus;
  old.replaceWith(made);
  if (!held) return;
  const next = [...made.querySelectorAll("[data-focus]")].find((e) => e.dataset.focus === held);
  (next ?? made.querySelector("button") ?? made).focus();
}
