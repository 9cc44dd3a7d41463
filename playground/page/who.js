/** As whom the page acts. */

import { $, h, renew } from "./dom.js";
import { icon } from "./icons.js";
import { menu } from "./menus.js";
import { avatar, standing } from "./people.js";
import { me, show, state } from "./state.js";

export function drawWho() {
  const { real_name: name, id } = me();
  const given = {
    "aria-haspopup": "menu",
    "aria-expanded": "false",
    "aria-label": `Acting as ${name}. Choose somebody else`,
    onclick: () => menu(button, "Act as", people()),
  };
  const told = h("span", { class: "words" }, h("small", {}, "Acting as"), h("strong", {}, name));
  const button = h("button", given, avatar(id), told, icon("down"));
  renew($("who"), button);
  document.title = `${name} · ${state.team.name}`;
}

const people = () =>
  [...state.people.values()]
    .filter((person) => !person.deleted)
    .map((person) => ({
      label: person.real_name,
      hint: standing(person),
      mark: avatar(person.id, "small"),
      isChosen: person.name === state.as,
      does: () => show({ as: person.name }),
    }));
