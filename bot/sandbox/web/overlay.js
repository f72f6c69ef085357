// What lies over the page: notices, alerts, sheets, menus, the large photo.

import { h, iconButton } from "./dom.js";
import { t } from "./words.js";

const NOTICE_MS = 3500;

/** Show a passing notice; with `onclick` it can be pressed. */
export function notice(text, { onclick, face, title, kind = "" } = {}) {
  const box = document.getElementById(kind === "push" ? "pushes" : "notices");
  const body = [face, h("span", { class: "words" }, title ? h("strong", {}, title) : null, h("span", {}, text))];
  const drop = () => note.remove();
  const note = onclick
    ? h("button", { type: "button", class: `notice ${kind}`, onclick: () => { drop(); onclick(); } }, ...body)
    : h("div", { class: `notice ${kind}` }, ...body);
  box.append(note);
  while (box.children.length > 3) box.firstChild.remove();
  setTimeout(drop, NOTICE_MS);
}

/** Say something to screen readers only. */
export function speak(text) {
  document.getElementById("spoken").textContent = text;
}

/** Open a modal dialog with these nodes; give the function that closes it. Focus goes back to where it was. */
export function dialog(kind, label, ...children) {
  const before = document.activeElement;
  const element = h("dialog", { class: kind, "aria-label": label }, ...children);
  const close = () => element.open && element.close();
  element.addEventListener("click", (event) => event.target === element && close());
  element.addEventListener("close", () => {
    element.remove();
    before?.focus?.();
  });
  document.body.append(element);
  element.showModal();
  return close;
}

/** Show a bot's alert until it is read. */
export function alertBox(text) {
  const ok = h("button", { type: "button", class: "primary", autofocus: true, onclick: () => close() }, t("ok"));
  const close = dialog("alert", text, h("p", {}, text), ok);
}

/** Show a photo as large as the window. */
export function zoom(source, caption) {
  const picture = h("img", { src: source, alt: caption || t("photo"), onclick: () => picture.classList.toggle("full") });
  const close = dialog("zoom", t("photo"), iconButton("close", t("close"), () => close(), { autofocus: true }), picture);
}

/** Open a menu of [icon, text, action] at an element; arrows move, Escape closes. */
export function menu(anchor, items) {
  document.querySelector(".menu")?.remove();
  const list = h("div", { class: "menu", role: "menu" });
  const close = () => {
    list.remove();
    document.removeEventListener("pointerdown", outside, true);
  };
  const outside = (event) => !list.contains(event.target) && close();
  for (const [picture, text, action] of items) {
    const run = () => { close(); action(); };
    list.append(h("button", { type: "button", role: "menuitem", onclick: run }, picture, h("span", {}, text)));
  }
  list.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { close(); anchor.focus(); }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...list.children];
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  });
  document.body.append(list);
  const place = anchor.getBoundingClientRect();
  const left = Math.min(place.left, innerWidth - list.offsetWidth - 8);
  const below = place.bottom + list.offsetHeight + 8 < innerHeight;
  list.style.left = `${Math.max(8, left)}px`;
  list.style.top = `${below ? place.bottom + 4 : Math.max(8, place.top - list.offsetHeight - 4)}px`;
  document.addEventListener("pointerdown", outside, true);
  list.firstChild?.focus();
}
