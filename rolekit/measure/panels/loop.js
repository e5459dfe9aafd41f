// The Explorer in the page: it holds the answers, and moves point, sentence and code by itself. The
// kernel hears of them after a moment of rest, and nothing here waits for it.
import { say } from "../../base/sentences.js";
import { keep, kept } from "../../base/ui/kept.js";
import { offer } from "../../base/ui/offer.js";
import { hearPlotly, plotly } from "../../base/ui/plotly.js";
import { atRest } from "../../base/ui/rest.js";
import { stand } from "../../base/ui/stand.js";
import { decode, encode } from "../../record/codes.js";
import { strip } from "../figures/strip.js";
import { moved } from "../figures/where_you_sit.js";
import { asking, isBegun } from "./asking.js";
import { afterResult } from "./keep_this.js";
import { layers } from "./layers.js";
import { tabs } from "./tabs.js";
import { teller } from "./teller.js";

// Lives as long as the widget: what the kernel sets is taken over, seen or not. Where a lost link comes
// back, JupyterLab brings what the kernel knew before: that does not undo what it was not told yet.
function initialize({ model }) {
  const leave = hearPlotly(model);
  const hear = (message) => {
    if (message.kind !== "state") return;
    model.set("untold", null);
    model.set("state", message.state);
  };
  const stay = () => {
    const untold = model.get("untold");
    if (untold && untold !== model.get("state")) model.set("state", untold);
  };
  model.on("msg:custom", hear);
  model.on("change:state", stay);
  // What the roles say takes a while: asked for after Plotly, it comes while that is unpacked.
  if (!model.get("figure").hover) model.send({ kind: "hover" });
  return () => {
    leave();
    model.off("msg:custom", hear);
    model.off("change:state", stay);
  };
}

function render({ model, el }) {
  const tables = model.get("tables");
  const figure = model.get("figure");

  // What is held is one code, and two things that no code tells. All else follows.
  const held = () => {
    const { code, isOpen, hasMore } = model.get("state");
    return { response: decode(tables, code), isOpen, hasMore };
  };
  const hold = (changes) => {
    const { response, isOpen, hasMore } = { ...held(), ...changes };
    const code = encode(tables, withPairs(tables, response));
    rest.soon();
    change({ code, isOpen, hasMore });
  };
  const change = (state) => {
    model.set("untold", state);
    model.set("state", state);
  };
  const rest = atRest(() => {
    if (isBegun(held().response)) keep(model.get("state").code);
    others.tell(model.get("state"));
    told.tell();
  });
  const others = tabs((state) => {
    if (decode(tables, state.code).id !== held().response.id) return;
    change(state);
    told.tell();
  });

  let picture;
  const loop = asking(el, tables, held, hold, (place) => {
    picture = layers(place, figure);
    // Until Plotly has come, which takes seconds on a slow link.
    const meanwhile = document.createElement("div");
    place.append(meanwhile);
    const draw = strip(meanwhile, tables, figure.strip);
    plotly().then(() => meanwhile.remove());
    const move = (seen, { guess }) => {
      if (meanwhile.parentElement) draw(seen.placement, guess);
      picture.move(moved(figure.rules, seen.placement, guess, seen.lines), seen.placement);
    };
    return { move, settle: (seen, response) => after(seen, response) };
  });
  const below = document.createElement("div");
  el.querySelector(".rk-next").before(below);
  const after = afterResult(below, tables, () => ({ ...held(), picture: picture.whole() }));
  plotly().then(picture.begin);
  el.insertAdjacentHTML("afterbegin", `<div class="rk-kept" hidden></div>`);
  el.insertAdjacentHTML("beforeend", `<p class="rk-kernel" role="status"></p>`);
  const [keptHere, line] = [".rk-kept", ".rk-kernel"].map((part) => el.querySelector(part));
  const told = teller(model, line, say(tables, "kernel-slow"));
  const isKept = !isBegun(held().response) && offer(keptHere, tables, loop.take, () => {});

  const paint = () => {
    loop.paint();
    keptHere.hidden = !isKept || isBegun(held().response);
  };
  const speak = () => picture.still(model.get("figure").data);
  model.on("change:figure", speak);
  model.on("change:state", paint);
  paint();
  stand(el);
  return () => {
    rest.end();
    loop.end();
    told.end();
    others.end();
    model.off("change:state", paint);
    model.off("change:figure", speak);
    picture.end();
  };
}

// The pairs were played in another notebook, meanwhile, and belong to the same record.
function withPairs(tables, response) {
  const other = kept() && decode(tables, kept().code);
  return other?.id === response.id && !response.pairs ? { ...response, pairs: other.pairs } : response;
}

export default { initialize, render };
