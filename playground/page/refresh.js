/** Draws again what may have changed: soon, once, and one after the other. */

const dirty = new Set();
const SOON = 30;
let parts = {};
let waiting;
let busy = false;

export function startRefresh(given) {
  parts = given;
}

export function refresh(...names) {
  for (const name of names) dirty.add(name);
  waiting ??= setTimeout(flush, SOON);
}

async function flush() {
  waiting = undefined;
  if (busy) return void (waiting = setTimeout(flush, SOON));
  busy = true;
  const names = Object.keys(parts).filter((name) => dirty.has(name));
  dirty.clear();
  try {
    for (const name of names) await parts[name]();
  } finally {
    busy = false;
  }
}
