/** Tables: plain ones, and those of data with a caption. */

import { h } from "../dom.js";
import { richText } from "./rich_text.js";

function words(cell) {
  if (cell.type === "rich_text") return richText(cell);
  return cell.type === "raw_number" ? (cell.text ?? cell.value.toLocaleString("en")) : cell.text;
}

function row(cells, tag, settings, headed) {
  const shown = cells.map((cell, number) => {
    const align = settings[number]?.align ?? (cell.type === "raw_number" ? "right" : "left");
    const wrapped = settings[number]?.is_wrapped ? " wrapped" : "";
    const isHead = tag === "th" || number === headed;
    const scope = isHead ? (tag === "th" ? "col" : "row") : null;
    return h(isHead ? "th" : "td", { class: `${align}${wrapped}`, scope }, words(cell));
  });
  return h("tr", {}, shown);
}

function frame(made, label) {
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, made);
}

export function table(block) {
  const settings = block.column_settings ?? [];
  const [first, ...rest] = block.rows;
  const body = rest.map((cells) => row(cells, "td", settings));
  return frame(
    h("table", {}, h("thead", {}, row(first, "th", settings)), h("tbody", {}, body)),
    "Table",
  );
}

export function dataTable(block) {
  const [first, ...rest] = block.rows;
  const settings = rest[0].map((cell) => (cell.type === "raw_number" ? { align: "right" } : null));
  const body = rest.map((cells) => row(cells, "td", settings, block.row_header_column_index ?? 0));
  const made = h(
    "table",
    {},
    h("caption", {}, block.caption),
    h("thead", {}, row(first, "th", settings)),
    h("tbody", {}, body),
  );
  return frame(made, block.caption);
}
