// The Explorer in the page: it holds the answers, and moves point, sentence and code by itself. The
// kernel hears of them after a moment of rest, and nothing here waits for it.
import { say } from "../../base/sentences.js";
import { codeBox } from "../../base/ui/code_box.js";
import { keep, kept } from "../../base/ui/kept.js";
import { offer } from "../../base/ui/offer.js";
import { hearPlotly, plotly } from "../../base/ui/plotly.js";
import { stand } from "../../base/ui/stand.js";
import { having } from "../../record/answers.js";
import { decode, encode, isFull } from "../../record/codes.js";
import { readCode } from "../../record/read_codes.js";
import { moved } from "../figures/where_you_sit.js";
import { guessCover, resumeField } from "./entries.js";
import { keepThis, result } from "./keep_this.js";
import { layers } from "./layers.js";
import { seen } from "./seen.js";
import { statements } from "./statements.js";
import { teller } from "./teller.js";

const SPOKEN = 600; // milliseconds of rest until a screen reader hears of it

// Lives as long as the widget: what the kernel sets is taken over, seen or not.
function initialize({ model }) {
  const leave = hearPlotly(model);
  const hear = (message) => {
    if (message.kind === "state") model.set("state", message.state);
  };
  model.on("msg:custom", hear);
  return () => {
    leave();
    model.off("msg:custom", hear);
  };
}

const LAYOUT = `
  <div class="rk-kept" hidden></div>
  <div class="rk-result">
    <div class="rk-cover"></div>
    <div class="rk-figure" role="img"></div>
    <div class="rk-told">
      <p class="rk-said" aria-hidden="true"></p>
      <p class="rk-progress" aria-hidden="true"></p>
      <p class="rk-spoken" role="status"></p>
      <button type="button" class="rk-again"></button>
    </div>
  </div>
  <p class="rk-stem"></p>
  <div class="rk-statements"></div>
  <div class="rk-after" hidden><p></p><p></p><div class="rk-row"></div></div>
  <p class="rk-next"></p>
  <div class="rk-row"><button type="button" class="rk-more"></button><span class="rk-gain" role="status"></span></div>
  <div class="rk-statements"></div>
  <div class="rk-code"></div>
  <div class="rk-row rk-resume"></div>
  <p class="rk-kernel" role="status"></p>`;

function render({ model, el }) {
  const tables = model.get("tables");
  const figure = model.get("figure");
  el.classList.add("rk-loop");
  el.innerHTML = LAYOUT;
  const find = (selector) => el.querySelector(selector);
  const write = (selector, text) => (find(selector).textContent = text);
  const told = teller(model, find(".rk-kernel"), say(tables, "kernel-slow"));

  // What is held is one code, and two things that no code tells. All else follows.
  const held = () => {
    const { code, isOpen, hasMore } = model.get("state");
    return { response: decode(tables, code), isOpen, hasMore };
  };
  const hold = (changes) => {
    const { response, isOpen, hasMore } = { ...held(), ...changes };
    const code = encode(tables, withPairs(tables, response));
    if (isBegun(response)) keep(code);
    model.set("state", { code, isOpen, hasMore });
    told.soon();
  };
  const change = (changes) => hold({ response: { ...held().response, ...changes } });
  const take = (code) => {
    const response = readCode(tables, code);
    hold({ response, hasMore: isFull(tables, response.answers) });
    return Object.keys(response.answers).length;
  };

  const picture = layers(find(".rk-figure"), figure);
  plotly().then(picture.begin);
  const cover = guessCover(find(".rk-cover"), tables, (guess) => {
    if (guess === null) hold({ isOpen: true });
    else change({ guess });
    sliders.focus();
  });
  const sliders = statements(el.querySelectorAll(".rk-statements"), tables, (id, value) => {
    change({ answers: having(tables, held().response.answers, id, value) });
  });
  const showCode = codeBox(find(".rk-code"));
  const [besideGuess, nearest, keepHere] = find(".rk-after").children;
  keepThis(keepHere, tables, () => ({ ...held(), picture: picture.whole() }));
  resumeField(find(".rk-resume"), tables, take);
  write(".rk-stem", `${tables.stem} ${say(tables, "scale")}`);
  write(".rk-again", say(tables, "guess-after-all"));
  write(".rk-more", say(tables, "more"));
  find(".rk-more").addEventListener("click", () => hold({ hasMore: true }));
  find(".rk-again").addEventListener("click", () => {
    hold({ isOpen: false });
    cover.focus();
  });
  const isKept = !isBegun(held().response) && offer(find(".rk-kept"), tables, take, () => {});

  let speaking;
  const paint = () => {
    const now = held();
    const { response } = now;
    const { placement, isCovered, lines, sentence, progress, next, gain } = seen(tables, now);
    sliders.show(response, now.hasMore);
    picture.move(moved(figure.rules, placement, response.guess, lines));
    find(".rk-kept").hidden = !isKept || isBegun(response);
    find(".rk-cover").hidden = !isCovered;
    find(".rk-figure").hidden = isCovered;
    find(".rk-again").hidden = isCovered || isBegun(response);
    find(".rk-figure").setAttribute("aria-label", sentence);
    write(".rk-said", sentence);
    write(".rk-progress", isCovered ? "" : progress);
    write(".rk-next", next);
    write(".rk-gain", gain);
    const isThere = placement !== null && !isCovered;
    find(".rk-after").hidden = !isThere;
    if (isThere) {
      const told = result(tables, response);
      besideGuess.textContent = told.guess;
      nearest.textContent = told.nearest;
    }
    find(".rk-more").disabled = now.hasMore;
    showCode(model.get("state").code);
    clearTimeout(speaking);
    const spoken = isCovered ? sentence : `${sentence} ${progress}`;
    speaking = setTimeout(() => write(".rk-spoken", spoken), SPOKEN);
  };
  // What gets the focus is scrolled clear of the result, however high that is.
  const heights = new ResizeObserver(([{ target }]) =>
    el.style.setProperty("--rk-result", `${target.offsetHeight}px`),
  );
  heights.observe(find(".rk-result"));
  model.on("change:state", paint);
  paint();
  stand(el);
  return () => {
    clearTimeout(speaking);
    told.end();
    heights.disconnect();
    model.off("change:state", paint);
    picture.end();
  };
}

const isBegun = ({ answers, guess }) => Object.keys(answers).length > 0 || guess !== null;

// The pairs were played in another notebook, meanwhile, and belong to the same record.
function withPairs(tables, response) {
  const other = kept() && decode(tables, kept().code);
  return other?.id === response.id && !response.pairs ? { ...response, pairs: other.pairs } : response;
}

export default { initialize, render };
