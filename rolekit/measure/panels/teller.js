// Tells the kernel how things stand. Where it does not answer, a line says so, and it is told again: a
// link that is lost takes with it what was on the way.
const PATIENCE = 10000; // milliseconds

export function teller(model, line, words) {
  let waiting;
  const slow = () => {
    line.textContent = words;
    waiting = setTimeout(tell, PATIENCE);
  };
  const answered = () => {
    clearTimeout(waiting);
    line.textContent = "";
  };
  const tell = () => {
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
  return { tell, end: () => clearTimeout(waiting) };
}
