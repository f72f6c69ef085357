// The lower edge of a chat: text, files, commands, the bot's reply keyboard, or what to do instead (start, unblock).

import { h, icon, iconButton } from "./dom.js";
import { act, upload } from "./link.js";
import { oneLine } from "./message.js";
import { dialog, menu } from "./overlay.js";
import { person } from "./store.js";
import { t } from "./words.js";

const MOST_LINES_PX = 168;
const TOUCH = matchMedia("(pointer: coarse)");
const WAYS = { photo: "as-photo", voice: "as-voice", video: "as-video", document: "as-file" };

/** The composer of a chat's pane. `element` goes into the page; `update` redraws it when the chat has changed. */
export class Composer {
  constructor(pane) {
    this.pane = pane;
    this.replyTo = null;
    this.keysOpen = true;
    this.text = this.textarea();
    this.picker = h("input", { type: "file", hidden: true, onchange: () => this.picked() });
    this.quote = h("div", { class: "replying", hidden: true });
    this.menuButton = iconButton("menu", t("commands"), (event) => this.commands(event.currentTarget));
    this.keysButton = iconButton("keys", t("keyboard"), () => this.toggleKeys());
    const attach = iconButton("attach", t("attach"), () => this.picker.click());
    const send = iconButton("send", t("send"), () => this.send(), { class: "round send" });
    this.line = h("div", { class: "line" }, this.menuButton, attach, this.text, this.keysButton, send, this.picker);
    this.keys = h("div", { class: "replykeys" });
    this.instead = h("div", { class: "instead" });
    this.element = h("div", { class: "composer" }, this.quote, this.line, this.keys, this.instead);
  }

  textarea() {
    const area = h("textarea", { rows: 1, placeholder: t("write"), "aria-label": t("write"), maxLength: 20000 });
    area.addEventListener("input", () => this.fit());
    area.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.reply(null);
      // On a touch screen Enter is the only way to a new line, and the button is under the thumb.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || TOUCH.matches) return;
      event.preventDefault();
      this.send();
    });
    area.addEventListener("paste", (event) => {
      const file = event.clipboardData.files[0];
      if (!file) return;
      event.preventDefault();
      this.offer(file);
    });
    return area;
  }

  fit() {
    this.text.style.height = "auto";
    this.text.style.height = `${Math.min(this.text.scrollHeight, MOST_LINES_PX)}px`;
  }

  /** Draw anew for how the chat stands: blocked, not started yet, with or without a reply keyboard. */
  update(chat, commands, empty) {
    const start = person(this.pane.id)?.start ?? null;
    const closed = chat.blocked || (empty && !chat.started);
    this.line.hidden = closed;
    this.menuButton.hidden = !commands.length;
    this.list = commands;
    this.drawKeys(closed ? null : chat.keyboard);
    this.instead.replaceChildren(...this.ways(chat, empty, start));
    this.instead.hidden = !this.instead.children.length;
    if (chat.keyboard?.force_reply && !this.replyTo) this.text.placeholder = chat.keyboard.input_field_placeholder ?? t("reply");
    else this.text.placeholder = chat.keyboard?.input_field_placeholder ?? t("write");
  }

  ways(chat, empty, start) {
    if (chat.blocked) {
      return [h("p", {}, t("blocked")), h("button", { type: "button", class: "primary", onclick: () => act("unblock", { chat: chat.id }) }, t("unblock"))];
    }
    if (!empty) return [];
    const way = (kind, name, text) => {
      const go = (event) => {
        event.currentTarget.disabled = true;
        act("say", { chat: chat.id, text });
      };
      return h("button", { type: "button", class: kind, onclick: go }, t(name));
    };
    if (!start) return [way("primary", "start", "/start")];
    return [way("primary", "start-invited", `/start ${start}`), way("plain", "start-plain", "/start")];
  }

  drawKeys(keyboard) {
    const rows = keyboard?.keyboard;
    this.keysButton.hidden = !rows;
    this.keys.hidden = !rows || !this.keysOpen;
    this.keys.replaceChildren(
      ...(rows ?? []).map((row) => h("div", { class: "keyrow" }, ...row.map((key) => h("button", { type: "button", class: "key", onclick: () => this.say(key.text) }, key.text)))),
    );
  }

  toggleKeys() {
    this.keysOpen = !this.keysOpen;
    this.keys.hidden = !this.keysOpen;
  }

  commands(anchor) {
    menu(anchor, this.list.map((one) => [h("code", {}, `/${one.command}`), one.description, () => this.say(`/${one.command}`)]));
  }

  /** Answer a message with what is written next; null takes it back. */
  reply(message) {
    this.replyTo = message?.message_id ?? null;
    this.quote.hidden = !message;
    if (!message) return this.quote.replaceChildren();
    const drop = iconButton("close", t("cancel"), () => this.reply(null));
    this.quote.replaceChildren(icon("reply"), h("span", {}, oneLine(message)), drop);
    this.text.focus();
  }

  async send() {
    const text = this.text.value.trim();
    if (!text) return;
    this.text.value = "";
    this.fit();
    if ((await this.say(text)) === null) this.text.value = text;
  }

  async say(text) {
    const values = { chat: this.pane.id, text };
    if (this.replyTo) values.reply_to = this.replyTo;
    this.reply(null);
    const sent = await act("say", values);
    this.pane.follow();
    return sent;
  }

  picked() {
    const [file] = this.picker.files;
    this.picker.value = "";
    if (file) this.offer(file);
  }

  /** Ask how a file is to be sent. */
  offer(file) {
    const caption = h("input", { type: "text", placeholder: t("caption"), "aria-label": t("caption"), maxLength: 1024 });
    const send = (kind) => async () => {
      close();
      await upload(this.pane.id, kind, file, caption.value.trim(), this.replyTo);
      this.reply(null);
      this.pane.follow();
    };
    const way = (kind, first) => h("button", { type: "button", class: first ? "primary" : "plain", onclick: send(kind) }, t(WAYS[kind]));
    const kinds = [...(file.type.startsWith("image/") ? ["photo"] : []), ...(file.type.startsWith("audio/") ? ["voice"] : []), ...(file.type.startsWith("video/") ? ["video"] : []), "document"];
    const preview = file.type.startsWith("image/") ? h("img", { class: "preview", src: URL.createObjectURL(file), alt: "" }) : null;
    const cancel = h("button", { type: "button", class: "plain", onclick: () => close() }, t("cancel"));
    const close = dialog("sheet", t("attach"), h("h2", {}, file.name), preview, caption, ...kinds.map((kind, at) => way(kind, at === 0)), cancel);
  }
}
