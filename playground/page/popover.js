/** Small windows beside what opened them. They close by themselves, and give the focus back. */

const GAP = 6;
const AGAIN = 200;
const closed = new WeakMap();

/** Undefined if the same click has just closed it. `inside` is drawn into it. */
export function open(anchor, inside, { kind = "", onclose } = {}) {
  if (performance.now() - (closed.get(anchor) ?? -AGAIN) < AGAIN) return undefined;
  const window = document.createElement("div");
  window.popover = "auto";
  window.className = `popover ${kind}`;
  window.append(...inside);
  (anchor.closest("dialog") ?? document.body).append(window);
  window.addEventListener("beforetoggle", ({ newState }) => newState === "closed" && end());
  function end() {
    closed.set(anchor, performance.now());
    anchor.setAttribute("aria-expanded", "false");
    if (window.contains(document.activeElement)) anchor.focus();
    onclose?.();
    setTimeout(() => window.remove());
  }
  anchor.setAttribute("aria-expanded", "true");
  window.showPopover();
  place(window, anchor);
  return window;
}

/** Below the anchor, or above where there is more room; never outside the screen. */
export function place(window, anchor) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: wide, offsetHeight: high } = window;
  const below = innerHeight - at.bottom - GAP;
  const isBelow = below >= high || below >= at.top;
  const top = isBelow ? at.bottom + GAP : Math.max(GAP, at.top - GAP - high);
  window.style.minWidth = `${Math.min(at.width, innerWidth - 2 * GAP)}px`;
  window.style.top = `${top}px`;
  window.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - wide - GAP))}px`;
  window.style.maxHeight = `${(isBelow ? below : at.top) - GAP}px`;
}
