// Elements made by hand: texts go in as text nodes only, never as markup.

/** Make an element. `props`: on… handlers, class, data-…/aria-… attributes, properties; children: nodes or strings. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name in element && !name.startsWith("aria")) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const PATHS = {
  back: "M15 5l-7 7 7 7",
  beside: "M4 5h16v14H4zM12 5v14",
  close: "M6 6l12 12M18 6L6 18",
  more: "M12 4.700a.800.800 0 100 1.600.800.800 0 000-1.600zM12 11.200a.800.800 0 100 1.600.800.800 0 000-1.600zM12 17.700a.800.800 0 100 1.600.800.800 0 000-1.600z",
  search: "M10.500 4a6.500 6.500 0 100 13 6.500 6.500 0 000-13zM15.500 15.500L20 20",
  send: "M4 12l16-8-5 16-3.500-6.500z",
  attach: "M20 11.500l-8 8a5 5 0 01-7-7l8.500-8.500a3.400 3.400 0 015 5L10 17.300a1.700 1.700 0 01-2.500-2.500l7.500-7.300",
  menu: "M5 7h14M5 12h14M5 17h9",
  keys: "M3 7h18v10H3zM7 10.500v.01M12 10.500v.01M17 10.500v.01M8 14h8",
  down: "M6 9l6 6 6-6",
  clock: "M12 4a8 8 0 100 16 8 8 0 000-16zM12 8v4.500l3 2",
  theme: "M20 14.500A8 8 0 119.500 4a6.500 6.500 0 0010.500 10.500z",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  reply: "M10 6L4 11.500 10 17v-3.500c5 0 8 1.500 10 4.500 0-6-4-9-10-9z",
  copy: "M9 9h11v11H9zM5 15V4h11",
  bell: "M6 17h12l-1.500-2.500V11a4.500 4.500 0 00-9 0v3.500zM10.500 20h3M4 4l16 16",
  block: "M12 4a8 8 0 100 16 8 8 0 000-16zM6.500 6.500l11 11",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  link: "M7 17L17 7M9 7h8v8",
};

/** Draw one of the page's line icons. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** Make a button that shows an icon and says its name to those who can't see it. */
export function iconButton(name, label, onclick, extra = {}) {
  return h("button", { type: "button", class: "round", title: label, "aria-label": label, onclick, ...extra }, icon(name));
}

const HUES = [168, 28, 262, 336, 204, 96, 356, 228];

/** Draw a person's initials on the person's own colour. */
export function avatar(person) {
  const letters = person.name.split(/\s+/).slice(0, 2).map((word) => word[0]).join("");
  const face = h("span", { class: "avatar", "aria-hidden": "true" }, letters.toUpperCase());
  face.style.setProperty("--hue", HUES[Math.abs(person.id) % HUES.length]);
  return face;
}
