// What the page is made of beside the loop.
import { made } from "../base/ui/made.js";

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
    form.append(Object.assign(made("button", { text }), { type: "submit", value: text }));
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
