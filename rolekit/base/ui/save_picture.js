// A button that saves a picture as a file, with dark letters on white whatever the page looks like.
import { made } from "./made.js";

export const PAPER = { paper_bgcolor: "#ffffff", font: { color: "#212121" } };

// `shown` gives Plotly, the figure as it is, and its width; perhaps the name of its file.
export function saveButton(el, shown) {
  const save = async () => {
    const { Plotly, data, layout, width, name = "picture" } = shown();
    const figure = structuredClone({ data, layout: { ...layout, ...PAPER, width } });
    const link = document.createElement("a");
    link.href = await Plotly.toImage(figure, { format: "png", width, height: layout.height, scale: 2 });
    link.download = `${name}.png`;
    link.click();
  };
  const button = made("button", { className: "rk-save", text: "Save picture", click: save });
  button.disabled = true;
  el.append(button);
  return button;
}
