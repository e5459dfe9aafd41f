// The list of notebooks is plain text of the notebook, and reads well without this. Here it gets a
// tick beside each notebook that was gone through, and a way to take all of them off.
import { say } from "../sentences.js";
import { CHANGED, forget, kept, notebooks } from "./kept.js";
import { notebookOf } from "./last_step.js";
import { made } from "./made.js";
import { stand } from "./stand.js";

function render({ model, el }) {
  const tables = { sentences: model.get("sentences") };
  el.classList.add("rk-sentence");
  el.innerHTML = `<p></p><div class="rk-row rk-offer"><button type="button"></button></div>`;
  const [means, row, other] = ["p", "div", "button"].map((part) => el.querySelector(part));
  means.textContent = say(tables, "tick-means");
  other.textContent = say(tables, "someone-else");
  other.addEventListener("click", forget);
  const tick = () => {
    const mark = made("span", { className: "rk-tick", text: " ✓" });
    return Object.assign(mark, { role: "img", ariaLabel: say(tables, "ticked") });
  };

  const paint = () => {
    const found = notebooks();
    for (const link of notebookOf(el).querySelectorAll("td a")) {
      const isTicked = found[link.textContent.slice(0, 2)] === "ticked";
      const shown = link.parentElement.querySelector(".rk-tick");
      if (isTicked && !shown) link.after(tick());
      else if (!isTicked) shown?.remove();
    }
    // Its place stays: what is being clicked below must not move away.
    const isAny = kept() || Object.keys(found).length > 0;
    row.style.visibility = isAny ? "visible" : "hidden";
  };
  // It is on the page only after this turn.
  const frame = requestAnimationFrame(paint);
  stand(el);
  const heard = [CHANGED, "pageshow"];
  heard.forEach((name) => addEventListener(name, paint));
  return () => {
    cancelAnimationFrame(frame);
    heard.forEach((name) => removeEventListener(name, paint));
  };
}
export default { render };
