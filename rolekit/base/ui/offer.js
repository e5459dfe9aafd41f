// Offers the answers that the tab has kept: to use them, or to be someone else.
import { say } from "../sentences.js";
import { forget, kept } from "./kept.js";
import { made } from "./made.js";

// Fills `el` with the two buttons, and returns what is kept, or null. `use` is called with the code,
// `leave` when it is forgotten.
export function offer(el, tables, use, leave) {
  const found = kept();
  el.hidden = !found;
  if (!found) return null;
  const button = (text, click) => made("button", { text, click });
  const own = button(say(tables, "use-kept", { ago: found.ago }), () => use(found.code));
  const other = button(say(tables, "someone-else"), () => {
    forget();
    el.hidden = true;
    leave();
  });
  el.classList.add("rk-row", "rk-offer");
  el.replaceChildren(own, other);
  return { ...found, press: (pressed) => own.setAttribute("aria-pressed", String(pressed)) };
}
