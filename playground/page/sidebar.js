/** The places there are, on the left: channels, and the bot with its Home and messages. */

import { look } from "./api.js";
import { $, h, keep } from "./dom.js";
import { icon } from "./icons.js";
import { avatar } from "./people.js";
import { bot, here, keyOf, show, state } from "./state.js";

export async function learnChannels() {
  const { channels, failed } = await look("channels");
  if (!failed) state.channels = channels;
  return !failed;
}

export function drawSidebar() {
  const nav = $("sidebar");
  if (!nav.firstChild) nav.append(...build());
  const [channels, app] = nav.querySelectorAll("ul");
  const direct = state.channels.find((channel) => channel.is_direct);
  const home = bot().has_home ? [row("home", "Home", "home")] : [];
  keep(channels, state.channels.filter((channel) => !channel.is_direct).map(channelRow), draw);
  keep(app, [...home, row("dm", "Messages", "talk", direct?.is_unread)], draw);
}

const build = () => [
  h("h2", {}, "Channels"),
  h("ul"),
  h("h2", { class: "app" }, avatar(bot().user_id, "tiny"), bot().name),
  h("ul"),
];

const row = (place, label, mark, unread = false) => [
  place,
  { place, label, mark, unread: unread && place !== state.place, isHere: place === state.place },
];

function channelRow(channel) {
  const [key, facts] = row(
    keyOf(channel),
    channel.name,
    channel.is_shared ? "shared" : "hash",
    channel.is_unread,
  );
  return [key, { ...facts, isOutside: !channel.is_member }];
}

function draw({ place, label, mark, unread, isHere, isOutside }) {
  const kinds = [unread && "unread", isOutside && "outside"].filter(Boolean).join(" ");
  const given = {
    class: kinds,
    "aria-current": isHere ? "page" : null,
    "data-focus": place,
    onclick: () => go(place),
  };
  const dot = unread && h("span", { class: "dot" }, h("span", { class: "unseen" }, "unread"));
  return h("li", {}, h("button", given, icon(mark), h("span", { class: "label" }, label), dot));
}

function go(place) {
  drawer(false);
  show({ place });
}

/** On a narrow screen the places come and go. */
export function drawer(open) {
  const was = document.body.classList.contains("has-drawer");
  document.body.classList.toggle("has-drawer", open);
  $("drawer").setAttribute("aria-expanded", String(open));
  if (open) $("sidebar").querySelector("[aria-current], button")?.focus();
  else if (was) $("drawer").focus();
}

export function startDrawer() {
  $("drawer").append(icon("menu"));
  $("drawer").onclick = () => drawer(!document.body.classList.contains("has-drawer"));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("has-drawer")) drawer(false);
  });
  $("main").addEventListener(
    "pointerdown",
    () => document.body.classList.contains("has-drawer") && drawer(false),
  );
}

/** Where nobody has been sent, or cannot be: the first channel with the bot in it. */
export function settle() {
  if (state.place === "dm" || (state.place === "home" && bot().has_home) || here()) return;
  const first =
    state.channels.find((channel) => channel.has_bot && channel.is_member) ?? state.channels[0];
  state.place = first ? keyOf(first) : "dm";
}
