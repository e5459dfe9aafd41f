// What the page is made of beside the loop.

export function made(tag, { className = "", text = "", click } = {}) {
  const element = Object.assign(document.createElement(tag), { className, textContent: text });
  if (tag === "button") element.type = "button";
  if (click) element.addEventListener("click", click);
  return element;
}

// A place whose text a screen reader says when it changes.
export function status(tag) {
  const element = made(tag);
  element.setAttribute("role", "status");
  return element;
}

// Asks before something that cannot be taken back, or that others would see.
export function ask(words, yes, no, act) {
  const box = document.createElement("dialog");
  const [asked, form] = [made("p", { text: words }), document.createElement("form")];
  asked.id = "rk-asked";
  box.setAttribute("aria-labelledby", asked.id);
  form.method = "dialog";
  for (const text of [yes, no]) {
    const choice = Object.assign(document.createElement("button"), { textContent: text, value: text });
    form.append(choice);
  }
  box.append(asked, form);
  box.addEventListener("close", () => {
    box.remove();
    if (box.returnValue === yes) act();
  });
  document.body.append(box);
  box.showModal();
  form.lastChild.focus();
}
