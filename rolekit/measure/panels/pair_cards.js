// Two cards at a time, and a choice by click or by arrow key. The whole game runs on the page, so
// that it does not wait for the kernel; the kernel hears of every choice, and a page that is loaded
// again goes on from there.
import { keepKeys } from "../../base/ui/keys.js";

function render({ model, el }) {
  el.classList.add("rk-pairs");
  el.innerHTML = `
    <p class="rk-pairs-ask"></p>
    <div class="rk-pairs-cards" role="group" aria-label="Which would you rather do?">
      <button type="button" class="rk-card"><span aria-hidden="true">←</span><span></span></button>
      <button type="button" class="rk-card"><span></span><span aria-hidden="true">→</span></button>
    </div>
    <div class="rk-pairs-row">
      <button type="button" class="rk-back">Back</button>
      <button type="button" class="rk-skip">Neither, skip</button>
      <span role="status"></span>
    </div>`;
  const find = (selector) => el.querySelector(selector);
  const cards = [...el.querySelectorAll(".rk-card")];
  const words = [cards[0].lastElementChild, cards[1].firstElementChild];
  const [back, skip, said] = [".rk-back", ".rk-skip", "[role=status]"].map(find);
  const count = model.get("pairs").length;
  let isAsked = false; // whether all should be forgotten

  const pairAsked = (at) => `Pair ${at + 1} of ${count}: which would you rather do?`;
  const paint = () => {
    const at = model.get("at");
    const over = at >= count;
    const pair = model.get("pairs")[Math.min(at, count - 1)];
    isAsked &&= over;
    const asked = over ? "That was the last pair." : pairAsked(at);
    find(".rk-pairs-ask").textContent = isAsked ? `Forget your ${count} choices?` : asked;
    find(".rk-pairs-cards").hidden = over;
    pair.forEach((text, i) => (words[i].textContent = text));
    cards.forEach((card, i) =>
      card.setAttribute("aria-pressed", String(!over && model.get("choices")[at] === i)),
    );
    back.disabled = at === 0;
    back.textContent = isAsked ? "Keep them" : over ? "Back to the last pair" : "Back";
    skip.textContent = isAsked ? "Forget them" : over ? "Start over" : "Neither, skip";
    said.textContent = over ? find(".rk-pairs-ask").textContent : `${pair[0]}, or ${pair[1]}?`;
  };
  const go = (changes) => {
    Object.entries(changes).forEach(([name, value]) => model.set(name, value));
    model.save_changes();
    paint();
  };
  const choose = (side) => {
    const at = model.get("at");
    if (at >= count) return;
    const choices = [...model.get("choices")];
    choices[at] = side;
    go({ choices, at: at + 1 });
    if (at + 1 >= count) back.focus({ preventScroll: true });
  };
  const step = (key) => {
    if (key === "ArrowLeft") choose(0);
    else if (key === "ArrowRight") choose(1);
    else return false;
    return true;
  };

  cards.forEach((card, i) => card.addEventListener("click", () => choose(i)));
  const ask = (asked) => {
    isAsked = asked;
    paint();
  };
  back.addEventListener("click", () => {
    if (isAsked) ask(false);
    else go({ at: Math.max(0, model.get("at") - 1) });
  });
  skip.addEventListener("click", () => {
    if (model.get("at") < count) choose(null);
    else if (isAsked) go({ choices: Array(count).fill(null), at: 0 });
    else ask(true);
  });
  // A key that is held down chooses once. Alt with an arrow is the browser's own way back.
  keepKeys(el, (event) => {
    if (event.altKey) return;
    if (event.repeat ? event.key !== "Tab" : step(event.key)) event.preventDefault();
  });
  model.on("change:pairs change:choices change:at", paint);
  paint();
  return () => model.off("change:pairs change:choices change:at", paint);
}
export default { render };
