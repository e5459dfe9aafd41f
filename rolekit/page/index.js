// The participant's whole way on a page of its own: what a phone keeps, what leaves it and what can be
// taken back. The loop itself is the Explorer's.
import { say } from "../base/sentences.js";
import { copy } from "../base/ui/copy.js";
import { asking, isBegun } from "../measure/panels/asking.js";
import { decode, encode, isFull } from "../record/codes.js";
import { readCode } from "../record/read_codes.js";
import { ask } from "./ask.js";
import { resultCard } from "./result_card.js";
import { sender } from "./sender.js";
import { store, stored, wipe } from "./stored.js";
import { strip } from "./strip.js";

const { tables } = globalThis.rolekitPage;
const door = globalThis.rolekitDoor;
const main = document.querySelector("main");
const words = (id, places) => say(tables, id, places);

function made(tag, { className = "", text = "", click } = {}) {
  const element = Object.assign(document.createElement(tag), { className, textContent: text });
  if (tag === "button") element.type = "button";
  if (click) element.addEventListener("click", click);
  return element;
}

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
    const { code, ...others } = stored();
    return { ...nobody(), ...others, response: decode(tables, code) };
  } catch {
    return nobody(); // there is nothing, or nothing that this page wrote
  }
}

// Builds loop and result; what is seen is shown in strip and card alike.
function way(held, hold) {
  const card = made("section", { className: "rk-card" });
  const show = resultCard(card, tables, globalThis.rolekitPage);
  const place = made("div");
  main.append(place);
  const draw = (where) => {
    const move = strip(where, tables, globalThis.rolekitPage);
    return (shown, response) => {
      move(shown.placement, response.guess);
      show(shown, response);
    };
  };
  const loop = asking(place, tables, held, hold, draw, true);
  place.querySelector(".rk-code").before(card);
  return { place, card, paint: loop.paint };
}

// Somebody else's result, to be looked at.
function shared(response) {
  const banner = made("section", { className: "rk-card" });
  const take = () => {
    store({ ...nobody(), code: encode(tables, response), hasMore: isFull(tables, response.answers) });
    location.reload();
  };
  const own = isBegun(found().response);
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
  const held = { response, isOpen: true, hasMore: isFull(tables, response.answers) };
  way(() => held, () => {}).paint();
}

function mine() {
  let now = found();
  const code = () => encode(tables, now.response);
  const keep = () => {
    const { response, ...others } = now;
    if (isBegun(response) || now.isOpen) store({ ...others, code: code() });
    else wipe();
  };
  const hold = (changes) => {
    now = { ...now, ...changes };
    keep();
    paint();
  };
  const { place, card, paint: paintWay } = way(() => now, hold);
  const find = (part) => place.querySelector(part);
  find(".rk-code-name").after(made("p", { text: words("code-for") }));

  const round = made("label", { className: "rk-round" });
  const second = Object.assign(document.createElement("input"), { type: "checkbox" });
  round.append(second, words("round"));
  second.addEventListener("change", () => {
    hold({ response: { ...now.response, round: second.checked ? 2 : 1 } });
  });

  let refused = "";
  const said = made("p");
  said.setAttribute("role", "status");
  const send = door && sender(door.handIn, (how, sent, why) => {
    refused = how === "refused" ? why : "";
    if (how === "waiting") hold({ waiting: sent, hasFailed: true });
    else hold({ waiting: null, hasFailed: false, handedIn: how === "kept" ? sent : now.handedIn });
  });
  const handIn = button("hand-in", () => {
    refused = "";
    hold({ waiting: code(), hasFailed: false });
    send(now.waiting);
  }, "rk-main");
  if (door) {
    const section = made("section", { className: "rk-card" });
    section.append(made("h2", { text: words("hand-in") }), made("p", { text: words("open") }));
    section.append(round, handIn, said);
    card.after(section);
    if (now.waiting) send(now.waiting);
  } else {
    find(".rk-code").append(round);
  }
  const fared = () => {
    if (refused) return refused;
    if (now.waiting) return words(now.hasFailed ? "waiting" : "sending");
    if (now.handedIn) return words(now.handedIn === code() ? "handed-in" : "changed");
    return "";
  };

  // What the room's own server gives out holds its key, and leads nowhere from elsewhere.
  if (!door && location.protocol !== "file:") {
    const copied = made("span");
    copied.setAttribute("role", "status");
    const shown = made("code", { className: "rk-link" });
    const share = () => {
      const url = `${location.origin}${location.pathname}#${code()}`;
      if (navigator.share) return navigator.share({ url }).catch(() => {});
      shown.textContent = url;
      copy(url, copied, "link", () => getSelection().selectAllChildren(shown));
    };
    const yes = navigator.share ? "share" : "copy-link";
    const open = button("share", () => ask(words("share-ask"), words(yes), words("cancel"), share));
    find(".rk-code").append(open, shown, copied);
  }

  const leave = (asked, yes, next) => () => {
    const lost = now.waiting ? `${words("unsent")} ` : "";
    ask(lost + words(asked), words(yes), words("cancel"), () => {
      send?.(null);
      refused = "";
      hold(next());
      scrollTo(0, 0);
      place.querySelector("input").focus({ preventScroll: true });
    });
  };
  const last = made("div", { className: "rk-row rk-last" });
  last.append(
    button("someone-else", leave("someone-ask", "someone-else", nobody)),
    button("forget", leave("forget-ask", "forget", () => nobody(now.response.id))),
  );
  place.append(last);

  function paint() {
    paintWay();
    second.checked = now.response.round === 2;
    handIn.disabled = Object.keys(now.response.answers).length === 0;
    if (said.textContent !== fared()) said.textContent = fared();
  }
  addEventListener("storage", () => {
    now = found();
    paint();
  });
  paint();
}

// The code in the link that led here, which is taken out of the address.
function linked() {
  const text = location.hash.slice(1);
  if (text) history.replaceState(null, "", location.pathname + location.search);
  return text;
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
