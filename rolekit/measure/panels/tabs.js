// Someone with the same record open in two tabs of a browser is one person: what is answered in one
// is taken over by the other, so that the later answer does not undo the earlier.
const NAME = "rolekit";

// `take` is called with what another tab holds; returns how to tell the others, and how to end.
export function tabs(take) {
  let channel;
  try {
    channel = new BroadcastChannel(NAME);
  } catch {
    return { tell() {}, end() {} }; // refused, as storage may be
  }
  channel.onmessage = ({ data }) => take(data);
  return { tell: (state) => channel.postMessage(state), end: () => channel.close() };
}
