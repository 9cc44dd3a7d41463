/** What completes while one types: commands with their examples, people, channels, emoji. */

import { fresh, h } from "./dom.js";
import { findEmoji, picture } from "./emoji.js";
import { avatar, standing } from "./people.js";
import { bot, state } from "./state.js";

const MOST = 8;

/** Each finds rows {text, label, hint, mark} for what stands before the caret. */
const KINDS = [
  [/^(\/\S*)$/, commands],
  [/^\/\S+ (.*)$/s, examples],
  [/(?:^|\s)@([\w.-]*)$/, people],
  [/(?:^|\s)#([\w-]*)$/, channels],
  [/(?:^|\s):([a-z0-9_+]{2,})$/, emoji],
];

function commands(typed) {
  const known = bot().commands.filter((each) => each.command.startsWith(typed));
  return known.flatMap((each) => [
    {
      text: `${each.command} `,
      from: 0,
      label: `${each.command}  ${each.usage_hint}`,
      hint: each.description,
    },
    ...each.examples.map((example) => ofExample(each, example)),
  ]);
}

function examples(typed, text) {
  const command = bot().commands.find((each) => text.startsWith(`${each.command} `));
  const found =
    command?.examples.filter((each) => begins(each.text, typed) && each.text !== typed) ?? [];
  return found.map((example) => ofExample(command, example));
}

const ofExample = (command, example) => ({
  text: `${command.command} ${example.text}`,
  from: 0,
  label: `${command.command} ${example.text}`,
  hint: example.words,
});

/** Only the first word tells which line is meant: what follows it is one's own. */
const begins = (line, typed) =>
  !typed.includes(" ") && line.split(" ")[0].startsWith(typed.toLowerCase());

function people(typed, text) {
  const named = [...state.people.values()].filter((person) =>
    `${person.name} ${person.real_name}`
      .toLowerCase()
      .split(" ")
      .some((word) => word.startsWith(typed.toLowerCase())),
  );
  return named.map((person) => ({
    text: `@${person.name} `,
    from: text.length - typed.length - 1,
    label: person.real_name,
    hint: standing(person),
    mark: avatar(person.id, "tiny"),
  }));
}

function channels(typed, text) {
  const named = state.channels.filter(
    (channel) => !channel.is_direct && channel.name.startsWith(typed.toLowerCase()),
  );
  const from = text.length - typed.length - 1;
  return named.map((channel) => ({ text: `#${channel.name} `, from, label: `#${channel.name}` }));
}

function emoji(typed, text) {
  const from = text.length - typed.length - 1;
  const shown = (name) => h("span", { class: "emoji" }, picture(name));
  return findEmoji(typed, 6).map((name) => ({
    text: picture(name),
    from,
    label: `:${name}:`,
    mark: shown(name),
  }));
}

function find(text) {
  for (const [shape, rows] of KINDS) {
    const found = shape.exec(text);
    if (found)
      return rows(found[1], text).slice(0, shape.source.startsWith("^") ? undefined : MOST);
  }
  return [];
}

/** A list above the box; `press` tells whether a key was meant for it. */
export function completion(field) {
  const id = fresh("hints");
  const list = h("ul", {
    id,
    role: "listbox",
    class: "hints",
    "aria-label": "Suggestions",
    hidden: true,
  });
  let rows = [];
  let at = -1;
  field.setAttribute("aria-controls", id);
  field.setAttribute("aria-autocomplete", "list");

  function go(to) {
    at = rows.length ? (to + rows.length) % rows.length : -1;
    for (const [number, node] of [...list.children].entries()) {
      node.setAttribute("aria-selected", String(number === at));
      if (number === at) node.scrollIntoView({ block: "nearest" });
    }
    if (at >= 0) field.setAttribute("aria-activedescendant", list.children[at].id);
    else field.removeAttribute("aria-activedescendant");
  }

  function draw() {
    rows = field.selectionStart === field.value.length ? find(field.value) : [];
    list.replaceChildren(...rows.map(option));
    list.hidden = !rows.length;
    at = -1;
    field.removeAttribute("aria-activedescendant");
  }

  const option = (row) =>
    h(
      "li",
      {
        role: "option",
        id: fresh("hint"),
        "aria-selected": "false",
        onpointerdown: (event) => event.preventDefault(),
        onclick: () => take(row),
      },
      row.mark,
      h("span", { class: "label" }, row.label),
      row.hint && h("small", {}, row.hint),
    );

  function take(row) {
    field.value = field.value.slice(0, row.from) + row.text;
    field.dispatchEvent(new Event("input"));
    field.focus();
  }

  const hide = () => {
    rows = [];
    list.hidden = true;
  };

  function press(event) {
    if (!rows.length) return false;
    const step = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1 }[event.key];
    const isTaken =
      (event.key === "Enter" && at >= 0) || (event.key === "Tab" && !event.shiftKey && at >= 0);
    if (step !== undefined) go(step);
    else if (isTaken) take(rows[at]);
    else if (event.key === "Escape") hide();
    else if (event.key === "Enter") return hide();
    else return false;
    event.preventDefault();
    return true;
  }

  field.addEventListener("input", draw);
  field.addEventListener("blur", hide);
  return { list, press };
}
