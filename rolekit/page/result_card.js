// The whole result in words, how it goes with the guess, the nearest titles, and the map for people who
// ask for it: Plotly is as large as fifty pages like this one.
import { say } from "../base/sentences.js";
import { givingWay } from "../measure/figures/role_map.js";
import { changed, moved } from "../measure/figures/where_you_sit.js";
import { byFamily } from "../measure/resemblance.js";
import { describeGuess, describeNearest } from "../measure/words.js";

let plotly;

function load() {
  plotly ??= new Promise((done, fail) => {
    const script = Object.assign(document.createElement("script"), { src: "map.js" });
    script.addEventListener("load", () => done(globalThis.Plotly));
    script.addEventListener("error", () => {
      plotly = undefined;
      script.remove();
      fail();
    });
    document.head.append(script);
  });
  return plotly;
}

// Builds the card in `el`, and returns what shows there what is seen of a response.
export function resultCard(el, tables, { rules }) {
  el.innerHTML = `<h2></h2><p></p><p></p><p></p><button type="button"></button><span role="status"></span>
    <div role="img" class="rk-map" hidden><div aria-hidden="true"></div></div>`;
  const [title, button, status, map] = ["h2", "button", "span", ".rk-map"].map((part) =>
    el.querySelector(part),
  );
  const [whole, guessed, nearest] = el.querySelectorAll("p");
  title.textContent = say(tables, "result");
  button.textContent = say(tables, "map");
  let Plotly;
  let shown = null;

  const draw = () => {
    const width = Math.floor(map.clientWidth);
    if (!Plotly || !width || !shown) return;
    const { data, layout } = structuredClone(globalThis.rolekitMap);
    const changes = moved(rules, shown, null, []).slice(3);
    const marks = changes.map((one, i) => changed(data[i], one));
    const { l, r } = layout.template.layout.margin;
    const scale = (width - l - r) / (2 * layout.xaxis.range[1]);
    const traces = [...marks, ...givingWay(data.slice(marks.length), shown, scale)];
    // A finger on it scrolls the page.
    Plotly.react(map.firstElementChild, traces, { ...layout, width }, { staticPlot: true });
  };
  new ResizeObserver(draw).observe(map);
  button.addEventListener("click", async () => {
    button.disabled = true;
    status.textContent = say(tables, "map-loading");
    try {
      Plotly = await load();
      [button.hidden, map.hidden, status.textContent] = [true, false, ""];
      draw();
    } catch {
      status.textContent = say(tables, "map-failed");
      button.disabled = false;
    }
  });
  return ({ placement, sentence }, { answers, guess }) => {
    el.hidden = !placement;
    shown = placement;
    if (!placement) return;
    whole.textContent = sentence;
    guessed.textContent = guess === null ? "" : describeGuess(tables, placement, guess);
    nearest.textContent = describeNearest(tables, byFamily(tables, answers));
    map.setAttribute("aria-label", say(tables, "map-said", { sentence }));
    draw();
  };
}
