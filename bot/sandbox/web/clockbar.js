// The school's clock: what time it is there, and moving it on. On a phone it is a chip that opens a sheet.

import { h, icon } from "./dom.js";
import { act } from "./link.js";
import { dialog } from "./overlay.js";
import { now } from "./store.js";
import { day, hours, shortDay, wall } from "./times.js";
import { t } from "./words.js";

const MOVES = [
  ["clock-hour", { minutes: 60 }],
  ["clock-evening", { time: "17:00" }],
  ["clock-day", { days: 1 }],
];
const MORE_MOVES = [...MOVES, ["clock-morning", { time: "08:00" }]];

/** The bar's middle: time, date, quick moves. */
export class ClockBar {
  constructor() {
    this.time = h("strong", {});
    this.date = h("span", {});
    this.chip = h("button", { type: "button", class: "chip", "aria-haspopup": "dialog", onclick: () => this.sheet() }, icon("clock"), this.time, this.date);
    const moves = MOVES.map(([name, move]) => h("button", { type: "button", class: "move", onclick: () => act("clock", move) }, t(name)));
    this.element = h("div", { class: "clock", role: "group", "aria-label": t("clock") }, this.chip, ...moves);
    setInterval(() => this.tick(), 1000);
    this.tick();
  }

  tick() {
    const ms = now();
    if (this.time.textContent === hours(ms) && this.date.textContent === shortDay(ms)) return;
    this.time.textContent = hours(ms);
    this.date.textContent = shortDay(ms);
    this.chip.setAttribute("aria-label", `${t("clock")}: ${day(ms)}, ${hours(ms)}. ${t("clock-set")}`);
    this.chip.title = t("clock-set");
  }

  sheet() {
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
}
