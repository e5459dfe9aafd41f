// What JupyterLab leaves unsaid where a notebook is not running. Of a panel that no kernel knows, in a
// notebook saved yesterday, it only says "Error displaying widget: model not found": here it gets
// what to do, and its picture or its words as they are saved beside it. And a saved picture gets its
// words for those who cannot see it. On a narrow page the list of files, which would take most of it,
// starts hidden. This is an extension as JupyterLab loads it, written by hand.
const LOST = ".jp-OutputArea-output.jupyter-widgets:not(:has(*))";
// Without a server a kernel ends with its page, and what an earlier one showed is awaited for ever.
const ALONE = "script[data-jupyter-lite-root]";
const AWAITED = ".jp-OutputArea-output.lm-Panel:not(.jupyter-widgets, :has(*))";
const UNNAMED = ".jp-OutputArea-output.jp-RenderedImage img:not([alt])";
const SENTENCE = "Not running yet: choose Run, Run All Cells.";
const REPEATED = / Choose Run, Run All Cells[^.]*\.$/;
const NARROW = 700; // pixels of a page
const LOOK = 200; // milliseconds from a change of the page to a look at it

// The output areas of the notebooks that are open, each with its model.
const areas = (app) =>
  [...app.shell.widgets("main")]
    .flatMap(({ content }) => content?.widgets ?? [])
    .flatMap(({ outputArea }) => outputArea ?? []);

const areaOf = (app, output) => areas(app).find(({ node }) => node.contains(output));

// What is saved of an output, and about its picture.
function saved(app, output) {
  const area = areaOf(app, output);
  const places = [...(area?.node.querySelectorAll(".jp-OutputArea-output") ?? [])];
  const { data = {}, metadata = {} } = area?.model.get(places.indexOf(output)) ?? {};
  const { alt, width } = metadata["image/png"] ?? {};
  return { png: data["image/png"], alt: alt ?? "", width, words: data["text/plain"] ?? "" };
}

function instead(app, output) {
  const { png, alt, width, words } = saved(app, output);
  const said = document.createElement("p");
  said.innerHTML = `<strong>${SENTENCE}</strong> `;
  output.replaceChildren(said);
  if (png) {
    const picture = document.createElement("img");
    Object.assign(picture, { src: `data:image/png;base64,${png}`, alt, width });
    output.append(picture);
  } else said.append(words.replace(REPEATED, ""));
}

function look(app) {
  const lost = [...document.querySelectorAll(LOST)];
  if (document.querySelector(ALONE)) {
    const awaited = [...document.querySelectorAll(AWAITED)];
    lost.push(...awaited.filter((output) => !areaOf(app, output)?.future));
  }
  lost.forEach((output) => instead(app, output));
  document.querySelectorAll(UNNAMED).forEach((picture) => {
    picture.alt = saved(app, picture.closest(".jp-OutputArea-output")).alt;
  });
}

// Whatever opens a path shows the list of files beside it, and so may what was there before.
function makeRoom({ commands, restored, shell }) {
  const hide = () => shell.collapseLeft?.();
  restored.then(hide);
  commands.commandExecuted.connect((_, { id, args, result }) => {
    if (id.startsWith("filebrowser:") && args.path) result.then(hide);
  });
}

const plugin = {
  id: "rolekit:instead",
  autoStart: true,
  activate(app) {
    let timer;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        look(app);
      }, LOOK);
    };
    if (innerWidth < NARROW) makeRoom(app);
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
  },
};
(window._JUPYTERLAB ??= {}).rolekit = { init() {}, get: async () => () => plugin };
