// The wall: a second window of this page, or where none can open, this page itself, full screen. What
// it shows is drawn for 1280 by 720 pixels and scaled to the window as a whole, so that what keeps
// apart there keeps apart everywhere. A wall lives as long as its widget, seen or not, and what it
// needs after a reload is in the tab's storage: that it was there, and at which picture.
import { keepKeys } from "../../base/ui/keys.js";
import { hearPlotly, plotly, shelf } from "../../base/ui/plotly.js";
import { storage } from "../../base/ui/storage.js";

const OWNER = Symbol.for("rolekit.wall");
const WINDOW = "rolekit-wall";
const POLL = 400;
const STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
const LOOK = `
  html:has(> body > .rk-wall), body:has(> .rk-wall) { margin: 0; height: 100%; overflow: hidden; }
  .rk-wall { position: fixed; inset: 0; z-index: 100000; display: grid; place-items: center; overflow: hidden; outline: none; background: var(--paper); color: var(--ink); }
  .rk-wall > div { position: relative; width: 1280px; height: 720px; font: 28px/1.35 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
  .rk-wall header { display: flex; align-items: baseline; box-sizing: border-box; height: 70px; padding: 14px 40px 0; font-weight: 600; white-space: nowrap; }
  .rk-wall b { flex: 1; }
  .rk-wall main { display: grid; place-content: center; box-sizing: border-box; height: 650px; text-align: center; }
  .rk-wall main p { margin: 0 60px; }
  .rk-wall main p:first-child { font-size: 88px; font-weight: 700; }
  .rk-wall main p + p { margin-top: 24px; font-size: 40px; }
  .rk-wall main.rk-way-in { grid-template: 500px auto / 500px 640px; gap: 0 30px; }
  .rk-way-in img { grid-row: 1; width: 500px; }
  .rk-way-in div { align-self: center; }
  .rk-wall main.rk-way-in p { margin: 0; }
  .rk-wall main.rk-way-in p:first-child { font-size: 64px; }
  .rk-wall main.rk-way-in > p { grid-column: 1 / 3; margin-top: 30px; font-size: 40px; font-weight: 600; }
  .rk-wall svg text { fill: var(--ink) !important; paint-order: stroke; stroke: var(--paper); stroke-width: 6px; stroke-linejoin: round; }
  .rk-wall .heatmap-label text { fill: #1a1a1a !important; stroke: none; }
  .rk-wall button { margin-left: 40px; padding: 0 20px; border: 2px solid currentcolor; border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer; }`;
const walls = new Map(); // a widget's views are given another object than its `initialize`

// Where storage is refused, a reload forgets the wall.
const tab = (use) => storage("sessionStorage", use);

// The colours of the page, of whatever home.
function colours() {
  const page = getComputedStyle(document.body);
  const named = (...names) => names.map((one) => page.getPropertyValue(one).trim()).find(Boolean);
  return {
    "--paper": named("--jp-layout-color0", "--vscode-editor-background") ?? "#ffffff",
    "--ink": named("--jp-content-font-color1", "--vscode-editor-foreground") ?? "#212121",
  };
}

