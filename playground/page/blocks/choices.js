/** Radio buttons and checkboxes. */

import { confirmed } from "../confirm.js";
import { fresh, h } from "../dom.js";
import { textOf } from "../mrkdwn.js";

function choices(type, part, block, surface, named, chosen) {
  const group = fresh("choice");
  const before = new Set(chosen);
  const boxes = part.options.map((option, number) =>
    h("input", {
      type,
      name: group,
      value: option.value,
      checked: before.has(option.value),
      "data-focus": `${block.block_id}/${part.action_id}/${number}`,
    }),
  );
  const rows = part.options.map((option, number) =>
    h(
      "label",
      { class: "choice" },
      boxes[number],
      h(
        "span",
        {},
        textOf(option.text),
        option.description && h("small", { class: "hint" }, textOf(option.description)),
      ),
    ),
  );
  const list = h(
    "div",
    {
      class: "choices",
      role: type === "radio" ? "radiogroup" : "group",
      "aria-labelledby": named["aria-labelledby"],
      "aria-describedby": named["aria-describedby"],
      "aria-label": named.id ? null : "Choices",
    },
    rows,
  );
  list.addEventListener("change", async () => {
    if (await confirmed(part.confirm)) {
      const values = boxes.filter((box) => box.checked).map((box) => box.value);
      surface.act(block, part, type === "radio" ? values[0] : values);
    } else boxes.forEach((box) => (box.checked = before.has(box.value)));
  });
  return list;
}

export function radioButtons(part, block, surface, named) {
  const held = surface.held(block, part);
  return choices("radio", part, block, surface, named, held ? [held.value] : []);
}

export function checkboxes(part, block, surface, named) {
  const held = surface.held(block, part) ?? [];
  return choices(
    "checkbox",
    part,
    block,
    surface,
    named,
    held.map((option) => option.value),
  );
}
