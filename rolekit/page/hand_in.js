// Handing in at the door of the facilitator's laptop: what becomes visible to whom, and how it goes.
import { say } from "../base/sentences.js";
import { made } from "../base/ui/made.js";
import { status } from "./elements.js";
import { sender } from "./sender.js";

// `held` gives what stands, `codeOf` its code; `hold` takes what is waiting to be sent, and what was.
export function handInCard(tables, address, held, codeOf, hold) {
  const card = made("section", { className: "rk-card" });
  const said = status("p");
  let refused = "";
  const send = sender(address, (how, sent, why) => {
    refused = how === "refused" ? why : "";
    if (how === "waiting") hold({ waiting: sent, hasFailed: true });
    else hold({ waiting: null, hasFailed: false, handedIn: how === "kept" ? sent : held().handedIn });
  });
  const handIn = made("button", { className: "rk-main", text: say(tables, "hand-in") });
  handIn.addEventListener("click", () => {
    refused = "";
    hold({ waiting: codeOf(), hasFailed: false });
    send(held().waiting);
  });
  const fared = ({ waiting, hasFailed, handedIn }) => {
    if (refused) return refused;
    if (waiting) return say(tables, hasFailed ? "waiting" : "sending");
    if (handedIn) return say(tables, handedIn === codeOf() ? "handed-in" : "changed");
    return "";
  };
  card.append(made("h2", { text: say(tables, "hand-in") }), made("p", { text: say(tables, "open") }));
  card.append(handIn, said);
  if (held().waiting) send(held().waiting);
  return {
    card,
    paint() {
      handIn.disabled = Object.keys(held().response.answers).length === 0;
      if (said.textContent !== fared(held())) said.textContent = fared(held());
    },
    forget() {
      refused = "";
      send(null);
    },
  };
}
