// For a page: how long it takes from a key, or from letting go of the mouse, to the end of the frame
// in which the points of its pictures are elsewhere.
(selector) => {
  // Some pages keep their pictures in shadow trees.
  const trees = (root) =>
    [...root.querySelectorAll("*")]
      .filter((element) => element.shadowRoot)
      .reduce((found, { shadowRoot }) => [...found, ...trees(shadowRoot)], [root]);
  let roots = trees(document);
  const points = () => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const where = () => {
    // A picture that is drawn anew is looked for anew.
    if (points().length === 0) roots = trees(document);
    return points().map((point) => point.getAttribute("transform"));
  };

  // A message arrives when the frame in which it was sent has been drawn.
  const channel = new MessageChannel();
  let drawn;
  channel.port1.onmessage = () => drawn();
  const frame = () =>
    new Promise((done) => {
      drawn = done;
      requestAnimationFrame(() => channel.port2.postMessage(null));
    });

  const moved = (before, now) => now.length === before.length && now.join() !== before.join();

  // From the next key to the first move of the points.
  const afterKey = () =>
    new Promise((done, fail) => {
      const pressed = async ({ timeStamp }) => {
        const before = where();
        while (!moved(before, where())) {
          if (performance.now() - timeStamp > 10_000) return fail(new Error("no point has moved"));
          await frame();
        }
        done(performance.now() - timeStamp);
      };
      addEventListener("keydown", pressed, { capture: true, once: true });
    });

  // From letting go of the mouse to the last move of the points, of those in the time after it.
  const afterDrag = (time) =>
    new Promise((done) => {
      const released = async ({ timeStamp }) => {
        let before = where();
        let last = timeStamp;
        while (performance.now() - timeStamp < time) {
          await frame();
          const now = where();
          if (moved(before, now)) last = performance.now();
          before = now;
        }
        done(last - timeStamp);
      };
      addEventListener("pointerup", released, { capture: true, once: true });
    });

  window.bench = { afterKey, afterDrag };
};
