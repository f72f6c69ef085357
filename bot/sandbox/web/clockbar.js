// The school's clock: what time it is there, and moving it on. On a phone it is a chip that opens a sheet.

import { h, icon } from "./dom.js";
import { act } from "./link.js";
import { dialog } from "./overlay.js";
import { now, state, subscribe } from "./store.js";
import { day, hours, shortDay, wall } from "./times.js";
import { t } from "./words.js";

const MOVES = [
  ["clock-hour", { minutes: 60 }],
  ["clock-evening", { time: "17:00" }],
  ["clock-day", { days: 1 }],
];
const MORE_MOVES = [...MOVES, ["clock-morning", { time: "08:00" }]];

/** The bar's middle: time, date, quick moves. */
export function clockBar() {
  const moves = MOVES.map(([name, move]) => h("button", { type: "button", class: "move", onclick: () => act("clock", move) }, t(name)));
  return h("div", { class: "clock", role: "group", "aria-label": t("clock") }, clockChip(), ...moves);
}

/** The time as a button that opens the sheet; also in the head of a chat on a phone. */
export function clockChip() {
  return h("button", { type: "button", class: "chip", title: t("clock-set"), "aria-haspopup": "dialog", onclick: sheet }, icon("clock"), h("strong", {}), h("span", {}));
}

/** Bring every clock on the page up to date. */
export function tick() {
  const ms = now();
  const [time, date] = [hours(ms), shortDay(ms)];
  for (const chip of document.querySelectorAll(".chip")) {
    if (!state.opened || (chip.dataset.shown === `${time} ${date}`)) continue;
    chip.dataset.shown = `${time} ${date}`;
    chip.children[1].textContent = time;
    chip.children[2].textContent = date;
    chip.setAttribute("aria-label", `${t("clock")}: ${day(ms)}, ${time}. ${t("clock-set")}`);
  }
}

/** Keep every clock on the page going. */
export function startClock() {
  subscribe(tick);
  setInterval(tick, 1000);
}

function sheet() {
  const field = h("input", { type: "datetime-local", value: wall(now()), "aria-label": t("clock-set"), required: true });
  const run = (move) => {
    close();
    act("clock", move);
  };
  const quick = MORE_MOVES.map(([name, move]) => h("button", { type: "button", class: "move", onclick: () => run(move) }, t(name)));
  const apply = h("button", { type: "button", class: "primary", onclick: () => field.reportValidity() && run({ set: field.value }) }, t("clock-apply"));
  const cancel = h("button", { type: "button", class: "plain", onclick: () => close() }, t("cancel"));
  const close = dialog("sheet", t("clock"), h("h2", {}, t("clock")), h("p", {}, t("clock-hint")), h("div", { class: "quick" }, ...quick), field, apply, cancel);
}
