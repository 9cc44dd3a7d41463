/** Home: what the bot has published for this one person. */

import { act, look } from "./api.js";
import { drawBlocks } from "./blocks/layouts.js";
import { $, h, replace } from "./dom.js";
import { avatar, nameOf } from "./people.js";
import { bot, isHome, me, state } from "./state.js";
import { ofView } from "./surfaces.js";

/** Opening it tells the bot, which then brings it up to date. */
export async function openHome() {
  const mark = avatar(bot().user_id, "small");
  $("place").dataset.told = "";
  $("place").replaceChildren(
    h("h2", {}, mark, `${bot().name} · Home`),
    h("p", { class: "hint" }, `As ${nameOf(me().id)} sees it`),
  );
  $("box").replaceChildren();
  $("pane").replaceChildren(
    h(
      "div",
      { class: "scroller home", tabindex: "0", role: "region", "aria-label": "Home" },
      h("div", { class: "sheet" }, waiting("Opening …")),
    ),
  );
  await act("home", {});
  await drawHome();
}

const waiting = (words) => h("div", { class: "empty" }, words);

export async function drawHome() {
  const asked = state.as;
  const { view } = await look("home");
  const sheet = document.querySelector(".home .sheet");
  if (!isHome() || asked !== state.as || !sheet || (view && sheet.dataset.hash === view.hash))
    return;
  const drawn = view
    ? drawBlocks(view.blocks, ofView(view))
    : waiting(`${bot().name} has not made a Home for you yet.`);
  replace(sheet, h("div", { class: "sheet", "data-hash": view?.hash }, drawn));
}
