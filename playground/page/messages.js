/** A message as it is on the screen: who, when, what, and what can be done with it. */

import { act } from "./api.js";
import { drawBlocks } from "./blocks/layouts.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { mrkdwn } from "./mrkdwn.js";
import { avatar, isBot, nameOf } from "./people.js";
import { reactions } from "./reactions.js";
import { me, show } from "./state.js";
import { ofMessage } from "./surfaces.js";
import { clock, dayKey, divider, fromTs, full, near, now, short } from "./time.js";
import { toolbar } from "./toolbar.js";

const SOON = 300;

/** The keyed rows of a channel: days between messages, one head for what one says in a row. */
export function rows(messages, isThread = false) {
  const shown = [];
  const today = dayKey(now());
  let before;
  for (const message of messages) {
    const day = dayKey(fromTs(message.ts));
    const isNewDay = !before || day !== dayKey(fromTs(before.ts));
    if (isNewDay && !isThread) shown.push([`day ${day}`, { day, at: divider(fromTs(message.ts)) }]);
    const isNext = !isNewDay && goesOn(before, message);
    shown.push([message.ts, { message, isNext, isThread, who: me()?.id, today }]);
    before = message;
  }
  return shown;
}

function goesOn(before, message) {
  const plain = (one) => !one.subtype && !one.is_ephemeral && !one.reply_count;
  return (
    before.user === message.user && plain(before) && plain(message) && message.ts - before.ts < SOON
  );
}

export function row(facts) {
  if (facts.day) return h("li", { class: "day" }, h("span", {}, facts.at));
  return drawMessage(facts);
}

const NEWS = { channel_join: "joined the channel", channel_leave: "left the channel" };

function drawMessage({ message, isNext, isThread }) {
  const at = fromTs(message.ts);
  const time = h(
    "time",
    { datetime: at.toISOString(), title: `${full(at)}, ${clock(at)}` },
    clock(at),
  );
  const kinds = [isNext && "next", message.is_ephemeral && "whisper", message.subtype].filter(
    Boolean,
  );
  return h(
    "li",
    { class: `message ${kinds.join(" ")}`, "data-ts": message.ts },
    h(
      "article",
      { "aria-label": `${nameOf(message.user)}, ${clock(at)}` },
      h("div", { class: "side" }, isNext ? time.cloneNode(true) : avatar(message.user)),
      h(
        "div",
        { class: "content" },
        message.is_ephemeral && whispered(message),
        isNext ? null : head(message, time),
        h("div", { class: "body" }, body(message)),
        reactions(message),
        message.reply_count && !isThread ? thread(message) : null,
      ),
      message.subtype === "tombstone" ? null : toolbar(message, isThread),
    ),
  );
}

function head(message, time) {
  return h(
    "div",
    { class: "head" },
    h("strong", { class: "author" }, nameOf(message.user)),
    isBot(message.user) && h("span", { class: "badge" }, "App"),
    time,
  );
}

function whispered(message) {
  const dismiss = h(
    "button",
    { class: "link", onclick: () => act("dismiss", { channel: message.channel, ts: message.ts }) },
    "Dismiss",
  );
  return h("div", { class: "only" }, icon("eye"), "Only visible to you", dismiss);
}

function body(message) {
  if (NEWS[message.subtype]) return h("p", { class: "hint" }, NEWS[message.subtype]);
  const shown = message.blocks?.length
    ? drawBlocks(message.blocks, ofMessage(message))
    : h("div", { class: "block words" }, mrkdwn(message.text));
  const edited = message.edited && !isBot(message.user);
  return [shown, edited && h("small", { class: "hint" }, "(edited)")];
}

function thread(message) {
  const count = message.reply_count === 1 ? "1 reply" : `${message.reply_count} replies`;
  const faces = message.reply_users.slice(0, 4).map((user) => avatar(user, "tiny"));
  const lastAt = fromTs(message.latest_reply);
  const last = clock(lastAt);
  return h(
    "button",
    { class: "replies", "data-focus": "replies", onclick: () => show({ thread: message.ts }) },
    faces,
    h("span", { class: "count" }, count),
    h(
      "span",
      { class: "hint" },
      `Last reply ${near(lastAt)?.toLowerCase() ?? short(lastAt)}, ${last}`,
    ),
  );
}
