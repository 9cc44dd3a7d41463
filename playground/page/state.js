/** Who looks at what. It stands in the address, so that two windows can be two people. */

const asked = new URLSearchParams(location.search);

export const state = {
  people: new Map(),
  team: { bot: { commands: [], shortcuts: [] }, tour: null },
  channels: [],
  as: asked.get("as"),
  place: asked.get("in"),
  thread: asked.get("thread"),
};

const heard = new Map();
export function on(what, does) {
  heard.set(what, [...(heard.get(what) ?? []), does]);
}
export function tell(what, facts) {
  for (const does of heard.get(what) ?? []) does(facts);
}

export const me = () => [...state.people.values()].find((person) => person.name === state.as);
export const bot = () => state.team.bot;
export const isHome = () => state.place === "home";
export const keyOf = (channel) => (channel.is_direct ? "dm" : channel.name);
export const here = () => state.channels.find((channel) => keyOf(channel) === state.place);
export const channelById = (id) => state.channels.find((channel) => channel.id === id);

export function show(change) {
  const moved = "as" in change || ("place" in change && change.place !== state.place);
  Object.assign(state, moved ? { thread: null } : {}, change);
  const there = new URLSearchParams({ as: state.as, in: state.place });
  if (state.thread) there.set("thread", state.thread);
  const path = `?${there}`;
  if (path !== location.search) history.pushState(null, "", path);
  tell("shown", { moved });
}

addEventListener("popstate", () => {
  const there = new URLSearchParams(location.search);
  Object.assign(state, {
    as: there.get("as"),
    place: there.get("in"),
    thread: there.get("thread"),
  });
  tell("shown", { moved: true });
});
