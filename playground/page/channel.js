/** A channel in the middle: its head, its messages, the box to type in. */

import { act, look } from "./api.js";
import { composer } from "./composer.js";
import { sure } from "./confirm.js";
import { $, h, keep, renew, say } from "./dom.js";
import { icon } from "./icons.js";
import { row, rows } from "./messages.js";
import { avatar, nameOf } from "./people.js";
import { bot, here, keyOf, me, state } from "./state.js";

const MOST = 150;
const NEAR_END = 120;
let most = MOST;
let boxOf;

export async function drawChannel() {
  const asked = `${state.as} ${state.place}`;
  const { channel, messages, failed } = await look("read", { channel: state.place });
  if (failed || asked !== `${state.as} ${state.place}`) return;
  drawHead(channel);
  drawMessages(messages, asked);
  drawBox(channel, asked);
  if (here()?.is_unread && !document.hidden && channel.is_member) await read();
}

async function read() {
  here().is_unread = false;
  await act("mark", { channel: state.place }, true);
}

function drawMessages(messages, asked) {
  let list = $("messages");
  if (list?.dataset.of !== asked) {
    most = MOST;
    list = h("ol", {
      id: "messages",
      class: "messages",
      tabindex: "-1",
      "aria-label": "Messages",
      "data-of": asked,
    });
    $("pane").replaceChildren(
      stayAtEnd(
        h(
          "div",
          { class: "scroller", tabindex: "0", role: "region", "aria-label": "Conversation" },
          list,
        ),
      ),
    );
  }
  const scroller = list.parentElement;
  const wasAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
  const isFirst = !list.kept;
  const shown = rows(messages.slice(-most));
  const earlier = messages.length > most ? [["earlier", { earlier: messages.length - most }]] : [];
  keep(list, shown.length ? [...earlier, ...shown] : [["empty", { empty: true }]], draw);
  if (wasAtEnd || isFirst) scroller.scrollTop = scroller.scrollHeight;
}

/** Where one reads the newest, one goes on reading it when the room for it changes. */
function stayAtEnd(scroller) {
  let high = 0;
  const observer = new ResizeObserver(() => {
    const wasAtEnd = scroller.scrollHeight - scroller.scrollTop - high < NEAR_END;
    high = scroller.clientHeight;
    if (wasAtEnd) scroller.scrollTop = scroller.scrollHeight;
  });
  observer.observe(scroller);
  return scroller;
}

function draw(facts) {
  if (facts.empty) return h("li", { class: "empty" }, "Nothing has been said here yet.");
  if (!facts.earlier) return row(facts);
  const more = () => {
    most += MOST;
    drawChannel();
  };
  return h(
    "li",
    { class: "day" },
    h("button", { class: "link", onclick: more }, `Show ${facts.earlier} earlier`),
  );
}

function drawHead(channel) {
  const told = JSON.stringify([channel, state.as]);
  if ($("place").dataset.told === told) return;
  $("place").dataset.told = told;
  const mark = channel.is_direct ? avatar(bot().user_id, "small") : icon("hash");
  const name = channel.is_direct ? bot().name : channel.name;
  const about = channel.is_direct
    ? "Messages with the app"
    : channel.is_shared
      ? "Shared with another company"
      : null;
  renew(
    $("place"),
    h("h2", {}, mark, name),
    about && h("p", { class: "hint" }, about),
    membership(channel),
  );
}

/** Whether the bot is here, and how to have it come or go. */
function membership(channel) {
  if (channel.is_direct || !channel.is_member) return null;
  const said = { channel: channel.name, user: bot().handle };
  if (!channel.has_bot)
    return h("button", { onclick: () => act("invite", said) }, `Invite ${bot().name}`);
  const remove = async () => {
    const words = `${bot().name} will hear and say nothing in #${channel.name} any more.`;
    if (await sure(`Remove ${bot().name}`, words, "Remove")) act("remove", said);
  };
  return h(
    "button",
    { class: "quiet", onclick: remove },
    avatar(bot().user_id, "tiny"),
    `${bot().name} is here`,
  );
}

function drawBox(channel, asked) {
  const kind = JSON.stringify([asked, channel.is_member, channel.is_archived]);
  if (boxOf === kind) return;
  boxOf = kind;
  if (channel.is_archived)
    $("box").replaceChildren(h("p", { class: "closed" }, "This channel is archived."));
  else if (!channel.is_member) $("box").replaceChildren(joining(channel));
  else $("box").replaceChildren(composer(placeholder(channel), { channel: keyOf(channel) }));
}

const placeholder = (channel) => `Message ${channel.is_direct ? bot().name : `#${channel.name}`}`;

const joining = (channel) =>
  h(
    "p",
    { class: "closed" },
    `You are not in #${channel.name}.`,
    h(
      "button",
      { class: "primary", onclick: () => act("join", { channel: channel.name }) },
      "Join channel",
    ),
  );

/** Says aloud what somebody else has said here. */
export function tellNews({ message }) {
  const isHere = here()?.id === message.channel && message.author !== me()?.id;
  if (isHere && (!message.only_for || message.only_for === me()?.id))
    say(`${nameOf(message.author)}: ${message.draft.text.slice(0, 200)}`);
}

export function leaveChannel() {
  boxOf = undefined;
  $("place").dataset.told = "";
}
