/** What Slack says in passing. */

import { $, h } from "./dom.js";
import { icon } from "./icons.js";
import { me, on } from "./state.js";

const SECONDS = 8;

export function toast(words) {
  const close = h("button", {
    class: "plain",
    "aria-label": "Dismiss",
    onclick: () => shown.remove(),
  });
  close.append(icon("close"));
  const shown = h("div", { class: "toast" }, h("p", {}, words), close);
  $("toasts").append(shown);
  while ($("toasts").childElementCount > 3) $("toasts").firstElementChild.remove();
  setTimeout(() => shown.remove(), SECONDS * 1000);
}

on("Toasted", ({ person, words }) => person === me()?.id && toast(words));
