/** What there is to choose from, by the kind of menu: an option is {value, label, hint, group}. */

import { bot, state } from "../state.js";
import { avatar, nameOf, standing } from "../people.js";

const LEAST_TYPED = 3;

const plain = (option, group) => ({
  value: option.value,
  label: option.text.text,
  hint: option.description?.text,
  group,
});

const person = (id) => ({
  value: id,
  label: nameOf(id),
  mark: () => avatar(id, "tiny"),
  hint: state.people.has(id) ? standing(state.people.get(id)) : "App",
});

const place = (channel) => ({
  value: channel.id,
  label: channel.is_direct ? bot().name : `#${channel.name}`,
});

function offered(part) {
  const groups = part.option_groups ?? [];
  return [
    ...(part.options ?? []).map((option) => plain(option)),
    ...groups.flatMap((group) => group.options.map((option) => plain(option, group.label.text))),
  ];
}

const SOURCES = {
  static: (part) => offered(part),
  external: async (part, query, search) => (await search(query)).map((option) => plain(option)),
  users: () => [...state.people.keys(), bot().user_id].map(person),
  channels: () => state.channels.filter((channel) => !channel.is_direct).map(place),
  conversations: () => state.channels.map(place),
};

const kind = (part) => part.type.replace(/^multi_/, "").replace(/_select$/, "");

export const isExternal = (part) => kind(part) === "external";
export const leastTyped = (part) => (isExternal(part) ? (part.min_query_length ?? LEAST_TYPED) : 0);

/** Those that hold what was typed. The bot itself chooses which it suggests. */
export async function find(part, query, search) {
  const all = await SOURCES[kind(part)](part, query, search);
  const wanted = query.trim().toLowerCase();
  return isExternal(part)
    ? all
    : all.filter((option) => option.label.toLowerCase().includes(wanted));
}

/** What is chosen, as options. */
export function chosen(held, part) {
  const list = part.type.startsWith("multi_") ? (held ?? []) : held ? [held] : [];
  return list.map((one) => {
    if (typeof one !== "string") return plain(one);
    return kind(part) === "users"
      ? person(one)
      : place(state.channels.find((c) => c.id === one) ?? { id: one, name: one });
  });
}
