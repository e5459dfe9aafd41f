// Twin of answers.py, as far as a page needs it: answers are item id -> 0-100, and do not change.
import { versionOf } from "./instrument.js";

// These answers with one of them changed, or taken back by null. Answers to items that were never
// asked together with this one, because it replaced them or they replaced it, give way.
export function having(tables, answers, item, value) {
  const others = Object.entries(answers).filter(([one]) => one !== item);
  if (value === null) return Object.fromEntries(others);
  const kept = others.filter(([one]) => versionOf(tables, [one, item]) !== null);
  return { ...Object.fromEntries(kept), [item]: value };
}
