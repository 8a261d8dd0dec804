// Runs before the scripts of every frame: what they write to `document.cookie` is kept without its
// value, and no form is sent.
(() => {
  const written = [];
  Object.defineProperty(window, Symbol.for("mkdocs-privacy.cookies"), { value: written });
  const original = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  if (original?.set) {
    Object.defineProperty(Document.prototype, "cookie", {
      ...original,
      set(text) {
        const [pair, ...attributes] = String(text).split(";");
        written.push([`${pair.split("=")[0]}=`, ...attributes].join(";"));
        original.set.call(this, text);
      },
    });
  }
  HTMLFormElement.prototype.submit = () => {};
  window.addEventListener("submit", (event) => event.preventDefault());
})();
