/** All that happens, as it happens; when the line breaks, it is taken up again. */

import { $, say } from "./dom.js";
import { tell } from "./state.js";

const SHORTEST = 400;
const LONGEST = 5000;
let wait = SHORTEST;
let dropped = false;

export function listen() {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const line = new WebSocket(`${scheme}://${location.host}/feed`);
  line.onopen = () => {
    wait = SHORTEST;
    $("offline").hidden = true;
    if (dropped) say("Connected again.");
    tell("connected", { again: dropped });
    dropped = false;
  };
  line.onmessage = ({ data }) => {
    const happened = JSON.parse(data);
    tell(happened.happening, happened);
    tell("happened", happened);
  };
  line.onclose = () => {
    dropped = true;
    $("offline").hidden = false;
    setTimeout(listen, wait);
    wait = Math.min(wait * 2, LONGEST);
  };
}
