/** Blocks, each drawn as Slack draws it. `surface` is where they stand: see surfaces.js. */

import { h } from "../dom.js";
import { textOf } from "../mrkdwn.js";
import { card, carousel, container, markdown, plan, task, video } from "./cards.js";
import { chart } from "./charts.js";
import { element } from "./elements.js";
import { picture, thumbnail } from "./images.js";
import { input } from "./inputs.js";
import { richText } from "./rich_text.js";
import { dataTable, table } from "./tables.js";

function section(block, surface) {
  const fields = block.fields?.map((field) => h("div", { class: "field" }, textOf(field)));
  const said = h(
    "div",
    { class: "said" },
    block.text && h("div", { class: "words" }, textOf(block.text)),
    fields && h("div", { class: "fields" }, fields),
  );
  if (!block.accessory) return said;
  const beside = h("div", { class: "accessory" }, element(block.accessory, block, surface));
  return h("div", { class: "beside" }, said, beside);
}

function header(block, surface) {
  const level = Math.min(6, (block.level ?? 1) + (surface.kind === "message" ? 3 : 2));
  return h(`h${level}`, { class: "headline" }, textOf(block.text));
}

function context(block) {
  const parts = block.elements.map((part) =>
    part.type === "image" ? thumbnail(part) : h("span", { class: "words" }, textOf(part)),
  );
  return h("div", { class: "context" }, parts);
}

const actions = (block, surface) =>
  h(
    "div",
    { class: "actions" },
    block.elements.map((each) => element(each, block, surface)),
  );

const MARKS = { info: "ℹ️", warning: "⚠️", error: "⛔", success: "✅" };

function alert(block) {
  const level = block.level ?? "default";
  const mark = MARKS[level] && h("span", { "aria-hidden": "true" }, MARKS[level]);
  return h(
    "div",
    { class: `alert ${level}`, role: "note" },
    mark,
    h("div", { class: "words" }, textOf(block.text)),
  );
}

const LAYOUTS = {
  section,
  header,
  context,
  actions,
  alert,
  input,
  table,
  card,
  carousel,
  container,
  video,
  plan,
  divider: () => h("hr"),
  image: picture,
  rich_text: richText,
  context_actions: actions,
  data_table: dataTable,
  data_visualization: chart,
  task_card: task,
  markdown,
};

export function drawBlock(block, surface) {
  const drawn = LAYOUTS[block.type]?.(block, surface, drawBlock);
  const shown = drawn ?? h("p", { class: "hint" }, `(a block of the kind ${block.type})`);
  return h("div", { class: `block of-${block.type}`, "data-block": block.block_id }, shown);
}

export const drawBlocks = (blocks, surface) => blocks.map((block) => drawBlock(block, surface));
