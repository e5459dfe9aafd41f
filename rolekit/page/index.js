// The participant's whole way on a page of its own. The loop itself is the Explorer's; here is what a
// phone keeps, what leaves it, and what can be taken back.
import { say } from "../base/sentences.js";
import { made } from "../base/ui/made.js";
import { atRest } from "../base/ui/rest.js";
import { strip } from "../measure/figures/strip.js";
import { asking, isBegun } from "../measure/panels/asking.js";
import { decode, encode, isFull } from "../record/codes.js";
import { readCode } from "../record/read_codes.js";
import { ask } from "./elements.js";
import { handInCard } from "./hand_in.js";
import { resultCard } from "./result_card.js";
import { linked, shareParts } from "./share.js";
import { store, stored, wipe } from "./stored.js";

const { tables } = globalThis.rolekitPage;
const door = globalThis.rolekitDoor;
const main = document.querySelector("main");
const words = (id) => say(tables, id);
const button = (id, click, className = "") => made("button", { className, text: words(id), click });

// 40 bits from the browser's source of chance, which needs no https.
function newId() {
  const [low, high] = crypto.getRandomValues(new Uint32Array(2));
  return low + (high % 256) * 2 ** 32;
}

// A person who has done nothing yet. `waiting` is the code that is to be handed in, `handedIn` the one
// that was.
function nobody(id = newId()) {
  const response = { answers: {}, id, round: 1, guess: null, pairs: null };
  return { response, isOpen: false, hasMore: false, waiting: null, handedIn: null };
}

function found() {
  try {
    const { code, at, ...others } = stored();
    // At another door nothing was handed in yet, and what waits was not meant for it.
    const elsewhere = at === location.pathname ? {} : { waiting: null, handedIn: null };
    return { ...nobody(), ...others, ...elsewhere, response: decode(tables, code) };
  } catch {
    return nobody(); // there is nothing, or nothing that this page wrote
  }
}

function keep({ response, ...others }) {
  const at = location.pathname;
  if (isBegun(response) || others.isOpen) store({ ...others, at, code: encode(tables, response) });
  else wipe();
}

// Builds loop and result; what is seen is shown in strip and card alike.
function way(held, hold) {
  const [place, card] = [made("div"), made("section", { className: "rk-card" })];
  const settle = resultCard(card, tables, globalThis.rolekitPage);
  main.append(place);
  const draw = (where) => {
    const show = strip(where, tables, globalThis.rolekitPage);
    return { move: ({ placement }, { guess }) => show(placement, guess), settle };
  };
  const { paint } = asking(place, tables, held, hold, draw, true);
  const code = place.querySelector(".rk-code");
  code.before(card);
  return { place, code, paint };
}

// Somebody else's result, to be looked at.
function shared(response) {
  const theirs = { ...nobody(), response, isOpen: true, hasMore: isFull(tables, response.answers) };
  const own = isBegun(found().response);
  const take = () => {
    keep(theirs);
    location.reload();
  };
  const banner = made("section", { className: "rk-card" });
  banner.append(
    made("p", { text: words("shared") }),
    button(own ? "to-mine" : "to-start", () => location.reload(), "rk-main"),
    button("take-shared", () => {
      if (own) ask(words("take-ask"), words("take-shared"), words("cancel"), take);
      else take();
    }),
  );
  main.append(banner);
  document.body.classList.add("rk-shared");
  way(() => theirs, () => {}).paint();
}

function roundBox(choose) {
  const [box, second] = [made("label", { className: "rk-round" }), made("input")];
  second.type = "checkbox";
  second.addEventListener("change", () => choose(second.checked ? 2 : 1));
  box.append(second, words("round"));
  return [box, (round) => (second.checked = round === 2)];
}

function mine() {
  let now = found();
  const held = () => now;
  const codeOf = () => encode(tables, now.response);
  const rest = atRest(() => keep(now));
  const hold = (changes) => {
    now = { ...now, ...changes };
    rest.soon();
    paint();
  };
  const own = way(held, hold);
  const [box, showRound] = roundBox((round) => hold({ response: { ...now.response, round } }));
  const handIn = door && handInCard(tables, door.handIn, held, codeOf, hold);
  own.code.querySelector(".rk-code-name").after(made("p", { text: words("code-for") }));
  if (handIn) {
    own.code.before(handIn.card);
    handIn.card.querySelector("button").before(box);
  } else {
    // What a door gives out holds its key, and a disk is nobody else's: neither makes a link.
    if (location.protocol !== "file:") own.code.append(...shareParts(tables, codeOf));
    own.code.append(box);
  }

  const leave = (asked, yes, next) => () => {
    const lost = now.waiting ? `${words("unsent")} ` : "";
    ask(lost + words(asked), words(yes), words("cancel"), () => {
      handIn?.forget();
      hold(next());
      rest.now();
      scrollTo(0, 0);
      own.place.querySelector("input").focus({ preventScroll: true });
    });
  };
  const last = made("div", { className: "rk-row rk-last" });
  last.append(
    button("someone-else", leave("someone-ask", "someone-else", nobody)),
    button("forget", leave("forget-ask", "forget", () => nobody(now.response.id))),
  );
  own.place.append(last);

  const paint = () => {
    own.paint();
    showRound(now.response.round);
    handIn?.paint();
  };
  addEventListener("storage", () => {
    now = found();
    paint();
  });
  paint();
}

function start() {
  const text = linked();
  try {
    if (text) return shared(readCode(tables, text));
  } catch (problem) {
    main.append(made("p", { className: "rk-card", text: problem.message }));
  }
  mine();
}

addEventListener("hashchange", () => location.hash.length > 1 && location.reload());
start();
