/** Pictures; one that does not load is told by its words. */

import { h } from "../dom.js";
import { textOf } from "../mrkdwn.js";

function image(part, kind) {
  const url = part.image_url ?? "";
  const told = h("span", { class: "no-picture" }, part.alt_text || "A picture");
  if (!/^(https:|data:image\/)/.test(url)) return told;
  const shown = h("img", { class: kind, src: url, alt: part.alt_text, loading: "lazy" });
  shown.onerror = () => shown.replaceWith(told);
  return shown;
}

export const thumbnail = (part) => image(part, "small");
export const accessory = (part) => image(part, "square");

export function picture(block) {
  const title = block.title && h("figcaption", {}, textOf(block.title));
  return h("figure", {}, title, image(block, "large"));
}
