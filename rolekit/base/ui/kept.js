// What the tab keeps while it is open: the latest response code with its time, for the notebooks
// that follow. It goes nowhere but to one's own kernels. Where cookies are blocked the storage itself
// throws, and everything goes on without it.
const FRESH = 4 * 60 * 60 * 1000; // milliseconds for which a code is taken to be one's own

// Several servers may share an address: each has a key of its own.
function key() {
  const config = document.getElementById("jupyter-config-data")?.textContent;
  return `rolekit ${config ? JSON.parse(config).baseUrl : "/"}`;
}

function storage(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

export function keep(code) {
  storage((kept) => kept.setItem(key(), JSON.stringify({ code, at: Date.now() })));
}

export function forget() {
  storage((kept) => kept.removeItem(key()));
}

// {code, ago in words, whether it is fresh enough to be used without being asked}, or null.
export function kept() {
  const found = storage((kept) => JSON.parse(kept.getItem(key())));
  if (!found) return null;
  const age = Date.now() - found.at;
  return { code: found.code, ago: ago(age), isFresh: age < FRESH };
}

function ago(age) {
  const minutes = Math.floor(age / 60000);
  if (minutes < 1) return "just now";
  const [count, unit] = minutes < 60 ? [minutes, "minute"] : [Math.floor(minutes / 60), "hour"];
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}
