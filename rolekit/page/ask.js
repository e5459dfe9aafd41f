// A question before something that cannot be taken back, or that others would see.
export function ask(words, yes, no, act) {
  const box = document.createElement("dialog");
  box.innerHTML = `<p id="rk-asked"></p><form method="dialog"><button value="yes"></button><button></button></form>`;
  box.setAttribute("aria-labelledby", "rk-asked");
  const [go, leave] = box.querySelectorAll("button");
  box.querySelector("p").textContent = words;
  go.textContent = yes;
  leave.textContent = no;
  box.addEventListener("close", () => {
    box.remove();
    if (box.returnValue === "yes") act();
  });
  document.body.append(box);
  box.showModal();
  leave.focus();
}
