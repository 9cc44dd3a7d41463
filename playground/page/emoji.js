/** Emoji by name. The playground knows which there are; nothing is drawn but characters. */

import { h } from "./dom.js";
import { ask } from "./api.js";

const USED = ["white_check_mark", "eyes", "zzz", "tada", "heart", "+1", "raised_hands", "pray"];
let pictures = {};

export async function learnEmoji() {
  pictures = (await ask("/emoji.json")).emoji ?? {};
}

export const picture = (name) => pictures[name.split("::")[0]];
export const spoken = (name) => name.split("::")[0].replaceAll("_", " ");

export function emoji(name) {
  const shown = picture(name);
  return shown
    ? h("span", { class: "emoji", role: "img", "aria-label": spoken(name) }, shown)
    : `:${name}:`;
}

/** The texts in which `:tada:` is an emoji, in parts. */
export function withEmoji(text) {
  const parts = text.split(/:([a-z0-9_+'-]+(?:::skin-tone-\d)?):/);
  return parts.map((part, number) => {
    if (number % 2 === 0) return part;
    return picture(part) ? emoji(part) : `:${part}:`;
  });
}

export const oftenUsed = () => USED.filter((name) => pictures[name]);

/** Names that hold what was typed, those that begin with it first; one name for each picture. */
export function findEmoji(typed, most = 72) {
  const words = typed.toLowerCase().trim().replaceAll(" ", "_").replaceAll(":", "");
  const found = Object.keys(pictures).filter(
    (name) => name.includes(words) && (words || !/^\d/.test(name)),
  );
  found.sort((a, b) => b.startsWith(words) - a.startsWith(words));
  const seen = new Set();
  return found
    .filter((name) => !seen.has(pictures[name]) && seen.add(pictures[name]))
    .slice(0, most);
}