function made(model) {
  const key = `rolekit.wall.${model.get("name")}`;
  const stored = () => tab((kept) => JSON.parse(kept.getItem(key)));
  const told = new Set();
  let at = stored()?.at ?? 0;
  let shown, timer; // {there: document, root, Plotly, window: of its own or undefined}

  const pages = () => model.get("pages");
  const here = () => Math.min(at, pages().length - 1);
  const note = () => tab((kept) => kept.setItem(key, JSON.stringify({ at, open: !!shown?.window })));

  const paint = () => {
    for (const tell of told) tell();
    if (!shown) return;
    const { root, Plotly, there } = shown;
    const [title, place, main, graph] = ["b", "span", "main", "main + div"].map((part) =>
      root.querySelector(part),
    );
    const page = pages()[here()];
    title.textContent = page?.title ?? "";
    place.textContent = page ? `${here() + 1} of ${pages().length}` : "";
    main.style.display = page ? "none" : "";
    main.replaceChildren();
    graph.setAttribute("aria-label", page?.text ?? "");
    if (page) {
      // Made anew in its own window, whose arrays are of a kind of their own.
      const { data, layout } = there.defaultView.JSON.parse(JSON.stringify(page));
      Plotly.react(graph.firstChild, data, layout, { staticPlot: true, displayModeBar: false });
    } else {
      Plotly.purge(graph.firstChild);
      const add = (to, name, more) => to.appendChild(Object.assign(there.createElement(name), more));
      const [address, picture] = model.get("door");
      main.classList.toggle("rk-way-in", !!address);
      const src = `data:image/svg+xml,${encodeURIComponent(picture)}`;
      if (address) add(main, "img", { src, alt: "The address as a QR picture" });
      const counts = address ? add(main, "div") : main;
      for (const textContent of model.get("lines")) add(counts, "p", { textContent });
      if (address) add(main, "p", { textContent: address });
    }
    fit();
  };
  const fit = () => {
    if (!shown) return;
    const { root } = shown;
    for (const [name, colour] of Object.entries(colours())) root.style.setProperty(name, colour);
    const scale = Math.min(root.clientWidth / 1280, root.clientHeight / 720);
    root.firstChild.style.transform = `scale(${scale})`;
  };
  const go = (step) => {
    at = Math.max(0, Math.min(here() + step, pages().length - 1));
    note();
    paint();
  };
  const hear = (event) => {
    if (event.key === "Escape" && shown && !shown.window) return leave();
    if (!STEPS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(STEPS[event.key]);
  };
  const leave = () => {
    const before = shown;
    shown = undefined;
    clearInterval(timer);
    if (before?.window) before.window.close();
    before?.root.remove();
    if (before && !before.window && document.fullscreenElement) document.exitFullscreen();
    note();
    paint();
  };
  const look = () => {
    const mine = window[OWNER] === me;
    const gone = shown.window ? shown.window.closed : !shown.root.isConnected;
    if (mine && !gone) return fit();
    shown = undefined; // closed, or another panel's now: nothing is lost
    clearInterval(timer);
    if (gone) note();
    paint();
  };
  const put = (there, Plotly, own) => {
    const root = there.createElement("section");
    root.className = "rk-wall";
    root.tabIndex = -1;
    root.innerHTML = `<div><header><b></b><span></span></header><main></main><div role="img"><div
      aria-hidden="true"></div></div></div><style>${LOOK}</style>`;
    there.querySelector(".rk-wall")?.remove();
    there.body.append(root);
    // Set and not added, so that what takes the window over after a reload replaces them.
    (own ?? root).onkeydown = hear;
    (own ?? window).onresize = fit;
    shown = { there, root, Plotly, window: own };
    window[OWNER] = me;
    clearInterval(timer);
    timer = setInterval(look, POLL);
    note();
    paint();
    return root;
  };
  const inWindow = (own) => {
    own.document.title = "The wall";
    if (!own.Plotly) new own.Function("define", "module", "exports", shelf().source).call(own);
    put(own.document, own.Plotly, own);
  };
  const onPage = () => {
    const root = put(document, shelf().Plotly);
    const close = Object.assign(document.createElement("button"), { textContent: "Close" });
    close.addEventListener("click", leave);
    root.querySelector("header").append(close);
    root.focus();
    root.requestFullscreen?.().then(
      () => root.addEventListener("fullscreenchange", () => document.fullscreenElement || leave()),
      () => {}, // refused: it fills the page
    );
  };
  const open = () => {
    let own = null;
    try {
      own = window.open("", WINDOW, "popup,width=1280,height=720");
    } catch {
      // Where no window can open, some throw.
    }
    if (own) inWindow(own);
    else onPage();
  };
  const me = { told, open, leave, go, hear, pages, here, isShown: () => shown };

  model.on("change:pages change:lines change:door", paint);
  plotly().then(() => {
    if (!stored()?.open) return note();
    const own = window.open("", WINDOW);
    if (own?.document.querySelector(".rk-wall")) inWindow(own);
    else own?.close(); // it was closed meanwhile, and this one is new
    note();
  });
  me.end = () => {
    model.off("change:pages change:lines change:door", paint);
    clearInterval(timer);
    if (shown && !shown.window) leave();
  };
  return me;
}

function initialize({ model }) {
  const silence = hearPlotly(model);
  const wall = made(model);
  walls.set(model.get("id"), wall);
  return () => {
    silence();
    wall.end();
    walls.delete(model.get("id"));
  };
}

function render({ model, el }) {
  const wall = walls.get(model.get("id"));
  el.classList.add("rk-wall-control");
  el.innerHTML = `<button type="button" disabled>Show on the wall</button>
    <button type="button">Previous</button> <button type="button">Next</button>
    <span role="status"></span>`;
  const [open, back, next] = el.querySelectorAll("button");
  const said = el.querySelector("[role]");
  const tell = () => {
    const [shown, many, at] = [wall.isShown(), wall.pages().length, wall.here()];
    open.textContent = shown ? "Close the wall" : "Show on the wall";
    back.disabled = !shown || at <= 0;
    next.disabled = !shown || at >= many - 1;
    const what = many ? `${at + 1} of ${many}: ${wall.pages()[at].title}` : "the count";
    said.textContent = shown ? `On the wall: ${what}. Arrow keys turn the pages.` : "";
    if (shown && !shown.window) said.textContent += " This browser opened no window.";
  };
  open.addEventListener("click", () => (wall.isShown() ? wall.leave() : wall.open()));
  back.addEventListener("click", () => wall.go(-1));
  next.addEventListener("click", () => wall.go(1));
  keepKeys(el, wall.hear);
  wall.told.add(tell);
  plotly().then(() => (open.disabled = false));
  tell();
  return () => wall.told.delete(tell);
}
export default { initialize, render };
