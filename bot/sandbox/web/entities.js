// Text with entities as nodes: offsets are UTF-16 units, which is what JavaScript strings count in.

import { h } from "./dom.js";
import { t } from "./words.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

const BLOCKS = new Set(["PRE", "BLOCKQUOTE"]);

function safeLink(address) {
  const url = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  return /^(https?|mailto|tel):/i.test(url) ? url : null;
}

function link(address) {
  const href = safeLink(address);
  return href ? h("a", { href, target: "_blank", rel: "noopener noreferrer" }) : h("span");
}

function spoiler() {
  const cover = h("span", { class: "spoiler", role: "button", tabIndex: 0, "aria-label": t("spoiler") });
  const show = () => {
    cover.classList.add("open");
    cover.removeAttribute("aria-label");
  };
  cover.addEventListener("click", show);
  cover.addEventListener("keydown", (event) => event.key === "Enter" && show());
  return cover;
}

function shell(entity, text, onCommand) {
  const words = text.slice(entity.offset, entity.offset + entity.length);
  if (entity.type === "text_link") return link(entity.url);
  if (entity.type === "url") return link(words);
  if (entity.type === "spoiler") return spoiler();
  if (entity.type === "bot_command") return h("button", { type: "button", class: "command", onclick: () => onCommand(words) });
  const element = h(TAGS[entity.type] ?? "span");
  if (entity.type === "pre" && entity.language) element.dataset.language = entity.language;
  return element;
}

/** Give the nodes of a text; nested entities nest, crossing ones are cut at the outer one's end. */
export function nodes(text, entities = [], onCommand = () => {}) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  let next = 0;
  function fill(parent, from, to) {
    let at = from;
    while (next < ordered.length && ordered[next].offset < to) {
      const entity = ordered[next];
      next += 1;
      if (entity.offset < at) continue;
      const end = Math.min(entity.offset + entity.length, to);
      parent.append(text.slice(at, entity.offset));
      const element = shell(entity, text, onCommand);
      fill(element, entity.offset, end);
      parent.append(element);
      // A block ends its line itself: the line break behind it would show as an empty line.
      at = BLOCKS.has(element.tagName) && text[end] === "\n" && end < to ? end + 1 : end;
    }
    parent.append(text.slice(at, to));
  }
  const root = document.createDocumentFragment();
  fill(root, 0, text.length);
  return root;
}
