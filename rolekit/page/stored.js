// What this phone keeps of a participant, until they have it forgotten: their code and how far they
// are.
import { storage } from "../base/ui/storage.js";

const KEY = "rolekit";
const phone = (use) => storage("localStorage", use);

export const stored = () => phone((kept) => JSON.parse(kept.getItem(KEY)));
export const store = (things) => phone((kept) => kept.setItem(KEY, JSON.stringify(things)));
export const wipe = () => phone((kept) => kept.removeItem(KEY));
