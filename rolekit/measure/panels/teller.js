// Tells the kernel how things stand. Where it does not answer, a line says so.
const PATIENCE = 10000; // milliseconds

export function teller(model, line, words) {
  let waiting;
  const slow = () => (line.textContent = words);
  const answered = () => {
    clearTimeout(waiting);
    line.textContent = "";
  };
  return {
    tell() {
      clearTimeout(waiting);
      waiting = setTimeout(slow, PATIENCE);
      const status = ({ content }) => {
        if (content.execution_state === "idle") answered();
      };
      try {
        model.send({ kind: "state", state: model.get("state") }, { iopub: { status } });
      } catch {
        slow();
      }
    },
    end: () => clearTimeout(waiting),
  };
}
