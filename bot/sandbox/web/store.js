// What the page knows: people, chats, the clock, how far the bot's start has come. Views subscribe to changes.

const listeners = new Set();

export const state = {
  people: [],
  chats: new Map(),
  bot: null,
  clock: { now: Date.now(), zone: "Europe/Moscow", read: performance.now() },
  opened: false,
  awake: false,
  connected: false,
  status: {},
};

/** Call `listener(event)` at every change; give the function that ends it. */
export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function emit(event) {
  for (const listener of [...listeners]) listener(event);
}

/** The sandbox's time in milliseconds, running on between the server's words. */
export function now() {
  return state.clock.now + performance.now() - state.clock.read;
}

export function person(id) {
  return state.people.find((one) => one.id === id);
}

/** How many messages wait in all chats but these. */
export function unread(except = []) {
  let sum = 0;
  for (const [id, chat] of state.chats) if (!except.includes(id)) sum += chat.unread;
  return sum;
}

function takeClock(clock) {
  state.clock = { now: clock.now, zone: clock.zone, read: performance.now() };
}

const HANDLERS = {
  hello(event) {
    Object.assign(state, { opened: event.opened, awake: event.awake, status: event.status, bot: event.bot });
    state.people = event.people;
    state.chats = new Map(event.people.map((one) => [one.id, one.chat]));
    takeClock(event.clock);
  },
  state(event) {
    Object.assign(state, { opened: event.opened, awake: event.awake, status: event.status });
  },
  clock: takeClock,
  chat(event) {
    if (state.chats.has(event.chat.id)) state.chats.set(event.chat.id, event.chat);
  },
};

/** Take in an event of the server and tell the views. */
export function apply(event) {
  HANDLERS[event.type]?.(event);
  emit(event);
}

export function setConnected(connected) {
  if (state.connected === connected) return;
  state.connected = connected;
  emit({ type: "connection" });
}
