// Instants of the sandbox in the school's zone, in the page's language.

import { state } from "./store.js";
import { language } from "./words.js";

const formats = new Map();

function format(kind, options) {
  const key = `${kind}:${state.clock.zone}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(language === "ru" ? "ru-RU" : "en-GB", { timeZone: state.clock.zone, ...options }));
  }
  return formats.get(key);
}

export const hours = (ms) => format("hours", { hour: "2-digit", minute: "2-digit" }).format(ms);
export const day = (ms) => format("day", { weekday: "long", day: "numeric", month: "long" }).format(ms);
export const shortDay = (ms) => format("short", { weekday: "short", day: "numeric", month: "short" }).format(ms);
export const dayKey = (ms) => format("key", { year: "numeric", month: "2-digit", day: "2-digit" }).format(ms);
export const dots = (ms) => format("dots", { day: "2-digit", month: "2-digit" }).format(ms);

/** The zone's wall time as the value of a datetime-local field. */
export function wall(ms) {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: state.clock.zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(ms);
  const of = (type) => parts.find((part) => part.type === type).value;
  return `${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
}
