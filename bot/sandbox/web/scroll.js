// Keeping the eye where it is: new messages follow the bottom, edits above the view don't move what is seen.

const NEAR = 80;

/** Tell whether the list stands at its end. */
export function atEnd(list) {
  return list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
}

/** Go to the end. */
export function toEnd(list, smooth = false) {
  list.scrollTo({ top: list.scrollHeight, behavior: smooth ? "smooth" : "instant" });
}

/** Change the list by `change` so that what is in view stays there; at the end it stays at the end. */
export function steady(list, change) {
  const end = atEnd(list);
  const anchor = end ? null : firstVisible(list);
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (end) toEnd(list);
  else if (anchor?.isConnected) list.scrollTop += anchor.getBoundingClientRect().top - before;
}

function firstVisible(list) {
  const top = list.getBoundingClientRect().top;
  return [...list.children].find((child) => child.getBoundingClientRect().bottom > top + 1);
}
