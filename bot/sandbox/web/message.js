// A message as people see it: bubble, photo or file, text, time, the buttons under it.

import { h, icon } from "./dom.js";
import { nodes } from "./entities.js";
import { act } from "./link.js";
import { menu, notice, zoom } from "./overlay.js";
import { hours } from "./times.js";
import { t } from "./words.js";

const SPINNER_MS = 30000;
const spinning = new Map();

/** One line about a message, for lists, quotes and notices. */
export function oneLine(message) {
  if (!message) return "";
  const words = (message.text ?? message.caption ?? "").replace(/\s+/g, " ").trim();
  const what = message.photo ? t("photo") : message.voice ? t("voice") : message.video ? t("video") : message.document ? message.document.file_name : "";
  return [what, words].filter(Boolean).join(" · ").slice(0, 140);
}

/** Draw a message. `pane` gives the chat's id and takes `command`, `reply` and `jump`. */
export function draw(message, pane) {
  const mine = !message.from.is_bot;
  const bubble = h("div", { class: message.edit_date || message.silent ? "bubble long" : "bubble" }, ...parts(message, pane));
  const row = h("article", { class: `message ${mine ? "mine" : "theirs"}`, tabIndex: -1 }, bubble, keyboard(message, pane));
  row.dataset.id = message.message_id;
  row.dataset.album = message.media_group_id ?? "";
  row.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    choices(message, pane, row);
  });
  return row;
}

function parts(message, pane) {
  return [
    message.forward_origin ? h("div", { class: "origin" }, t("forwarded", { name: originName(message.forward_origin) })) : null,
    message.reply_to_message ? quote(message.reply_to_message, pane) : null,
    message.photo ? photo(message) : null,
    message.document ? documentCard(message.document) : null,
    message.video ? h("video", { controls: true, preload: "none", src: fileUrl(message.video), "aria-label": t("video") }) : null,
    message.voice ? h("audio", { controls: true, preload: "none", src: fileUrl(message.voice), "aria-label": t("voice") }) : null,
    words(message, pane),
    footer(message, pane),
  ];
}

function originName(origin) {
  return origin.sender_user?.first_name ?? origin.sender_user_name ?? "";
}

function quote(original, pane) {
  const label = `${t("replying")}: ${oneLine(original)}`;
  return h("button", { type: "button", class: "quote", "aria-label": label, onclick: () => pane.jump(original.message_id) }, oneLine(original));
}

function fileUrl(file) {
  return `/page/file/${encodeURIComponent(file.file_unique_id)}`;
}

function photo(message) {
  const largest = message.photo.at(-1);
  const image = h("img", { src: fileUrl(largest), alt: message.caption || t("photo"), width: largest.width, height: largest.height, loading: "lazy" });
  return h("button", { type: "button", class: "photo", title: t("zoom"), onclick: () => zoom(fileUrl(largest), message.caption) }, image);
}

function size(bytes) {
  const units = ["B", "KB", "MB"];
  const step = bytes >= 1 << 20 ? 2 : bytes >= 1024 ? 1 : 0;
  return `${(bytes / 1024 ** step).toFixed(step ? 1 : 0)} ${units[step]}`;
}

function documentCard(file) {
  const name = file.file_name ?? t("document");
  const text = h("span", { class: "names" }, h("strong", {}, name), h("small", {}, size(file.file_size)));
  return h("a", { class: "file", href: `${fileUrl(file)}?download`, download: name, title: t("download") }, h("span", { class: "disc" }, icon("file")), text);
}

function words(message, pane) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const entities = message.entities ?? message.caption_entities;
  return h("div", { class: "text" }, nodes(text, entities, (command) => pane.command(command)));
}

function footer(message, pane) {
  const time = hours(message.date * 1000);
  const open = (event) => choices(message, pane, event.currentTarget);
  const stamp = h("button", { type: "button", class: "stamp", title: t("more"), "aria-label": `${time}. ${t("more")}`, "aria-haspopup": "menu", onclick: open });
  if (message.silent) stamp.append(h("span", { title: t("silent") }, icon("bell")));
  if (message.edit_date) stamp.append(h("span", {}, t("edited")));
  stamp.append(h("time", {}, time));
  return h("footer", {}, stamp);
}

function choices(message, pane, anchor) {
  const text = message.text ?? message.caption;
  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    notice(t("copied"));
  };
  menu(anchor, [
    [icon("reply"), t("reply"), () => pane.reply(message)],
    ...(text && navigator.clipboard ? [[icon("copy"), t("copy"), copy]] : []),
  ]);
}

function keyboard(message, pane) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return h("div", { class: "keys" }, ...rows.map((row, at) => h("div", { class: "keyrow" }, ...row.map((key, column) => inlineKey(message, pane, key, at, column)))));
}

function inlineKey(message, pane, key, row, column) {
  if (key.url) {
    return h("a", { class: "key", href: key.url, target: "_blank", rel: "noopener noreferrer" }, h("span", {}, key.text), icon("link"));
  }
  const press = async (event) => {
    const button = event.currentTarget;
    if (button.getAttribute("aria-busy")) return;
    if (key.copy_text) return navigator.clipboard?.writeText(key.copy_text.text).then(() => notice(t("copied")));
    button.setAttribute("aria-busy", "true");
    const query = await act("press", { chat: pane.id, message: message.message_id, row, column });
    if (query) wait(query, `${message.message_id}:${row}:${column}`);
    else button.removeAttribute("aria-busy");
  };
  const button = h("button", { type: "button", class: `key ${key.style ?? ""}`, onclick: press }, h("span", {}, key.text));
  button.dataset.place = `${message.message_id}:${row}:${column}`;
  if ([...spinning.values()].includes(button.dataset.place)) button.setAttribute("aria-busy", "true");
  return button;
}

const early = new Set();

function wait(query, place) {
  if (early.delete(query)) return still(place);
  spinning.set(query, place);
  setTimeout(() => answered(query), SPINNER_MS);
}

function still(place) {
  for (const button of document.querySelectorAll(`[data-place="${place}"]`)) button.removeAttribute("aria-busy");
}

/** The bot has answered a press (or nobody waits any longer): the button comes to rest. */
export function answered(query) {
  const place = spinning.get(query);
  if (!place) early.add(query);
  spinning.delete(query);
  if (place) still(place);
}
