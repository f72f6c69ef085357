// The page: bar, list of people, one or two chats; what happens when something new arrives.

import { clockBar, startClock, tick } from "./clockbar.js";
import { avatar, h, iconButton } from "./dom.js";
import { listen } from "./link.js";
import { answered, oneLine } from "./message.js";
import { alertBox, notice } from "./overlay.js";
import { Pane } from "./pane.js";
import { People } from "./people.js";
import { person, state, subscribe, unread } from "./store.js";
import { language, t } from "./words.js";

const WIDE = matchMedia("(min-width: 60rem)");

class Frame {
  constructor() {
    this.panes = [];
    this.people = new People(this);
    this.status = h("div", { class: "status", role: "status" });
    this.stage = h("main", { class: "stage" });
    this.body = h("div", { class: "body" }, this.people.element, this.stage, h("div", { id: "pushes", "aria-live": "polite" }));
    document.getElementById("app").append(this.bar(), this.status, this.body);
    addEventListener("popstate", () => this.restore());
    WIDE.addEventListener("change", () => this.draw());
    document.addEventListener("visibilitychange", () => this.panes.forEach((pane) => pane.see()));
    subscribe((event) => this.take(event));
    startClock();
  }

  bar() {
    const theme = iconButton("theme", t("theme"), switchTheme);
    const other = language === "ru" ? "en" : "ru";
    const tongue = h("button", { type: "button", class: "round tongue", title: t("language"), "aria-label": t("language"), onclick: () => switchLanguage(other) }, other.toUpperCase());
    const logo = h("img", { src: "/web/icon.svg", alt: "", width: 28, height: 28 });
    return h("header", { class: "bar" }, h("h1", {}, logo, h("span", {}, t("title"))), clockBar(), h("div", { class: "tools" }, theme, tongue));
  }

  shown() {
    return this.panes.map((pane) => pane.id);
  }

  open(id) {
    if (this.shown().includes(id) && this.panes.length === 1) return this.panes[0].composer.text.focus();
    const kept = WIDE.matches ? this.panes.slice(1).filter((pane) => pane.id !== id) : [];
    const first = this.panes.find((pane) => pane.id === id) ?? new Pane(id, this);
    this.show([first, ...kept]);
    if (WIDE.matches) first.composer.text.focus();
  }

  beside(id) {
    if (!this.panes.length || !WIDE.matches) return this.open(id);
    if (this.panes[0].id === id) return;
    const second = this.panes.find((pane) => pane.id === id) ?? new Pane(id, this);
    this.show([this.panes[0], second]);
  }

  close(pane) {
    this.show(this.panes.filter((one) => one !== pane));
    this.people.list.querySelector(`[data-person="${pane.id}"]`)?.focus();
  }

  show(panes) {
    this.panes = panes;
    const place = panes.length ? `#${this.shown().join("+")}` : "#";
    if (place !== (location.hash || "#")) history.pushState(null, "", place + (panes.length ? "" : "people"));
    this.draw();
  }

  /** Open what the address names: after a reload, or a step back. */
  restore() {
    const ids = location.hash.slice(1).split("+").map(Number).filter((id) => person(id)).slice(0, WIDE.matches ? 2 : 1);
    this.panes = ids.map((id) => this.panes.find((pane) => pane.id === id) ?? new Pane(id, this));
    this.draw();
  }

  draw() {
    if (!WIDE.matches) this.panes = this.panes.slice(0, 1);
    const chosen = this.panes.length > 0;
    document.body.classList.toggle("chatting", chosen);
    document.body.classList.toggle("beside", this.panes.length > 1);
    const wanted = chosen ? this.panes.map((pane) => pane.element) : [placeholder()];
    if (!chosen || wanted.some((element, at) => this.stage.children[at] !== element) || this.stage.children.length !== wanted.length) {
      const kept = this.panes.map((pane) => pane.list.scrollTop);
      this.stage.replaceChildren(...wanted);
      this.panes.forEach((pane, at) => { pane.list.scrollTop = kept[at] || pane.list.scrollHeight; });
    }
    this.people.draw();
    this.panes.forEach((pane) => pane.refresh());
    tick();
    this.tell();
  }

  /** Say what is being waited for, and how much is unread in the window's title. */
  tell() {
    const sum = unread(this.shown());
    document.title = (sum ? `(${sum}) ` : "") + t("title");
    const waking = !(state.opened && state.awake);
    document.body.classList.toggle("asleep", !state.opened);
    this.status.hidden = state.connected && !waking;
    this.status.classList.toggle("lost", !state.connected);
    const words = state.connected ? [h("strong", {}, t("waking")), h("span", {}, state.opened ? "" : (state.status[language] ?? ""))] : [t("offline")];
    this.status.replaceChildren(h("span", { class: "spinner", "aria-hidden": "true" }), ...words);
  }

  take(event) {
    if (event.type === "hello") {
      const kept = this.panes;
      this.restore();
      kept.forEach((pane) => pane.load());
    } else if (event.type === "profile") this.panes.forEach((pane) => pane.load());
    else if (event.type === "answer") this.answer(event);
    else if (event.type === "chat") this.draw();
    else if (typeof event.chat === "number") this.deliver(event);
    else this.tell();
  }

  deliver(event) {
    const pane = this.panes.find((one) => one.id === event.chat);
    if (pane) pane.take(event);
    const one = person(event.chat);
    if (!pane && one && event.type === "message" && event.message.from.is_bot && !event.message.silent) {
      notice(oneLine(event.message), { title: one.name, face: avatar(one), kind: "push", onclick: () => this.open(one.id) });
    }
  }

  answer(event) {
    answered(event.query);
    if (!event.text || !this.shown().includes(event.chat)) return;
    if (event.alert) alertBox(event.text);
    else notice(event.text);
  }
}

function placeholder() {
  const words = state.opened ? [h("h2", {}, t("choose")), h("p", {}, t("choose-hint"))] : [h("p", {}, t("waking-hint"))];
  return h("div", { class: "choose" }, h("img", { src: "/web/icon.svg", alt: "", width: 72, height: 72 }), ...words);
}

function switchTheme() {
  const dark = document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  setTheme(dark === "dark" ? "light" : "dark");
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  localStorage.setItem("theme", theme);
}

function switchLanguage(other) {
  localStorage.setItem("language", other);
  location.assign(`/?lang=${other}${location.hash}`);
}

function begin() {
  const kept = localStorage.getItem("language");
  if (kept && kept !== language && !new URLSearchParams(location.search).has("lang")) return location.replace(`/?lang=${kept}${location.hash}`);
  if (localStorage.getItem("theme")) setTheme(localStorage.getItem("theme"));
  new Frame();
  listen();
}

begin();
