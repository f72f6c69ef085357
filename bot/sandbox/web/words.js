// The page's words: the dictionary that the server put into the page.

const dictionary = JSON.parse(document.getElementById("words").textContent);

export const language = document.documentElement.lang;

/** Give a text by the end of its id, with {name}-like values put in. */
export function t(name, values = {}) {
  const text = dictionary[`sandbox-${name}`] ?? name;
  return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}
