// Twin of codes.py, which says how a code is made. A response is {answers, id, round, guess, pairs},
// the answers by item id; its id is a whole number of 40 bits, which no bitwise operator may touch.
import { say } from "../base/sentences.js";
import { itemsOf, versionOf } from "./instrument.js";

const [FULL, ROUND_2, GUESS, PAIRS] = [1, 2, 4, 8];
const CHOICES = [null, "analytics", "engineering"];
const STEP = 5;
const NOT_ANSWERED = 100 / STEP + 1;
const FOLDED = { O: 0, I: 1, L: 1 };

export class CodeError extends Error {}

export function encode(tables, { answers, id, round = 1, guess = null, pairs = null }) {
  const version = versionOf(tables, Object.keys(answers));
  const full = isFull(tables, answers);
  const header = [full, round === 2, guess !== null, pairs !== null];
  const symbols = [header.reduce((bits, part, i) => bits + part * 2 ** i, 0), ...split(id, 8)];
  for (const item of asked(tables, version, full)) {
    symbols.push(item in answers ? Math.floor((answers[item] + 2) / STEP) : NOT_ANSWERED);
  }
  if (guess !== null) symbols.push(...split(guess + 100, 2));
  const choices = pairs?.reduce((sum, choice, i) => sum + CHOICES.indexOf(choice) * 4 ** i, 0);
  if (pairs !== null) symbols.push(...split(choices, 4));
  symbols.push(...split(check(symbols, version), 3));
  const text = symbols.map((symbol) => tables.codes.alphabet[symbol]).join("");
  return `ROLE${version}-${text.match(/.{1,5}/g).join("-")}`;
}

// The response; a CodeError says what is wrong with a text that is none.
export function decode(tables, text) {
  const [symbols, version] = symbolsOf(tables, text);
  const [header, ...parts] = symbols.slice(0, -3);
  const full = Boolean(header & FULL);
  const take = (count) => parts.splice(0, count).reduce((sum, symbol) => sum * 32 + symbol, 0);
  const id = take(8);
  const values = asked(tables, version, full).map((item) => [item, take(1)]);
  const guess = header & GUESS ? take(2) - 100 : null;
  const choices = header & PAIRS ? split(take(4), 10, 4).reverse() : null;
  const given = values.filter(([, value]) => value !== NOT_ANSWERED);
  const answers = Object.fromEntries(given.map(([item, value]) => [item, STEP * value]));
  const wrong =
    values.some(([, value]) => value > NOT_ANSWERED) ||
    choices?.includes(3) ||
    guess > 100 ||
    header >= 16 ||
    full !== isFull(tables, answers);
  if (wrong) throw new CodeError(say(tables, "code-never-written"));
  const pairs = choices && choices.map((choice) => CHOICES[choice]);
  return { answers, id, round: header & ROUND_2 ? 2 : 1, guess, pairs };
}

function symbolsOf(tables, text) {
  const { alphabet, ignored, longest } = tables.codes;
  const refuse = (id, places) => {
    const beginning = tables.version === 1 ? "code-beginning" : "code-beginnings";
    const beginnings = say(tables, beginning, { version: tables.version });
    throw new CodeError(say(tables, id, { beginnings, ...places }));
  };
  const value = (c) => {
    if (!/^[0-9A-Za-z]$/.test(c)) return -1;
    return FOLDED[c.toUpperCase()] ?? alphabet.indexOf(c.toUpperCase());
  };
  const letters = [...text];
  if (letters.length > longest) {
    refuse("code-too-long", { length: letters.length.toLocaleString("en-GB") });
  }
  const kept = letters
    .map((c, i) => ({ c, place: i + 1 }))
    .filter(({ c }) => !ignored.includes(c));
  if (!kept.length) refuse("code-empty");
  const head = kept.slice(0, 5).map(({ c }) => value(c));
  if ([24, 0, 1, 14].some((symbol, i) => head[i] !== symbol)) refuse("code-other"); // ROLE
  const version = head[4] ?? 0;
  if (version < 1 || version > tables.version) refuse("code-version");
  const symbols = kept.slice(5).map(({ c, place }) => {
    if (value(c) < 0) refuse("code-character", { place, character: shown(c) });
    return value(c);
  });
  const off = symbols.length - length(symbols[0] ?? 0);
  const one = Math.abs(off) === 1 ? "one-" : "";
  if (off) refuse(`code-${one}${off < 0 ? "missing" : "too-many"}`, { count: Math.abs(off) });
  const wanted = split(check(symbols.slice(0, -3), version), 3);
  if (wanted.some((symbol, i) => symbol !== symbols.at(i - 3))) refuse("code-typo");
  return [symbols, version];
}

function asked(tables, version, full) {
  const items = itemsOf(tables, version).filter(({ form }) => full || form === "short");
  return items.map(({ id }) => id);
}

export function isFull(tables, answers) {
  return tables.items.some(({ id, form }) => form === "full" && id in answers);
}

function length(header) {
  return 12 + (header & FULL ? 24 : 12) + (header & GUESS ? 2 : 0) + (header & PAIRS ? 4 : 0);
}

// A number as so many digits, the highest first.
function split(number, count, base = 32) {
  const digit = (_, i) => Math.floor(number / base ** (count - 1 - i)) % base;
  return Array.from({ length: count }, digit);
}

// The CRC-15 (polynomial 0x4599) over 5-bit symbols, started with the version.
function check(symbols, version) {
  let register = version;
  for (const symbol of symbols) {
    register ^= symbol << 10;
    for (let bit = 0; bit < 5; bit += 1) {
      register <<= 1;
      if (register & 0x8000) register ^= 0xc599;
    }
  }
  return register;
}

// A character in quotation marks, or the number of one that cannot be seen.
function shown(c) {
  const number = c.codePointAt(0).toString(16).toUpperCase();
  return /\p{C}/u.test(c) ? `U+${number.padStart(4, "0")}` : `'${c}'`;
}
