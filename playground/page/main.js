/** Puts the page together, and draws anew what the feed says has changed. */

import { ask } from "./api.js";
import { drawChannel, leaveChannel, tellNews } from "./channel.js";
import { drawClock, learnTime, startClock, stopAt } from "./clock.js";
import { $ } from "./dom.js";
import { learnEmoji } from "./emoji.js";
import { listen } from "./feed.js";
import { drawForms } from "./forms.js";
import { drawHome, openHome } from "./home.js";
import { refresh, startRefresh } from "./refresh.js";
import { drawSidebar, learnChannels, settle, startDrawer } from "./sidebar.js";
import { isHome, me, on, state } from "./state.js";
import { drawThread } from "./thread.js";
import { startTour } from "./tour.js";
import { drawWho } from "./who.js";

async function learnPeople() {
  const { people } = await ask("/people");
  if (!people) return;
  state.people = new Map(people.map((person) => [person.id, person]));
  if (!me()) state.as = people.find((person) => person.name === state.as)?.name ?? people[0].name;
}

async function channels() {
  if (await learnChannels()) drawSidebar();
}

const messages = () => (isHome() ? undefined : drawChannel());
const home = () => (isHome() ? drawHome() : undefined);

async function shown({ moved }) {
  if (!moved) return refresh("thread");
  if (!me()) state.as = [...state.people.values()][0].name;
  leaveChannel();
  drawWho();
  drawClock();
  await learnChannels();
  settle();
  drawSidebar();
  if (isHome()) await openHome();
  return refresh("messages", "thread", "forms");
}

const CHANGES = {
  Posted: ["channels", "messages", "thread"],
  Edited: ["messages", "thread"],
  Deleted: ["channels", "messages", "thread"],
  Reacted: ["messages", "thread"],
  Joined: ["channels", "messages"],
  Left: ["channels", "messages"],
  ChannelChanged: ["channels", "messages"],
  PersonChanged: ["people", "messages"],
  Shown: ["home", "forms"],
  Closed: ["forms"],
};

async function start() {
  const [team] = await Promise.all([ask("/team"), learnEmoji(), learnPeople()]);
  if (team.failed) return setTimeout(start, 1000);
  state.team = team;
  $("team").textContent = team.name;
  startRefresh({
    people: learnPeople,
    channels,
    messages,
    home,
    thread: drawThread,
    forms: drawForms,
  });
  startClock();
  startDrawer();
  await learnTime();
  for (const [happening, names] of Object.entries(CHANGES)) on(happening, () => refresh(...names));
  on("Posted", tellNews);
  on("Turned", stopAt);
  on("turned", () => refresh("channels", "messages", "thread"));
  on("refused", () => refresh("channels", "messages", "thread", "home"));
  on("connected", catchUp);
  on("shown", shown);
  await shown({ moved: true });
  startTour();
  listen();
  return addEventListener("focus", () => refresh("channels", "messages"));
}

/** What happened while nobody listened. After a break, even the playground may be another. */
async function catchUp({ again }) {
  const { began } = again ? await ask("/team", undefined, true) : state.team;
  if (began && began !== state.team.began) location.reload();
  await learnTime();
  refresh("people", "channels", "messages", "home", "thread", "forms");
}

start();
