// Sends a code to the door until it is kept there. What fails is tried again after growing pauses, and
// when the phone is back on the network.
const [FIRST, LONGEST, PATIENCE] = [2000, 60000, 15000]; // milliseconds

// `told` is called with how the code that was sent fared: "kept", "waiting" or "refused", and then why.
export function sender(address, told) {
  let waiting = null;
  let isUnderWay = false;
  let pause, timer;

  const post = async (code) => {
    const late = new AbortController();
    const ending = setTimeout(() => late.abort(), PATIENCE);
    try {
      const headers = { "Content-Type": "text/plain" };
      const answer = await fetch(address, { method: "POST", body: code, headers, signal: late.signal });
      if (answer.ok && (await answer.json()).kept) return ["kept"];
      // It was read, and is no code that can be kept.
      return answer.status === 400 ? ["refused", await answer.text()] : ["waiting"];
    } catch {
      return ["waiting"];
    } finally {
      clearTimeout(ending);
    }
  };
  const attempt = async () => {
    clearTimeout(timer);
    if (waiting === null || isUnderWay) return;
    isUnderWay = true;
    const code = waiting;
    const [how, why] = await post(code);
    isUnderWay = false;
    if (waiting !== code) return attempt(); // it was changed or wiped meanwhile
    if (how === "waiting") {
      // Not all phones of a room at the same moment.
      timer = setTimeout(attempt, pause * (0.75 + Math.random() / 2));
      pause = Math.min(2 * pause, LONGEST);
    } else {
      waiting = null;
    }
    told(how, code, why);
  };
  addEventListener("online", attempt);
  // From now on this code, or none.
  return (code) => {
    waiting = code;
    pause = FIRST;
    return attempt();
  };
}
