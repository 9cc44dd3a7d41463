/** Forms, which Slack calls modals: one in front of the other, each with its errors at the fields. */

import { act, look } from "./api.js";
import { drawBlocks } from "./blocks/layouts.js";
import { tellErrors } from "./blocks/inputs.js";
import { $, fresh, h } from "./dom.js";
import { icon } from "./icons.js";
import { textOf } from "./mrkdwn.js";
import { state } from "./state.js";
import { ofView } from "./surfaces.js";

let shown = { hash: null };

export async function drawForms() {
  const asked = state.as;
  const { forms = [], failed } = await look("forms");
  if (failed || asked !== state.as) return;
  const front = forms.at(-1);
  if (!front) shut();
  else if (front.hash !== shown.hash) present(front, forms.length);
}

function shut() {
  shown.surface?.forget();
  shown = { hash: null };
  if ($("form-dialog")?.open) $("form-dialog").close();
}

function dialog() {
  const known = $("form-dialog");
  if (known) return known;
  const made = h("dialog", { id: "form-dialog", class: "form" });
  made.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (event.target === made) close(false);
  });
  document.body.append(made);
  return made;
}

function present(view, depth) {
  const title = fresh("title");
  const surface = ofView(view);
  const isSame = view.id === shown.id;
  const held = isSame ? document.activeElement?.dataset?.focus : null;
  const scrolled = isSame ? dialog().querySelector(".fields-of-form")?.scrollTop : 0;
  shown = { id: view.id, hash: view.hash, surface };
  const form = h(
    "form",
    { novalidate: true, onsubmit: submit },
    head(view, title, depth),
    h("div", { class: "fields-of-form" }, drawBlocks(view.blocks, surface)),
    foot(view, depth),
  );
  const window = dialog();
  window.setAttribute("aria-labelledby", title);
  window.replaceChildren(form);
  if (!window.open) window.showModal();
  form.querySelector(".fields-of-form").scrollTop = scrolled;
  focusIn(form, held);
}

function focusIn(form, held) {
  const all = [...form.querySelectorAll("[data-focus]")];
  const wanted =
    all.find((each) => each.dataset.focus === held) ?? form.querySelector("[autofocus]");
  const first = form.querySelector(".fields-of-form :is(input, textarea, button)");
  (wanted ?? first ?? form.querySelector("button"))?.focus();
}

function head(view, title, depth) {
  const back =
    depth > 1 &&
    h(
      "button",
      { type: "button", class: "plain", "aria-label": "Back", onclick: () => close(false) },
      icon("back"),
    );
  const away = h(
    "button",
    { type: "button", class: "plain", "aria-label": "Close", onclick: () => close(true) },
    icon("close"),
  );
  return h("header", {}, back, h("h2", { id: title }, textOf(view.title)), away);
}

function foot(view, depth) {
  const words = view.close
    ? textOf(view.close)
    : depth > 1
      ? "Back"
      : view.submit
        ? "Cancel"
        : "Close";
  const leave = h("button", { type: "button", onclick: () => close(false) }, words);
  const held = view.submit_disabled ? "true" : null;
  const given = { class: "primary", "data-focus": "submit", "aria-disabled": held };
  const send = view.submit && h("button", given, textOf(view.submit));
  return h("footer", { class: "actions end" }, leave, send);
}

const close = (all) => act("close", { view: shown.id, all }, true).then(drawForms);

/** The fields keep what is typed until the bot has taken it. */
async function submit(event) {
  event.preventDefault();
  const { currentTarget: form } = event;
  const send = form.querySelector("[data-focus=submit]");
  if (!send || send.ariaDisabled === "true") return;
  for (const field of form.querySelectorAll("input")) field.sendNow?.();
  tellErrors(form, {});
  hold(send, true);
  const sent = { ...shown };
  await sent.surface.sent();
  const done = await act("submit", { view: sent.id, values: sent.surface.typed() }, true);
  hold(send, false);
  if (done.errors && Object.keys(done.errors).length) tellErrors(form, done.errors);
  else if (done.failed) tellTrouble(form, done.error);
  await drawForms();
}

/** Disabled for whoever presses it, but not to the focus, which would be lost. */
function hold(button, isHeld) {
  button.ariaDisabled = String(isHeld);
  button.ariaBusy = String(isHeld);
}

function tellTrouble(form, words = "It could not be sent. Nothing you typed is lost: try again.") {
  form.querySelector(".trouble")?.remove();
  form.querySelector("footer").prepend(h("p", { class: "error trouble", role: "alert" }, words));
}
