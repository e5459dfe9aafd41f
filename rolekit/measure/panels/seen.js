// What a participant sees of a response: the result or what is missing for one, and how far they are.
// `isOpen`: the guess was skipped, so nothing is covered; `hasMore`: the further statements are asked.
import { say } from "../../base/sentences.js";
import { itemsOf } from "../../record/instrument.js";
import { missing, place } from "../placement.js";
import { describe, describeGain, describeMissing, lead, missingLines } from "../words.js";

export function seen(tables, { response, isOpen, hasMore }) {
  const { answers, guess } = response;
  const asked = itemsOf(tables).filter(({ form }) => hasMore || form === "short");
  const first = Object.fromEntries(
    asked.filter(({ id, form }) => form === "short" && id in answers).map(({ id }) => [id, answers[id]]),
  );
  const placement = place(tables, answers);
  const isCovered = guess === null && !isOpen;
  const count = { answered: asked.filter(({ id }) => id in answers).length, asked: asked.length };
  const isDone = count.answered === count.asked && !isCovered;
  const said = (words) =>
    isCovered
      ? say(tables, "covered")
      : placement
        ? words(tables, placement)
        : describeMissing(tables, missing(tables, answers));
  return {
    placement,
    isCovered,
    isDone,
    lines: placement ? [] : missingLines(tables, missing(tables, answers)),
    sentence: said(describe),
    lead: said(lead),
    progress: say(tables, isDone ? "done" : "progress", count),
    next: isDone ? say(tables, hasMore ? "next-all" : "next") : "",
    get gain() {
      return hasMore ? describeGain(tables, place(tables, first), placement) : "";
    },
  };
}
