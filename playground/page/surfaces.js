/**
 * Where blocks stand, and how what is done there reaches the bot: a message, a form, Home.
 *
 * What is typed is noted here before it is sent, so that a form that is drawn anew has it still.
 */

import { act as does } from "./api.js";

const noted = new Map();
const sending = new Map();
const KEYS = {
  plain_text_input: ["value", "initial_value"],
  email_text_input: ["value", "initial_value"],
  url_text_input: ["value", "initial_value"],
  number_input: ["value", "initial_value"],
  rich_text_input: ["rich_text_value", "initial_value"],
  static_select: ["selected_option", "initial_option"],
  external_select: ["selected_option", "initial_option"],
  radio_buttons: ["selected_option", "initial_option"],
  multi_static_select: ["selected_options", "initial_options"],
  multi_external_select: ["selected_options", "initial_options"],
  checkboxes: ["selected_options", "initial_options"],
  users_select: ["selected_user", "initial_user"],
  channels_select: ["selected_channel", "initial_channel"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  multi_users_select: ["selected_users", "initial_users"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  datetimepicker: ["selected_date_time", "initial_date_time"],
};

function surface(kind, name, said, values = {}) {
  const local = noted.get(name) ?? new Map();
  noted.set(name, local);
  const key = (block, element) => JSON.stringify([block.block_id, element.action_id]);
  const aimed = (block, element) => ({
    ...said,
    block_id: block.block_id,
    action_id: element.action_id,
  });
  return {
    kind,
    /** Text that was typed, else what the playground has been told, else what the bot began with. */
    held(block, element) {
      const [now, first] = KEYS[element.type];
      const told = values[block.block_id]?.[element.action_id];
      return local.get(key(block, element)) ?? (told ? told[now] : element[first]);
    },
    note: (block, element, value) => local.set(key(block, element), value),
    act: (block, element, value) =>
      inTurn(name, () => does("act", { ...aimed(block, element), value })),
    search: async (block, element, query) =>
      (await does("search", { ...aimed(block, element), query })).options ?? [],
    /** Everything typed and not yet sent, by block and action, for submitting. */
    typed() {
      const found = {};
      for (const [named, value] of local) {
        const [block, action] = JSON.parse(named);
        found[block] = { ...found[block], [action]: value };
      }
      return found;
    },
    forget: () => noted.delete(name),
    sent: () => sending.get(name) ?? Promise.resolve(),
  };
}

/** One after the other: what was entered first arrives first. */
function inTurn(name, does) {
  const next = (sending.get(name) ?? Promise.resolve()).then(does);
  sending.set(name, next);
  return next;
}

export const ofMessage = (message) =>
  surface("message", message.ts, { channel: message.channel, ts: message.ts });

export const ofView = (view) =>
  surface(
    view.type === "home" ? "home" : "form",
    view.id,
    { view: view.type === "home" ? "home" : view.id },
    view.state.values,
  );
