// JupyterLab takes single keys, arrow keys among them, and Shift with Enter for commands of its own.
// Those that are pressed in an element stay there, and `hear` may do something about them.
export function keepKeys(el, hear = () => {}) {
  el.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    hear(event);
  });
}
