// What can wait until a hand rests: `run` is called a moment after the last `soon`. It is called at
// once when somebody may need it: they go on to another control, press, copy, or leave the page.
const REST = 100; // milliseconds
const NEEDED = ["focusout", "pointerdown", "click", "copy", "visibilitychange", "pagehide"];

export function atRest(run) {
  const over = new AbortController();
  let timer;
  const now = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    run();
  };
  for (const type of NEEDED) addEventListener(type, now, { capture: true, signal: over.signal });
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(now, REST);
    },
    now,
    end() {
      now();
      over.abort();
    },
  };
}
