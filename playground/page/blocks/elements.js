/** What people press and choose. */

import { confirmed } from "../confirm.js";
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { menu } from "../menus.js";
import { textOf } from "../mrkdwn.js";
import { checkboxes, radioButtons } from "./choices.js";
import { accessory } from "./images.js";
import { datePicker, momentPicker, timePicker } from "./pickers.js";
import { select } from "./selects.js";
import { textField } from "./texts.js";

export const focusOf = (block, part) => `${block.block_id}/${part.action_id}`;

/** Once at a time: a press is held until the bot has acknowledged it. */
async function press(pressed, part, block, surface, value) {
  if (pressed.ariaBusy === "true" || !(await confirmed(part.confirm))) return;
  pressed.ariaBusy = "true";
  await surface.act(block, part, value);
  pressed.ariaBusy = null;
}

function button(part, block, surface) {
  const given = {
    type: "button",
    class: part.style ?? null,
    "aria-label": part.accessibility_label,
    "data-focus": focusOf(block, part),
    onclick: (event) => {
      if (/^https?:/.test(part.url ?? "")) window.open(part.url, "_blank", "noreferrer");
      press(event.currentTarget, part, block, surface);
    },
  };
  return h("button", given, textOf(part.text));
}

function iconButton(part, block, surface) {
  const does = (event) => press(event.currentTarget, part, block, surface);
  const label = part.accessibility_label ?? part.text.text;
  return h(
    "button",
    { type: "button", class: "plain", "aria-label": label, onclick: does },
    icon(part.icon),
  );
}

function overflow(part, block, surface) {
  const items = part.options.map((option) => ({
    label: textOf(option.text),
    hint: option.description?.text,
    does: () => press(opener, part, block, surface, option.value),
  }));
  const given = {
    type: "button",
    class: "square",
    "aria-label": "More",
    "aria-haspopup": "menu",
    "aria-expanded": "false",
    "data-focus": focusOf(block, part),
    onclick: () => menu(opener, "More", items),
  };
  const opener = h("button", given, icon("more"));
  return opener;
}

const feedback = (part, block, surface) =>
  [part.positive_button, part.negative_button].map((each) =>
    h(
      "button",
      {
        type: "button",
        onclick: (event) => press(event.currentTarget, part, block, surface, each.value),
      },
      textOf(each.text),
    ),
  );

const workflow = (part) =>
  h("button", { type: "button", class: part.style, disabled: true }, textOf(part.text));

const ELEMENTS = {
  button,
  overflow,
  icon_button: iconButton,
  feedback_buttons: feedback,
  workflow_button: workflow,
  image: accessory,
  datepicker: datePicker,
  timepicker: timePicker,
  datetimepicker: momentPicker,
  checkboxes,
  radio_buttons: radioButtons,
};

/** `named` says which label belongs to it, in an input block. */
export function element(part, block, surface, named = {}) {
  if (part.type.endsWith("_select")) return select(part, block, surface, named);
  if (part.type.endsWith("_input")) return textField(part, block, surface, named);
  return ELEMENTS[part.type]?.(part, block, surface, named) ?? [];
}
