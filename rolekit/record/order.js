// Twin of order.py: the order of the statements, which follows from the id of the response alone.

export function shuffled(items, id) {
  const drawn = (name) => hashed(`${id} ${name}`);
  const sorted = (things, name) =>
    [...things].sort((a, b) => drawn(name(a)) - drawn(name(b)));
  const pile = (pole) => sorted(items.filter((item) => item.pole === pole), (item) => item.id);
  const [first, second] = sorted(["analytics", "engineering"], (pole) => pole).map(pile);
  const turns = first.map((item, i) => [item, second[i]]);
  for (const item of pile("machine_learning")) {
    turns[hashed(`${item.id} ${id}`) % (turns.length - 1)].push(item);
  }
  return turns.flat();
}

// A whole number below 2^32 that a text in ASCII always has.
function hashed(text) {
  let number = 0x811c9dc5;
  for (const letter of text) number = Math.imul(number ^ letter.charCodeAt(0), 0x01000193);
  number = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  number = Math.imul(number ^ (number >>> 13), 0xc2b2ae35);
  return (number ^ (number >>> 16)) >>> 0;
}
