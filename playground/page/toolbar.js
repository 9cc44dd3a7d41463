/** What can be done with a message: it comes up when one points at it, or goes to it by keys. */

import { act } from "./api.js";
import { sure } from "./confirm.js";
import { rewrite } from "./rewriting.js";
import { h } from "./dom.js";
import { picture, spoken } from "./emoji.js";
import { icon } from "./icons.js";
import { menu, roving } from "./menus.js";
import { pick, toggle } from "./reactions.js";
import { bot, me, show } from "./state.js";

const QUICK = ["white_check_mark", "eyes", "zzz"];

export function toolbar(message, isThread) {
  if (message.is_ephemeral) return null;
  const quick = QUICK.map((name) =>
    tool(spoken(name), picture(name), () => toggle(message, name), "quick"),
  );
  const react = tool("Add a reaction", icon("smile"), () =>
    pick(react, (name) => toggle(message, name)),
  );
  const reply = isThread ? null : tool("Reply in a thread", icon("talk"), () => open(message));
  const items = things(message);
  const more = items.length ? tool("More", icon("more"), () => menu(more, "More", items)) : null;
  more?.setAttribute("aria-haspopup", "menu");
  const bar = h(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": "Message" },
    quick,
    react,
    reply,
    more,
  );
  roving(bar);
  return bar;
}

const tool = (label, shown, does, kind = "") =>
  h(
    "button",
    {
      class: `plain ${kind}`,
      "aria-label": label,
      title: label,
      "data-focus": `tool/${label}`,
      onclick: does,
    },
    shown,
  );

function open(message) {
  show({ thread: message.thread_ts ?? message.ts });
  document.querySelector("#thread textarea")?.focus();
}

function things(message) {
  const at = { channel: message.channel, ts: message.ts };
  const shortcuts = bot()
    .shortcuts.filter((each) => each.type === "message")
    .map((each) => ({
      label: each.name,
      mark: icon("bolt"),
      hint: bot().name,
      does: () => act("shortcut", { ...at, callback_id: each.callback_id }),
    }));
  const isMine =
    message.user === me().id && (!message.subtype || message.subtype === "thread_broadcast");
  if (!isMine) return shortcuts;
  const own = [
    { label: "Edit message", mark: icon("pen"), does: () => rewrite(message) },
    { label: "Delete message", mark: icon("bin"), isGrave: true, does: () => remove(at) },
  ];
  return shortcuts.length ? [...shortcuts, null, ...own] : own;
}

async function remove(at) {
  const agreed = await sure(
    "Delete message",
    "Are you sure you want to delete this message? This cannot be undone.",
    "Delete",
  );
  if (agreed) act("delete", at);
}
