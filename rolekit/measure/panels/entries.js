// What is entered beside the statements: a guess beforehand, and a code to go on from.
import { say } from "../../base/sentences.js";
import { keepKeys } from "../../base/ui/keys.js";
import { range } from "../../base/ui/range.js";

// The question that covers the picture. `settle` is called with the guess, or null where it is skipped.
export function guessCover(el, tables, settle) {
  el.innerHTML = `
    <div></div>
    <div class="rk-row"><button type="button" disabled></button><button type="button"></button></div>`;
  const [ready, skip] = el.querySelectorAll("button");
  const sides = [say(tables, "analytics"), say(tables, "engineering")];
  ready.textContent = say(tables, "guess-ready");
  skip.textContent = say(tables, "skip");
  let guess = null;
  const settings = { label: say(tables, "guess-question"), least: -100, most: 100, sides };
  const line = range(el.firstElementChild, settings, (value) => {
    guess = value;
    ready.disabled = value === null;
  });
  line.show(null);
  const ends = `<span class="rk-ends" aria-hidden="true"><span></span><span></span></span>`;
  el.querySelector("label").insertAdjacentHTML("beforeend", ends);
  el.querySelectorAll(".rk-ends span").forEach((end, i) => (end.textContent = sides[i]));
  ready.addEventListener("click", () => settle(guess));
  skip.addEventListener("click", () => settle(null));
  return line;
}

// The field for a code. `take` goes on from it and returns how many answers it holds, or throws.
export function resumeField(el, tables, take) {
  el.innerHTML = `<label><span></span> <input type="text" spellcheck="false"></label>
    <button type="button"></button><span role="status"></span>`;
  const [field, go, reply] = ["input", "button", "[role]"].map((part) => el.querySelector(part));
  el.querySelector("label span").textContent = say(tables, "resume-from");
  go.textContent = say(tables, "resume");
  field.placeholder = `ROLE${tables.version}-`;
  const read = () => {
    if (!field.value) return;
    try {
      const count = take(field.value);
      reply.textContent = say(tables, count === 1 ? "resumed-one" : "resumed", { count });
      field.value = "";
    } catch (problem) {
      reply.textContent = problem.message;
    }
  };
  go.addEventListener("click", read);
  field.addEventListener("input", () => {
    if (!field.value) reply.textContent = "";
  });
  keepKeys(el, ({ target, key }) => {
    if (target === field && key === "Enter") read();
  });
}
