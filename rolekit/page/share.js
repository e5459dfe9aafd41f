// A link with the code in its fragment, which a browser keeps to itself: no server is told of it.
import { say } from "../base/sentences.js";
import { copy } from "../base/ui/copy.js";
import { made } from "../base/ui/made.js";
import { ask, status } from "./elements.js";

// The button, and where the link is shown when it was copied.
export function shareParts(tables, codeOf) {
  const [shown, said] = [made("code", { className: "rk-link" }), status("span")];
  const share = () => {
    const url = `${location.origin}${location.pathname}#${codeOf()}`;
    if (navigator.share) return navigator.share({ url }).catch(() => {});
    shown.textContent = url;
    copy(url, said, "link", () => getSelection().selectAllChildren(shown));
  };
  const yes = say(tables, navigator.share ? "share" : "copy-link");
  const open = () => ask(say(tables, "share-ask"), yes, say(tables, "cancel"), share);
  return [made("button", { text: say(tables, "share"), click: open }), shown, said];
}

// The code in the link that led here, which is taken out of the address.
export function linked() {
  const text = location.hash.slice(1);
  if (text) history.replaceState(null, "", location.pathname + location.search);
  return text;
}
