// What the tab keeps while it is open: the latest response code with its time, for the notebooks
// that follow, and which of them were tried and gone through. It goes nowhere but to one's own
// kernels.
import { storage } from "./storage.js";

const FRESH = 4 * 60 * 60 * 1000; // milliseconds for which a code is taken to be one's own

// Told to the window when anything of it changes: several notebooks may be open in it.
export const CHANGED = "rolekit-kept";

// Several servers may share an address: each has keys of its own.
let base;
const key = (what) => `rolekit ${what} ${(base ??= served())}`;

function served() {
  const config = document.getElementById("jupyter-config-data")?.textContent;
  return config ? JSON.parse(config).baseUrl : "/";
}

const tab = (use) => storage("sessionStorage", use);
const read = (what) => tab((kept) => JSON.parse(kept.getItem(key(what))));

function write(what, value) {
  tab((kept) => kept.setItem(key(what), JSON.stringify(value)));
  dispatchEvent(new Event(CHANGED));
}

export function keep(code) {
  write("code", { code, at: Date.now() });
}

export function forget() {
  for (const what of ["code", "notebooks"]) tab((kept) => kept.removeItem(key(what)));
  dispatchEvent(new Event(CHANGED));
}

// {code, ago in words, whether it is fresh enough to be used without being asked}, or null.
export function kept() {
  const found = read("code");
  if (!found) return null;
  const age = Date.now() - found.at;
  return { code: found.code, ago: ago(age), isFresh: age < FRESH };
}

// A notebook's number -> "tried", or "ticked" where its end was reached as well.
export const notebooks = () => read("notebooks") ?? {};

export function mark(number, how) {
  write("notebooks", { ...notebooks(), [number]: how });
}

function ago(age) {
  const minutes = Math.floor(age / 60000);
  if (minutes < 1) return "just now";
  const [count, unit] = minutes < 60 ? [minutes, "minute"] : [Math.floor(minutes / 60), "hour"];
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}
