// A text as a file that the page makes, with a button that copies it and the text itself below.
import { copy } from "./copy.js";
import { keepKeys } from "./keys.js";

function render({ model, el }) {
  el.classList.add("rk-handout");
  el.innerHTML = `
    <a></a> <button type="button">Copy</button> <span role="status"></span>
    <details><summary></summary><textarea readonly rows="12"></textarea></details>`;
  const [link, button, said, summary, area] = ["a", "button", "span", "summary", "textarea"].map(
    (selector) => el.querySelector(selector),
  );
  const text = () => model.get("content").replace(/^\ufeff/, ""); // a mark for Excel alone
  const release = () => link.href && URL.revokeObjectURL(link.href);
  const paint = () => {
    const [label, name] = [model.get("label"), model.get("name")];
    release();
    link.href = URL.createObjectURL(new Blob([model.get("content")], { type: model.get("kind") }));
    link.download = name;
    link.textContent = `Save ${label} (${name})`;
    button.setAttribute("aria-label", `Copy ${label}`);
    summary.textContent = `See the text of ${label}`;
    area.setAttribute("aria-label", `Text of ${label}`);
    const readable = model.get("is_readable");
    area.value = readable ? text() : "";
    button.hidden = area.parentElement.hidden = !readable;
    said.textContent = "";
  };
  button.addEventListener("click", () =>
    copy(text(), said, "text", () => {
      area.closest("details").open = true;
      area.select();
    }),
  );
  keepKeys(el);
  model.on("change", paint);
  paint();
  return () => {
    model.off("change", paint);
    release();
  };
}
export default { render };
