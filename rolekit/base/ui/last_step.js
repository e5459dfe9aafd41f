// A notebook is ticked when its last cell has come into view, once something in it was tried: one of
// our controls, or any touch where it has none. So the cells alone, run from the menu, tick nothing.
import { mark, notebooks } from "./kept.js";

const TRIES = ["input", "click"];
const HANDS = ["wheel", "pointerdown", "keydown", "touchstart"];
// Answers that are taken over and pictures that are saved are not work.
const CONTROL = ".rk-panel :is(input, select, textarea, button:not(.rk-save, .rk-offer *))";
const NAME = /(?:^|[/=])(\d\d)-[^/]*\.ipynb/;
const watched = (window[Symbol.for("rolekit.watched")] ??= new WeakSet());

// In JupyterLab, where several are open, the tab names the notebook, and elsewhere the address.
function numberOf(el) {
  const tab = el.closest(".jp-NotebookPanel")?.getAttribute("aria-labelledby");
  const name = document.getElementById(tab)?.textContent ?? decodeURIComponent(location.href);
  return NAME.exec(name)?.[1];
}

// The place of a notebook's cells: Voila has one notebook on a page, and nothing around its cells.
export const cellsAround = (el) =>
  el.closest(".jp-Cell") && (el.closest(".jp-Notebook") ?? document.body);

// To be called with the place of an element of ours, once it is on the page.
export function watch(el) {
  const cells = cellsAround(el);
  const number = cells && numberOf(el);
  if (!number || watched.has(cells)) return;
  watched.add(cells);
  let isAtEnd = false;
  const settle = () => {
    if (isAtEnd && notebooks()[number] === "tried") mark(number, "ticked");
  };
  const hear = ({ type, target }) => {
    const isTry = () =>
      TRIES.includes(type) ? target.closest(CONTROL) : !cells.querySelector(CONTROL);
    if (!(number in notebooks()) && isTry()) mark(number, "tried");
    settle();
  };
  for (const type of [...TRIES, ...HANDS]) {
    cells.addEventListener(type, hear, { capture: true, passive: true });
  }
  new IntersectionObserver(([{ isIntersecting }]) => {
    isAtEnd = isIntersecting;
    settle();
  }).observe([...cells.querySelectorAll(".jp-Cell")].at(-1));
}
