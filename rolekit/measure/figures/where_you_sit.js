// Twin of where_you_sit.py, as far as a person moves in it.
import { band, guessMark, personMark } from "./spectrum.js";

const bars = (points) => ({
  array: points.map(([middle, , high]) => high - middle),
  arrayminus: points.map(([middle, low]) => middle - low),
});

// A trace with its changed properties; those of its parts are changed one by one.
export function changed(trace, changes) {
  const parts = ["marker", "error_x", "error_y"].filter((part) => part in changes);
  const inner = parts.map((part) => [part, { ...trace[part], ...changes[part] }]);
  return { ...trace, ...changes, ...Object.fromEntries(inner) };
}

// What changes of each trace that moves, in their order: its properties, those of parts as objects.
export function moved(rules, placement, guess, lines) {
  const { color, ...dots } = band(rules, placement);
  const { size, ...you } = personMark(rules, placement, lines.join("<br>"));
  const isOpen = placement !== null && placement.depth === null;
  const known = placement === null || isOpen ? [] : [placement];
  return [
    { ...dots, marker: { color } },
    guessMark(rules, guess),
    { ...you, marker: { size } },
    { x: isOpen ? Array(2).fill(placement.lean) : [], y: isOpen ? [0, 100] : [] },
    {
      x: known.map(({ lean }) => lean),
      y: known.map(({ depth }) => depth),
      error_x: bars(known.map(({ lean, low, high }) => [lean, low, high])),
      error_y: bars(known.map(({ depth, depthLow, depthHigh }) => [depth, depthLow, depthHigh])),
    },
  ];
}
