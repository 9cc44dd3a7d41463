/** A question before something is done. */

import { $, fresh, h } from "./dom.js";
import { textOf } from "./mrkdwn.js";

/** Whether the person has said yes. `asked` is Block Kit's confirmation object. */
export function confirmed(asked) {
  if (!asked) return Promise.resolve(true);
  const name = fresh("confirm");
  const deny = h("button", { value: "no", type: "button" }, textOf(asked.deny));
  const agree = h(
    "button",
    { class: asked.style === "danger" ? "danger" : "primary", type: "button" },
    textOf(asked.confirm),
  );
  const dialog = h(
    "dialog",
    { class: "confirm", "aria-labelledby": name },
    h("h2", { id: name }, textOf(asked.title)),
    h("div", { class: "words" }, textOf(asked.text)),
    h("div", { class: "actions end" }, deny, agree),
  );
  const { promise, resolve } = Promise.withResolvers?.() ?? resolvers();
  deny.onclick = () => dialog.close();
  agree.onclick = () => dialog.close("yes");
  dialog.onclose = () => {
    dialog.remove();
    resolve(dialog.returnValue === "yes");
  };
  ($("form-dialog")?.open ? $("form-dialog") : document.body).append(dialog);
  dialog.showModal();
  deny.focus();
  return promise;
}

function resolvers() {
  const made = {};
  made.promise = new Promise((resolve) => Object.assign(made, { resolve }));
  return made;
}

/** The same question, in plain words. */
export const sure = (title, text, confirm, style = "danger") => {
  const plain = (words) => ({ type: "plain_text", text: words });
  return confirmed({
    title: plain(title),
    text: plain(text),
    confirm: plain(confirm),
    deny: plain("Cancel"),
    style,
  });
};
