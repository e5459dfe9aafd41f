// Twin of read_code in read_codes.py, for what one pastes into a line: the escapes of links, mails,
// JSON and pages are taken off, and all but letters and digits between the symbols is passed over.
import { say } from "../base/sentences.js";
import { CodeError, decode } from "./codes.js";

const LENGTHS = [24, 26, 28, 30, 36, 38, 40, 42]; // symbols after ROLE1
const START = /r[o0][l1i]e[0-9oil]/gi;
// Cyrillic and Greek letters, and what they look like.
const THEIRS =
  "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0405\u0406\u0408" +
  "\u0430\u0435\u043e\u0440\u0441\u0445\u0455\u0456\u0458" +
  "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7\u03bf";
const OURS = "ABEKMHOPCTXSIJaeopcxsijABEZHIKMNOPTXo";
const PICTURED = [0x1f150, 0x1f170, 0x1f1e6]; // letters in discs, boxed, and of flags: A to Z
const character = (_, hex) => String.fromCodePoint(parseInt(hex, 16));

// The response; a CodeError says why there is none.
export function readCode(tables, text) {
  const found = readings(text).flatMap((reading) => codesIn(tables, reading));
  const different = new Map(found.map((response) => [`${response.id} ${response.round}`, response]));
  if (different.size > 1) {
    throw new CodeError(say(tables, "code-several", { count: different.size }));
  }
  return found.at(-1) ?? decode(tables, text);
}

function readings(text) {
  const page = new DOMParser().parseFromString(text, "text/html").body.textContent;
  const json = text.replace(/\\u([0-9a-f]{4})/gi, character).replace(/\\[nrt](?!ole)/g, " ");
  const mail = text.replace(/=\s*\r?\n/g, "").replace(/=([0-9A-F]{2})/g, character);
  return [text, page, json, mail, link(text)];
}

function link(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// A character of another keyboard as the plain one: the digits of a script follow its zero.
function plain(character) {
  const code = character.codePointAt(0);
  const first = PICTURED.find((from) => from <= code && code < from + 26);
  if (first) return String.fromCodePoint(65 + code - first);
  if (THEIRS.includes(character)) return OURS[THEIRS.indexOf(character)];
  const same = character.normalize("NFKC");
  if (/^[\0-\x7f]/.test(same) || !/^\p{Nd}$/u.test(same)) return same;
  let zero = same.codePointAt(0);
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(same.codePointAt(0) - zero);
}

function codesIn(tables, text) {
  const letters = [...text].map(plain).join("").replace(/[^\p{Alphabetic}\p{Number}]|ー/gu, "");
  return [...letters.matchAll(START)].flatMap(({ index }) =>
    LENGTHS.flatMap((count) => {
      try {
        return [decode(tables, letters.slice(index, index + 5 + count))];
      } catch (problem) {
        if (problem instanceof CodeError) return [];
        throw problem;
      }
    }),
  );
}
