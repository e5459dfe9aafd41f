// Plotly's script, once a page: whichever widget is first asks its kernel, and all wait for the same
// promise. What is known of it lies on `window`, where the notebooks of one JupyterLab share it.
const SHELF = Symbol.for("rolekit.plotly");
const WAIT = 3000;
const LONGEST = 30000;

// Plotly and its source, once they are there, and who waits for them.
export function shelf() {
  if (!window[SHELF]) {
    const made = { page: crypto.getRandomValues(new Uint32Array(2)).join("-"), asked: 0, waiting: [] };
    made.ready = new Promise((done) => (made.done = done));
    window[SHELF] = made;
  }
  return window[SHELF];
}

// One timer a page asks the waiting widgets, and so their kernels, in turn: one may be busy or gone.
function ask() {
  const here = shelf();
  clearTimeout(here.timer);
  if (here.Plotly || here.waiting.length === 0) return;
  const next = here.waiting.shift();
  here.waiting.push(next);
  here.timer = setTimeout(ask, Math.min(WAIT * 2 ** here.asked, LONGEST));
  here.asked += 1;
  try {
    next.send({ kind: "plotly", page: here.page });
  } catch {
    // Its kernel is gone. The timer asks the next.
  }
}

async function unpack(buffer) {
  const here = shelf();
  if (here.Plotly) return;
  const packed = new Blob([buffer]).stream().pipeThrough(new DecompressionStream("gzip"));
  const source = await new Response(packed).text();
  if (here.Plotly) return;
  // On a page that has a Plotly of its own, both stay what they are.
  const before = window.Plotly;
  new Function("define", "module", "exports", source).call(window);
  here.Plotly = window.Plotly;
  if (before) window.Plotly = before;
  here.source = source;
  here.waiting = [];
  here.done(here.Plotly);
}

// A promise of Plotly, for a widget that `hearPlotly` was called for.
export function plotly() {
  return shelf().ready;
}

// Asks for Plotly, and takes it where this widget's kernel is the one that answers.
export function hearPlotly(model) {
  const here = shelf();
  const hear = (message, buffers) => {
    if (message.kind === "plotly") unpack(buffers[0]);
  };
  model.on("msg:custom", hear);
  if (!here.Plotly) {
    here.waiting.push(model);
    if (here.waiting.length === 1) ask();
  }
  return () => {
    model.off("msg:custom", hear);
    here.waiting = here.waiting.filter((other) => other !== model);
  };
}
