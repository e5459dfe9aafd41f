// What this phone keeps of a participant, until they have it forgotten: their code and how far they
// are. Where storage is blocked, access itself throws, and all goes on until the page is closed.
const KEY = "rolekit";

function storage(use) {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

export function stored() {
  return storage((kept) => JSON.parse(kept.getItem(KEY)));
}

export function store(things) {
  storage((kept) => kept.setItem(KEY, JSON.stringify(things)));
}

export function wipe() {
  storage((kept) => kept.removeItem(KEY));
}
