// A chat: its head, its messages, its composer. Two of them stand side by side on a wide window.

import { clockChip } from "./clockbar.js";
import { Composer } from "./composer.js";
import { avatar, h, icon, iconButton } from "./dom.js";
import { act, history } from "./link.js";
import { draw, oneLine } from "./message.js";
import { menu, speak } from "./overlay.js";
import { atEnd, steady, toEnd } from "./scroll.js";
import { person, state, unread } from "./store.js";
import { day, dayKey } from "./times.js";
import { t } from "./words.js";

const ACTION_MS = 5000;

/** A person's chat on the screen. `frame` takes `close(pane)` and `beside(id)`. */
export class Pane {
  constructor(id, frame) {
    this.id = id;
    this.frame = frame;
    this.messages = new Map();
    this.about = { commands: [], description: "" };
    this.loaded = false;
    this.list = h("div", { class: "list", role: "log", "aria-live": "off", "aria-label": t("chat"), tabIndex: 0, onscroll: () => this.scrolled() });
    this.subtitle = h("span", { class: "subtitle" });
    this.badge = h("span", { class: "badge", hidden: true });
    this.pinned = h("button", { type: "button", class: "pinned", hidden: true });
    this.down = iconButton("down", t("down"), () => toEnd(this.list, true), { class: "round down", hidden: true });
    this.composer = new Composer(this);
    this.element = h("section", { class: "pane", "aria-label": person(id).name }, this.head(), this.pinned, this.list, this.down, this.composer.element);
    this.stuck = true;
    this.list.addEventListener("load", () => this.settle(), true);
    new ResizeObserver(() => this.settle()).observe(this.list);
    this.load();
  }

  /** After the list or a photo in it has changed its size: at the end stays at the end. */
  settle() {
    if (this.stuck) toEnd(this.list);
  }

  head() {
    const one = person(this.id);
    const back = h("button", { type: "button", class: "round back", "aria-label": t("back"), onclick: () => this.frame.close(this) }, icon("back"), this.badge);
    const names = h("div", { class: "names" }, h("h2", {}, one.name), this.subtitle);
    const more = iconButton("more", t("more"), (event) => this.choices(event.currentTarget), { "aria-haspopup": "menu" });
    const close = iconButton("close", t("close"), () => this.frame.close(this), { class: "round shut" });
    return h("header", {}, back, avatar(one), names, clockChip(), more, close);
  }

  choices(anchor) {
    const { blocked } = state.chats.get(this.id);
    const item = blocked ? "unblock" : "block";
    menu(anchor, [[icon("block"), t(item), () => act(item, { chat: this.id })]]);
  }

  /** Read the chat afresh. */
  async load() {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    this.waiting = [];
    const about = await history(this.id);
    if (turn !== this.turn) return;
    const waiting = this.waiting;
    this.waiting = null;
    if (about) this.show(about);
    for (const event of waiting) this.take(event);
  }

  show(about) {
    const stay = this.loaded && !atEnd(this.list);
    const kept = this.list.scrollTop;
    this.loaded = true;
    this.about = about;
    this.messages = new Map(about.messages.map((message) => [message.message_id, message]));
    this.redraw();
    if (stay) this.list.scrollTop = kept;
    else toEnd(this.list);
    this.see();
  }

  redraw() {
    this.list.replaceChildren();
    for (const message of this.messages.values()) this.append(message);
    this.welcome();
    this.refresh();
  }

  append(message) {
    const key = dayKey(message.date * 1000);
    if (this.list.dataset.day !== key || !this.list.querySelector(".day")) {
      this.list.append(h("div", { class: "day" }, h("span", {}, day(message.date * 1000))));
      this.list.dataset.day = key;
    }
    this.list.append(draw(message, this));
  }

  welcome() {
    this.list.querySelector(".welcome")?.remove();
    if (this.messages.size) return;
    this.list.append(h("div", { class: "welcome" }, h("p", {}, this.about.description || t("empty"))));
  }

  /** Bring head and composer up to date. */
  refresh() {
    const chat = state.chats.get(this.id);
    if (!chat) return;
    this.composer.update(chat, this.about.commands, this.messages.size === 0);
    if (!this.subtitle.dataset.busy) this.subtitle.textContent = person(this.id).caption;
    const others = unread(this.frame.shown());
    this.badge.hidden = !others;
    this.badge.textContent = others;
    this.badge.setAttribute("aria-label", t("unread", { count: others }));
    this.drawPinned(chat.pinned);
    this.see();
  }

  drawPinned(id) {
    const message = this.messages.get(id);
    this.pinned.hidden = !message;
    if (!message) return;
    this.pinned.replaceChildren(icon("pin"), h("span", {}, h("strong", {}, t("pinned")), oneLine(message)));
    this.pinned.onclick = () => this.jump(id);
  }

  /** Take in an event that concerns this chat. */
  take(event) {
    // What comes while the chat is being read is newer than what will have been read: it is taken in afterwards.
    if (this.waiting) return this.waiting.push(event);
    if (event.type === "message" && this.messages.has(event.message.message_id)) return this.edited(event.message);
    if (event.type === "message") this.added(event.message);
    if (event.type === "edit") this.edited(event.message);
    if (event.type === "delete") this.deleted(event.message_id);
    if (event.type === "action") this.busy(event.action);
  }

  added(message) {
    const end = atEnd(this.list) || !message.from.is_bot;
    this.messages.set(message.message_id, message);
    this.welcome();
    this.append(message);
    this.busy(null);
    if (message.from.is_bot) speak(t("news", { name: oneLine(message) }));
    if (end) toEnd(this.list);
    else this.down.hidden = false;
    this.see();
  }

  edited(message) {
    this.messages.set(message.message_id, message);
    const old = this.node(message.message_id);
    if (!old) return;
    const focused = [...old.querySelectorAll("button, a")].indexOf(document.activeElement);
    const fresh = draw(message, this);
    steady(this.list, () => old.replaceWith(fresh));
    if (focused >= 0) [...fresh.querySelectorAll("button, a")][focused]?.focus({ preventScroll: true });
    speak(t("news", { name: oneLine(message) }));
    this.see();
  }

  deleted(id) {
    this.messages.delete(id);
    const old = this.node(id);
    if (old) steady(this.list, () => old.remove());
    this.welcome();
  }

  busy(action) {
    clearTimeout(this.timer);
    delete this.subtitle.dataset.busy;
    if (action) {
      this.subtitle.dataset.busy = "1";
      this.subtitle.textContent = t(action === "typing" ? "typing" : "uploading");
      this.timer = setTimeout(() => this.busy(null), ACTION_MS);
    } else this.refresh();
  }

  node(id) {
    return this.list.querySelector(`[data-id="${id}"]`);
  }

  scrolled() {
    this.stuck = atEnd(this.list);
    this.down.hidden = this.stuck;
    this.see();
  }

  /** Whatever is in view at the end of the chat counts as read. */
  see() {
    if (this.loaded && document.visibilityState === "visible" && atEnd(this.list) && state.chats.get(this.id)?.unread) act("seen", { chat: this.id });
  }

  command(words) {
    this.composer.say(words);
  }

  reply(message) {
    this.composer.reply(message);
  }

  follow() {
    toEnd(this.list);
  }

  jump(id) {
    const node = this.node(id);
    if (!node) return;
    node.scrollIntoView({ block: "center", behavior: "smooth" });
    node.classList.add("found");
    setTimeout(() => node.classList.remove("found"), 1600);
  }
}
