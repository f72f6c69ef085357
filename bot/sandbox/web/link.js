// The line to the server: news by WebSocket (again and again when it breaks), acts by POST.

import { notice } from "./overlay.js";
import { apply, setConnected } from "./store.js";
import { t } from "./words.js";

let pause = 300;

/** Listen to the server for as long as the page is open. */
export function listen() {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const socket = new WebSocket(`${scheme}://${location.host}/page/live`);
  socket.addEventListener("open", () => {
    pause = 300;
    setConnected(true);
  });
  socket.addEventListener("message", (event) => apply(JSON.parse(event.data)));
  socket.addEventListener("close", () => {
    setConnected(false);
    setTimeout(listen, pause);
    pause = Math.min(pause * 1.7, 5000);
  });
}

async function answer(promise) {
  try {
    const response = await promise;
    const body = await response.json();
    if (response.ok) return body.result ?? body;
  } catch {
    // told to the person below, as any other failure
  }
  notice(t("failed"));
  return null;
}

/** Do something in a chat or with the clock; null when it failed (the person has been told). */
export function act(op, values = {}) {
  const body = JSON.stringify({ op, ...values });
  return answer(fetch("/page/act", { method: "POST", headers: { "Content-Type": "application/json" }, body }));
}

/** Send a file as photo, document, voice or video. */
export function upload(chat, kind, file, caption, replyTo) {
  const form = new FormData();
  form.append("chat", chat);
  form.append("kind", kind);
  form.append("file", file, file.name);
  if (caption) form.append("caption", caption);
  if (replyTo) form.append("reply_to", replyTo);
  return answer(fetch("/page/upload", { method: "POST", body: form }));
}

/** Read a chat's messages and what stands around them. */
export function history(chat) {
  return answer(fetch(`/page/chat/${chat}`));
}
