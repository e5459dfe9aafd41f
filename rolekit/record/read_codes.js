// Twin of read_code in read_codes.py, for what one pastes into a line: the escapes of links, mails,
// JSON and pages are taken off, and all but letters and digits between the symbols is passed over.
import { say } from "../base/sentences.js";
import { CodeError, decode } from "./codes.js";

const LENGTHS = [24, 26, 28, 30, 36, 38, 40, 42]; // symbols after ROLE1
const START = /r[o0][l1i]e[0-9oil]/gi;
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
