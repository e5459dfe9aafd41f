// The participant's loop, in a notebook and on the page for phones: guess, result, statements, code.
import { say } from "../../base/sentences.js";
import { codeBox } from "../../base/ui/code_box.js";
import { atRest } from "../../base/ui/rest.js";
import { having } from "../../record/answers.js";
import { encode, isFull } from "../../record/codes.js";
import { readCode } from "../../record/read_codes.js";
import { guessCover, resumeField } from "./entries.js";
import { seen } from "./seen.js";
import { statements } from "./statements.js";

const SPOKEN = 500; // milliseconds of rest, after the first, until a screen reader hears of it
const MOVING = "data-rk-moving"; // there until everything has followed

const LAYOUT = `
  <div class="rk-result">
    <div class="rk-cover"></div>
    <div class="rk-drawn"><div class="rk-figure" role="img"></div></div>
    <div class="rk-told">
      <p class="rk-said" aria-hidden="true"></p>
      <p class="rk-progress" aria-hidden="true"></p>
      <p class="rk-spoken" role="status"></p>
      <button type="button" class="rk-again"></button>
    </div>
  </div>
  <p class="rk-stem"></p>
  <div class="rk-statements"></div>
  <p class="rk-next"></p>
  <div class="rk-row rk-further"><button type="button" class="rk-more"></button><span class="rk-gain" role="status"></span></div>
  <div class="rk-statements"></div>
  <div class="rk-code"></div>
  <div class="rk-row rk-resume"></div>`;

// Builds it in `el`. `held` gives {response, isOpen, hasMore}, and `hold` takes changes of it and then
// calls `paint`, sooner or later. `picture` is called with the place of the picture, and returns what
// shows what is seen of a response: `move` at once, `settle` when the sliders rest. `short`: the count
// stands beside the first sentence alone.
export function asking(el, tables, held, hold, picture, short = false) {
  el.classList.add("rk-loop");
  el.innerHTML = LAYOUT;
  const find = (selector) => el.querySelector(selector);
  const write = (selector, text) => {
    const part = find(selector);
    if (part.textContent !== text) part.textContent = text;
  };
  const change = (changes) => hold({ response: { ...held().response, ...changes } });
  const take = (code) => {
    const response = readCode(tables, code);
    hold({ response, hasMore: isFull(tables, response.answers) });
    return Object.keys(response.answers).length;
  };

  const { move, settle } = picture(find(".rk-figure"));
  const cover = guessCover(find(".rk-cover"), tables, (guess) => {
    if (guess === null) hold({ isOpen: true });
    else change({ guess });
    sliders.focus();
  });
  const sliders = statements(el.querySelectorAll(".rk-statements"), tables, (id, value) => {
    change({ answers: having(tables, held().response.answers, id, value) });
  });
  const showCode = codeBox(find(".rk-code"));
  resumeField(find(".rk-resume"), tables, take);
  write(".rk-stem", `${tables.stem} ${say(tables, "scale")}`);
  write(".rk-again", say(tables, "guess-after-all"));
  write(".rk-more", say(tables, "more"));
  find(".rk-more").addEventListener("click", () => hold({ hasMore: true }));
  find(".rk-again").addEventListener("click", () => {
    hold({ isOpen: false });
    cover.focus();
  });

  let now, shown, height, speaking;
  const rest = atRest(() => {
    const { response, hasMore } = now;
    const { isCovered, sentence } = shown;
    fit();
    settle(shown, response);
    find(".rk-figure").setAttribute("aria-label", sentence);
    write(".rk-next", shown.next);
    write(".rk-gain", shown.gain);
    find(".rk-more").disabled = hasMore;
    showCode(encode(tables, response));
    const spoken = isCovered ? sentence : `${sentence} ${shown.progress}`;
    clearTimeout(speaking);
    speaking = setTimeout(() => write(".rk-spoken", spoken), SPOKEN);
    el.removeAttribute(MOVING);
  });
  const paint = () => {
    now = held();
    shown = seen(tables, now);
    const { response, hasMore } = now;
    const { isCovered } = shown;
    el.setAttribute(MOVING, "");
    clearTimeout(speaking);
    move(shown, response);
    sliders.show(response, hasMore);
    el.classList.toggle("rk-covered", isCovered);
    find(".rk-cover").hidden = !isCovered;
    find(".rk-figure").hidden = isCovered;
    find(".rk-again").hidden = isCovered || isBegun(response);
    write(".rk-said", short ? shown.lead : shown.sentence);
    write(".rk-progress", isCovered ? "" : shown.progress);
    rest.soon();
    if (height === undefined) rest.now(); // it opens with everything in its place
  };
  // What gets the focus is scrolled clear of the result, however high that is. All of the loop is
  // styled anew for another height.
  const fit = () => {
    const { offsetHeight } = find(".rk-result");
    el.classList.toggle("rk-tall", offsetHeight > innerHeight / 2);
    if (offsetHeight !== height) el.style.setProperty("--rk-result", `${offsetHeight}px`);
    height = offsetHeight;
  };
  const heights = new ResizeObserver(rest.soon);
  heights.observe(find(".rk-result"));
  return {
    paint,
    take,
    end() {
      rest.end();
      clearTimeout(speaking);
      heights.disconnect();
    },
  };
}

export function isBegun({ answers, guess }) {
  return Object.keys(answers).length > 0 || guess !== null;
}
