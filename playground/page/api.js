/** What a person does and sees, asked of the playground. */

import { state, tell } from "./state.js";
import { toast } from "./toasts.js";

const LOST = "The playground does not answer. Is it still running?";

/** The answer, with `failed` when it was a no; that is told in a toast, unless it is `quiet`. */
export async function ask(path, body, quiet = false) {
  const sent = body && { method: "POST", body: JSON.stringify(body) };
  try {
    const response = await fetch(path, sent);
    const answer = await response.json();
    if (!response.ok && !quiet) toast(answer.error ?? LOST);
    return response.ok ? answer : { ...answer, failed: true };
  } catch {
    if (!quiet) toast(LOST);
    return { failed: true, lost: true };
  }
}

const mine = (what) => `/people/${encodeURIComponent(state.as)}/${what}`;

/** A no often means that the page is behind: it is told, and catches up. */
export async function act(deed, said, quiet) {
  const answer = await ask(mine(deed), said, quiet);
  if (answer.failed && !answer.lost) tell("refused", answer);
  return answer;
}

export function look(what, asked = {}) {
  const given = Object.entries(asked).filter(([, value]) => value);
  return ask(`${mine(what)}?${new URLSearchParams(given)}`, undefined, true);
}
