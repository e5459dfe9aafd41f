// A notebook is ticked when somebody comes to its last cell who has tried something in it: one of our
// controls, or any touch where it has none. JupyterLab goes to the last cell by itself when it runs
// all, so that only what follows a hand in the notebook counts.
import { mark, notebooks } from "./kept.js";

const TRIES = ["input", "click"];
const HANDS = ["wheel", "pointerdown", "keydown", "touchstart"];
// Answers that are taken over and pictures that are saved are not work.
const CONTROL = ".rk-panel :is(input, select, textarea, button:not(.rk-save, .rk-offer *))";
const NAME = /(?:^|[/=])(\d\d)-[^/]*\.ipynb/;
const watched = (window[Symbol.for("rolekit.watched")] ??= new WeakSet());

// The notebook around an element; in Voila that is the whole page.
export const notebookOf = (el) => el.closest(".jp-Notebook");

// In JupyterLab, where several are open, the tab names the notebook, and elsewhere the address.
function numberOf(el) {
  const tab = el.closest(".jp-NotebookPanel")?.getAttribute("aria-labelledby");
  const name = document.getElementById(tab)?.textContent ?? decodeURIComponent(location.href);
  return NAME.exec(name)?.[1];
}

// To be called with the place of an element of ours, once it is on the page.
export function watch(el) {
  const notebook = notebookOf(el);
  const number = notebook && numberOf(el);
  if (!number || watched.has(notebook)) return;
  watched.add(notebook);
  const closed = new AbortController();
  let isHere = false;
  const isAtEnd = () => {
    const last = [...notebook.querySelectorAll(".jp-Cell")].at(-1).getBoundingClientRect();
    return last.height > 0 && last.top < innerHeight;
  };
  const settle = () => {
    if (isHere && notebooks()[number] === "tried" && isAtEnd()) mark(number, "ticked");
  };
  const isTry = (type, target) =>
    TRIES.includes(type) ? target.closest(CONTROL) : !notebook.querySelector(CONTROL);
  const hear = ({ type, target }) => {
    if (!notebook.isConnected) return closed.abort();
    if (type === "scroll") return requestAnimationFrame(settle);
    isHere = notebook.contains(target);
    if (isHere && !(number in notebooks()) && isTry(type, target)) mark(number, "tried");
    settle();
  };
  for (const type of ["scroll", ...TRIES, ...HANDS]) {
    addEventListener(type, hear, { capture: true, passive: true, signal: closed.signal });
  }
}
