// An element of a page, with what it is called by the style, what is in it and what a click does.
export function made(tag, { className = "", text = "", click } = {}) {
  const element = Object.assign(document.createElement(tag), { className, textContent: text });
  if (tag === "button") element.type = "button";
  if (click) element.addEventListener("click", click);
  return element;
}
