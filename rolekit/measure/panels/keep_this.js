// A button that saves one page with the result, its picture and its code. The page of the notebook
// makes it, so that nothing is asked of a kernel.
import { say } from "../../base/sentences.js";
import { hearPlotly, plotly } from "../../base/ui/plotly.js";
import { PAPER } from "../../base/ui/save_picture.js";
import { decode, encode } from "../../record/codes.js";
import { place } from "../placement.js";
import { byFamily } from "../resemblance.js";
import { describe, describeChoices, describeGuess, describeNearest } from "../words.js";

const FILE = "where-you-sit.html";
const WIDTH = 700; // pixels: what fits a sheet of paper

// `shown` gives the response, the picture as {Plotly, data, layout}, and perhaps more to add as HTML.
function keepThis(el, tables, shown, words = "keep") {
  el.classList.add("rk-keep-this");
  el.innerHTML = `<button type="button"></button> <span role="status"></span>`;
  const [button, said] = el.children;
  button.textContent = say(tables, words);
  button.addEventListener("click", async () => {
    const { response, picture, more = "" } = shown();
    const told = result(tables, response);
    const written = { ...told, code: encode(tables, response), day: today() };
    const escaped = Object.entries(written).map(([name, text]) => [name, escape(text)]);
    const drawn = await drawing(picture, escape(told.sentence));
    const places = { ...Object.fromEntries(escaped), picture: drawn, more };
    const html = tables.keptPage.replace(/\{(\w+)\}/g, (_, name) => places[name]);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([html], { type: "text/html" }));
    link.download = FILE;
    link.click();
    URL.revokeObjectURL(link.href);
    said.textContent = say(tables, "kept", { file: FILE });
  });
}

// What comes below the statements once there is a result; returns what shows that of a response.
export function afterResult(el, tables, shown) {
  el.className = "rk-after";
  el.innerHTML = `<p></p><p></p><div class="rk-row"></div>`;
  const [beside, nearest, keepHere] = el.children;
  keepThis(keepHere, tables, shown);
  return ({ placement, isCovered }, response) => {
    el.hidden = placement === null || isCovered;
    if (el.hidden) return;
    const told = result(tables, response);
    beside.textContent = told.guess;
    nearest.textContent = told.nearest;
  };
}

// What is said of a result, beside it: the guess, the nearest titles and the pairs, as far as they go.
function result(tables, { answers, guess, pairs }) {
  const placement = place(tables, answers);
  return {
    sentence: describe(tables, placement),
    guess: guess === null ? "" : describeGuess(tables, placement, guess),
    nearest: describeNearest(tables, byFamily(tables, answers)),
    pairs: describeChoices(tables, pairs),
  };
}

// The picture as one that needs no script; none where Plotly has not come yet.
async function drawing({ Plotly, data, layout }, text) {
  if (!Plotly) return "";
  const figure = structuredClone({ data, layout: { ...layout, ...PAPER, width: WIDTH } });
  const size = { width: WIDTH, height: layout.height };
  return `<img alt="${text}" src="${await Plotly.toImage(figure, { format: "svg", ...size })}">`;
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);

function today() {
  return new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

// Where a kernel says whose result it is.
function render({ model, el }) {
  const tables = model.get("tables");
  let Plotly;
  plotly().then((found) => (Plotly = found));
  const shown = () => ({
    response: decode(tables, model.get("code")),
    picture: { Plotly, ...model.get("figure") },
    more: model.get("more"),
  });
  keepThis(el, tables, shown, model.get("more") ? "keep-plan" : "keep");
  // The element's own display belongs to ipywidgets, which sets it back.
  const paint = () => (el.firstChild.hidden = !model.get("code"));
  model.on("change:code", paint);
  paint();
  return () => model.off("change:code", paint);
}
export default { initialize: ({ model }) => hearPlotly(model), render };
