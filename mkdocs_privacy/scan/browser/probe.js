// What one frame holds: names of what is stored, forms, placeholders, images of one pixel.
async () => {
  const keys = (read) => {
    try {
      return Object.keys(read());
    } catch {
      return []; // a frame that may store nothing
    }
  };
  const databases = async () => {
    try {
      return (await indexedDB.databases()).map((one) => one.name ?? "");
    } catch {
      return [];
    }
  };
  const workers = async () => {
    try {
      const found = await navigator.serviceWorker.getRegistrations();
      return found.map((one) => (one.active ?? one.waiting ?? one.installing)?.scriptURL ?? "");
    } catch {
      return [];
    }
  };
  const absolute = (address) => {
    try {
      return new URL(address, document.baseURI).href;
    } catch {
      return "";
    }
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const held = all(
    "[data-src]:is(iframe, script, img, embed, object, [data-name]), script[type='text/plain'], " +
      "[data-name][data-type]",
  );
  return {
    address: location.href,
    local: keys(() => localStorage),
    session: keys(() => sessionStorage),
    databases: await databases(),
    workers: await workers(),
    cookies: window[Symbol.for("mkdocs-privacy.cookies")] ?? [],
    forms: all("form[action], [formaction]").map((one) =>
      absolute(one.getAttribute("formaction") ?? one.getAttribute("action")),
    ),
    placeholders: held.map((one) => ({
      name: one.dataset.name ?? "",
      address: absolute(one.dataset.src ?? one.getAttribute("src") ?? ""),
    })),
    pixels: [...document.images]
      .filter((one) => one.complete && one.naturalWidth === 1 && one.naturalHeight === 1)
      .map((one) => one.currentSrc),
  };
};
