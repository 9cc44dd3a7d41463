/** Rich text: its words know no markup, so they are shown as they are. */

import { h } from "../dom.js";
import { emoji } from "../emoji.js";
import { link, timeOf } from "../mrkdwn.js";
import { mention, mentionChannel } from "../people.js";

const LOOKS = { bold: "strong", italic: "em", strike: "s", code: "code", underline: "u" };

const PIECES = {
  text: (part) => part.text,
  link: (part) => link(part.url, part.text),
  emoji: (part) => emoji(part.name),
  user: (part) => mention(part.user_id),
  usergroup: (part) => h("span", { class: "mention" }, `@${part.usergroup_id}`),
  channel: (part) => mentionChannel(part.channel_id),
  team: (part) => h("span", { class: "mention" }, part.team_id),
  broadcast: (part) => h("span", { class: "mention own" }, `@${part.range}`),
  color: (part) => part.value,
  date: (part) => (part.url ? link(part.url, dated(part)) : dated(part)),
};

const dated = (part) => timeOf(part.timestamp, part.format, part.fallback);

function piece(part) {
  let shown = PIECES[part.type]?.(part) ?? "";
  for (const [name, tag] of Object.entries(LOOKS))
    if (part.style?.[name]) shown = h(tag, {}, shown);
  return shown;
}

const pieces = (part) => part.elements.map(piece);

/** A section's last line break is only what parts it from the next. */
function section(part) {
  const shown = part.elements.map((each, number) => {
    const last = number === part.elements.length - 1;
    return last && each.type === "text" ? { ...each, text: each.text.replace(/\n$/, "") } : each;
  });
  return h("div", { class: "words" }, shown.map(piece));
}

function list(part) {
  const tag = part.style === "ordered" ? "ol" : "ul";
  const start = part.offset ? part.offset + 1 : null;
  const items = part.elements.map((item) => h("li", {}, pieces(item)));
  return h(tag, { class: `indent-${part.indent ?? 0}`, start }, items);
}

const PARTS = {
  rich_text_section: section,
  rich_text_list: list,
  rich_text_quote: (part) => h("blockquote", {}, pieces(part)),
  rich_text_preformatted: (part) => h("pre", {}, pieces(part)),
};

export function richText(block) {
  return h(
    "div",
    { class: "rich" },
    block.elements.map((part) => PARTS[part.type]?.(part) ?? []),
  );
}

/** Its words alone, for a field in which they are typed. */
export const plainOf = (block) =>
  (block?.elements ?? [])
    .flatMap((part) => part.elements ?? [])
    .map((part) => part.text ?? "")
    .join("");
