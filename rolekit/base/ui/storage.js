// What a browser keeps for a page, in its storage of this name. Where that is refused, access itself
// throws: then there is nothing, and everything goes on without it.
export function storage(name, use) {
  try {
    return use(window[name]);
  } catch {
    return null;
  }
}
