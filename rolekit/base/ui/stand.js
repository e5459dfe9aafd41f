// After Run All the page stands at the first thing to do: JupyterLab goes to the last cell, and on
// again whenever a picture above it grows. The first of our panels in a notebook holds the page where
// it begins while cells are run, unless somebody scrolls, clicks or types meanwhile. From then on its
// end is waited for. The keyboard is there too: the panel as a whole has the focus, so that Tab goes to
// its first control, and no key answers anything. Cell by cell nothing is taken from the next cell.
import { watch } from "./last_step.js";

const OURS = ".rk-panel, .rk-picture";
const HANDS = ["wheel", "pointerdown", "keydown", "touchstart"];
const ABOVE = 0.35; // of what is in view: for the prose that introduces it
const LOOK = 500; // milliseconds from one look at the cells to the next
// Where the focus is left by the menu, and where JupyterLab puts it: nobody types there.
const NOWHERE = "body, .jp-Notebook, .jp-Cell, .jp-WindowedPanel-outer, .jp-NotebookPanel";
const known = (window[Symbol.for("rolekit.known")] ??= new WeakSet());

// To be called with the place of each element that may be part of a first panel.
export function stand(el) {
  // It is on the page only after this turn.
  requestAnimationFrame(() => {
    watch(el);
    const output = el.closest(".jp-OutputArea-output");
    const notebook = el.closest(".jp-WindowedPanel-outer");
    if (!output || !notebook || known.has(output)) return;
    known.add(output);
    const panel = notebook.querySelector(OURS);
    if (!output.contains(panel)) return;
    const own = { role: "group", "aria-label": "The first thing to do", tabindex: "-1" };
    Object.entries(own).forEach(([name, value]) => panel.setAttribute(name, value));
    let at = panel; // where the focus was last, and is given back to while cells are run
    panel.addEventListener("focusin", ({ target }) => (at = target));
    const hold = () => {
      const last = [...notebook.querySelectorAll(".jp-Cell")].at(-1);
      const isRunAll = last.classList.contains("jp-mod-active");
      const isLost = isRunAll && document.activeElement.matches(NOWHERE);
      if (isLost) at.focus({ preventScroll: at === panel });
      if (at !== panel) return;
      const cell = output.closest(".jp-Cell");
      const prose = cell.previousElementSibling?.getBoundingClientRect().height ?? 0;
      const above = Math.min(prose, ABOVE * notebook.clientHeight);
      const top = output.getBoundingClientRect().top - notebook.getBoundingClientRect().top;
      if (Math.abs(top - above) > 1) notebook.scrollTop += top - above;
    };
    let quiet = 0;
    const look = setInterval(() => {
      const prompts = [...notebook.querySelectorAll(".jp-InputPrompt")];
      quiet = prompts.some((prompt) => prompt.textContent.includes("*")) ? 0 : quiet + 1;
      hold();
      if (quiet === 2) release();
    }, LOOK);
    const release = () => {
      clearInterval(look);
      notebook.removeEventListener("scroll", hold);
      HANDS.forEach((hand) => removeEventListener(hand, hear, true));
    };
    const hear = ({ key }) => key === "Tab" || release();
    notebook.addEventListener("scroll", hold);
    HANDS.forEach((hand) => addEventListener(hand, hear, true));
    hold();
  });
}
