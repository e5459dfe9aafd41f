// Tells the kernel how things stand. Where it does not answer, a line says so, and it is told again: a
// link that is lost takes with it what was on the way.
const PATIENCE = 10000; // milliseconds

export function teller(model, line, words) {
  let waiting;
  let last = 0; // what an earlier one is answered with says nothing of the last
  const slow = () => {
    line.textContent = words;
    waiting = setTimeout(tell, PATIENCE);
  };
  const answered = (untold) => {
    clearTimeout(waiting);
    line.textContent = "";
    if (model.get("untold") === untold) model.set("untold", null);
  };
  const tell = () => {
    clearTimeout(waiting);
    waiting = setTimeout(slow, PATIENCE);
    last += 1;
    const [own, untold] = [last, model.get("untold")];
    const status = ({ content }) => {
      if (own === last && content.execution_state === "idle") answered(untold);
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
