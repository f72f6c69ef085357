// The list of people: groups, search, last lines, unread badges; each can be opened, or opened beside.

import { avatar, h, icon, iconButton } from "./dom.js";
import { oneLine } from "./message.js";
import { now, state } from "./store.js";
import { dayKey, dots, hours } from "./times.js";
import { t } from "./words.js";

const fold = (text) => text.toLowerCase().replaceAll("ё", "е");

/** The column of people. `frame` takes `open(id)`, `beside(id)` and tells what is `shown()`. */
export class People {
  constructor(frame) {
    this.frame = frame;
    this.field = h("input", { type: "search", placeholder: t("search"), "aria-label": t("search"), oninput: () => this.draw() });
    this.list = h("div", { class: "people" });
    this.element = h("nav", { class: "column", "aria-label": t("people") }, h("div", { class: "search" }, icon("search"), this.field), this.list);
    this.element.addEventListener("keydown", (event) => this.move(event));
  }

  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const rows = [...this.list.querySelectorAll(".person")];
    const at = rows.indexOf(document.activeElement?.closest(".row")?.querySelector(".person"));
    event.preventDefault();
    rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
  }

  draw() {
    const wanted = fold(this.field.value.trim());
    const found = state.people.filter((one) => fold(`${one.name} ${one.caption} ${one.group}`).includes(wanted));
    const groups = new Map();
    for (const one of found) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
    const focused = document.activeElement?.dataset?.person;
    this.list.replaceChildren(...[...groups].map(([name, members]) => this.group(name, members)));
    if (!state.opened) this.list.append(...Array.from({ length: 7 }, () => h("div", { class: "ghost", "aria-hidden": "true" }, h("i", {}), h("b", {}))));
    if (!found.length && state.people.length) this.list.append(h("p", { class: "hint" }, t("nobody-found")));
    if (focused) this.list.querySelector(`[data-person="${focused}"]`)?.focus({ preventScroll: true });
  }

  group(name, members) {
    return h("section", { class: "group", "aria-label": name }, h("h3", {}, name), ...members.map((one) => this.row(one)));
  }

  row(one) {
    const chat = state.chats.get(one.id);
    const open = this.frame.shown().includes(one.id);
    const last = oneLine(chat.last) || one.caption;
    const badge = chat.unread ? h("span", { class: "badge", "aria-label": t("unread", { count: chat.unread }) }, String(chat.unread)) : null;
    const names = h("span", { class: "names" }, h("strong", {}, one.name), h("span", { class: "role" }, one.caption), last === one.caption ? null : h("span", { class: "last" }, last));
    const side = h("span", { class: "side" }, h("time", {}, when(chat.last)), badge);
    const button = h("button", { type: "button", class: "person", "aria-label": t("open-chat", { name: [one.name, one.caption, chat.unread ? t("unread", { count: chat.unread }) : ""].filter(Boolean).join(", ") }), "aria-current": open ? "true" : null, onclick: () => this.frame.open(one.id) }, avatar(one), names, side);
    button.dataset.person = one.id;
    const beside = iconButton("beside", t("open-beside", { name: one.name }), () => this.frame.beside(one.id), { class: "round aside" });
    return h("div", { class: `row ${open ? "open" : ""}` }, button, beside);
  }
}

function when(message) {
  if (!message) return "";
  const ms = message.date * 1000;
  return dayKey(ms) === dayKey(now()) ? hours(ms) : dots(ms);
}
