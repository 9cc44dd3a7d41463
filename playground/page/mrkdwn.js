/** Slack's markup, as nodes: `*bold*`, `<@U…>`, `<https://…|words>`, lists of quotes, code. */

import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { mention, mentionChannel } from "./people.js";
import { token } from "./time.js";

const SAFE = /^(https?:|mailto:|tel:)/i;
const PIECES = new RegExp(
  [
    "```([\\s\\S]+?)```",
    "`([^`\\n]+)`",
    "<([^<>]+)>",
    "(?<![\\w*])\\*([^*\\n]+?)\\*(?![\\w*])",
    "(?<![\\w_])_([^_\\n]+?)_(?![\\w_])",
    "(?<![\\w~])~([^~\\n]+?)~(?![\\w~])",
  ].join("|"),
);

const unescape = (text) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

export function link(url, words) {
  if (!SAFE.test(url)) return words ?? url;
  return h(
    "a",
    { href: url, target: "_blank", rel: "noreferrer" },
    words ?? url.replace(/^(mailto|tel):/, ""),
  );
}

/** Lines that begin with `>` are a quote, the rest is as it stands. */
export function mrkdwn(text) {
  const shown = [];
  for (const part of text.split(/((?:^(?:&gt;|>) ?.*(?:\n|$))+)/m)) {
    if (!part) continue;
    const quoted = /^(&gt;|>)/.test(part);
    const plain = quoted ? part.replace(/^(?:&gt;|>) ?/gm, "").replace(/\n$/, "") : part;
    shown.push(quoted ? h("blockquote", {}, inline(plain)) : inline(plain));
  }
  return shown;
}

export function inline(text) {
  const found = PIECES.exec(text);
  if (!found) return withEmoji(unescape(text));
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  return [withEmoji(unescape(before)), piece(found), after ? inline(after) : []];
}

function piece([, block, code, pointed, bold, italic, struck]) {
  if (block) return h("pre", {}, unescape(block).replace(/^\n/, ""));
  if (code) return h("code", {}, unescape(code));
  if (pointed) return point(pointed);
  if (bold) return h("strong", {}, inline(bold));
  if (italic) return h("em", {}, inline(italic));
  return h("s", {}, inline(struck));
}

/** What stands between angle brackets: people, channels, everybody, dates, links. */
function point(pointed) {
  const [target, ...rest] = pointed.split("|");
  const words = rest.length ? unescape(rest.join("|")) : undefined;
  if (target.startsWith("@")) return mention(target.slice(1));
  if (target.startsWith("#")) return mentionChannel(target.slice(1), words);
  if (!target.startsWith("!")) return link(unescape(target), words);
  const [name, timestamp, shape, url] = target.slice(1).split("^");
  if (name !== "date") return h("span", { class: "mention own" }, words ?? `@${name}`);
  const told = timeOf(Number(timestamp), shape, words);
  return url ? link(url, told) : told;
}

export function timeOf(timestamp, shape, fallback) {
  const at = new Date(timestamp * 1000);
  if (Number.isNaN(at.getTime())) return fallback ?? "";
  return h("time", { datetime: at.toISOString(), title: fallback }, token(timestamp, shape));
}

/** A text object of Block Kit. */
export function textOf(text) {
  if (!text) return [];
  if (text.type === "mrkdwn") return mrkdwn(text.text);
  return text.emoji === false ? [text.text] : withEmoji(text.text);
}
