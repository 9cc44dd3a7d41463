/** Faces and names. */

import { h } from "./dom.js";
import { bot, channelById, me, state } from "./state.js";

const COLOURS = 8;

export const isBot = (id) => id === bot().user_id;

export function nameOf(id) {
  if (isBot(id)) return bot().name;
  return state.people.get(id)?.real_name ?? "Slackbot";
}

export function avatar(id, kind = "") {
  const words = nameOf(id).split(" ");
  const letters = words.length > 1 ? words[0][0] + words.at(-1)[0] : words[0].slice(0, 1);
  const order = [...state.people.keys()].indexOf(id);
  const colour = isBot(id) ? "bot" : order < 0 ? "slackbot" : order % COLOURS;
  return h("span", { class: `avatar face-${colour} ${kind}`, "aria-hidden": "true" }, letters);
}

export function mention(id) {
  const known = state.people.has(id) || isBot(id);
  const own = id === me()?.id ? " own" : "";
  return h("span", { class: `mention${own}` }, `@${known ? nameOf(id) : "unknown"}`);
}

export function mentionChannel(id, name) {
  return h("span", { class: "mention" }, `#${channelById(id)?.name ?? name ?? "private"}`);
}

export function standing(person) {
  if (person.is_stranger) return "another company";
  const zone = person.tz?.split("/").at(-1).replaceAll("_", " ");
  const guest = person.is_restricted ? "guest" : null;
  return [person.profile.title, guest, zone].filter(Boolean).join(" · ");
}
