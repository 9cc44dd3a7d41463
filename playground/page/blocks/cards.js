/** Blocks that hold others, or look like a card. */

import { h } from "../dom.js";
import { link, mrkdwn, textOf } from "../mrkdwn.js";
import { element } from "./elements.js";
import { accessory, picture } from "./images.js";
import { richText } from "./rich_text.js";

export function card(block, surface) {
  const buttons = block.actions?.map((each) => element(each, block, surface));
  return h(
    "article",
    { class: "card" },
    block.hero_image && picture(block.hero_image),
    h(
      "div",
      { class: "card-top" },
      block.icon && accessory(block.icon),
      h(
        "div",
        {},
        block.title && h("strong", {}, textOf(block.title)),
        block.subtitle && h("div", { class: "hint" }, textOf(block.subtitle)),
      ),
    ),
    block.body && h("div", { class: "words" }, textOf(block.body)),
    block.subtext && h("div", { class: "hint" }, textOf(block.subtext)),
    buttons && h("div", { class: "actions" }, buttons),
  );
}

export const carousel = (block, surface) =>
  h(
    "div",
    { class: "carousel", tabindex: "0", role: "group", "aria-label": "Cards" },
    block.elements.map((each) => card(each, surface)),
  );

export function container(block, surface, draw) {
  const title = block.rich_text_title ? richText(block.rich_text_title) : textOf(block.title);
  const subtitle = block.subtitle && h("div", { class: "hint" }, textOf(block.subtitle));
  const inside = block.child_blocks.map((child) => draw(child, surface));
  if (!block.is_collapsible)
    return h("div", { class: "card" }, h("strong", {}, title), subtitle, inside);
  return h(
    "details",
    { class: "card", open: !block.default_collapsed },
    h("summary", {}, title),
    subtitle,
    inside,
  );
}

const STATES = { pending: "○", in_progress: "◐", complete: "✓", error: "✗" };

export function task(block) {
  const sources = block.sources?.map((source) => h("li", {}, link(source.url, source.text)));
  return h(
    "div",
    { class: "card" },
    h("strong", {}, `${STATES[block.status] ?? ""} ${block.title}`),
    block.details && richText(block.details),
    block.output && richText(block.output),
    sources && h("ul", {}, sources),
  );
}

export const plan = (block) =>
  h("div", { class: "card" }, h("strong", {}, block.title), (block.tasks ?? []).map(task));

export const video = (block) =>
  h(
    "div",
    { class: "card" },
    h("strong", {}, link(block.title_url ?? block.video_url, block.title.text)),
    h("div", { class: "hint" }, block.author_name ?? ""),
    h("div", {}, textOf(block.description)),
  );

/** Markdown's few differences from Slack's own markup. */
export function markdown(block) {
  const text = block.text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/\*\*(.+?)\*\*/g, "*$1*")
    .replace(/^#+ (.*)$/gm, "*$1*")
    .replace(/^[-*] /gm, "• ")
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, "<$2|$1>");
  return h("div", { class: "words" }, mrkdwn(text));
}
