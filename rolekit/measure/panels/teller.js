// Tells the kernel how things stand, after a moment of rest. Where it does not answer, a line says so,
// and it is told again: a link that is lost takes with it what was on the way.
const REST = 100; // milliseconds
const PATIENCE = 10000;

export function teller(model, line, words) {
  let resting, waiting;
  const slow = () => {
    line.textContent = words;
    waiting = setTimeout(tell, PATIENCE);
  };
  const answered = () => {
    clearTimeout(waiting);
    line.textContent = "";
  };
  const tell = () => {
    resting = undefined;
    clearTimeout(waiting);
    waiting = setTimeout(slow, PATIENCE);
    const status = ({ content }) => {
      if (content.execution_state === "idle") answered();
    };
    try {
      model.send({ kind: "state", state: model.get("state") }, { iopub: { status } });
    } catch {
      clearTimeout(waiting);
      slow();
    }
  };
  return {
    soon() {
      clearTimeout(resting);
      resting = setTimeout(tell, REST);
    },
    end() {
      clearTimeout(resting);
      if (resting) tell();
      clearTimeout(waiting);
    },
  };
}
