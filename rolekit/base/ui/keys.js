// JupyterLab takes single keys, arrow keys among them, and Shift with Enter for commands of its own.
// Those that are pressed in an element stay there, and `hear` may do something about them.
const OWN = "data-rk-keys";
// Notebook 7 listens before an element does, but leaves alone what bears this. So it is set, or taken
// away for Ctrl+S and its like, before that: by one listener a page.
const LEAVE = "data-lm-suppress-shortcuts";

const isCommand = ({ ctrlKey, metaKey }) => ctrlKey || metaKey;

function mark(event) {
  if (event.target.closest?.(`[${OWN}]`)) event.target.toggleAttribute(LEAVE, !isCommand(event));
}

export function keepKeys(el, hear = () => {}) {
  el.toggleAttribute(OWN, true);
  addEventListener("keydown", (window[Symbol.for("rolekit.keys")] ??= mark), true);
  el.addEventListener("keydown", (event) => {
    if (isCommand(event)) return;
    event.stopPropagation();
    hear(event);
  });
}
