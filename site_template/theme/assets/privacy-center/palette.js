// Material stores the palette on every visit. Before its script runs: store it only once somebody
// has chosen one, so that nothing is kept on a device that its owner did not ask to be kept.
// A block, for what stands outside one is global in a classic script.
{
  const storeOfMaterial = window.__md_set
  let paletteWasChosen = window.__md_get("__palette") !== null

  /** @param {Event} event */
  const notice = event => {
    // a click on a label clicks its radio button too; only a person's own click is trusted
    const clicked = /** @type {Element} */ (event.target)
    if (event.isTrusted && clicked.closest("[data-md-component=palette]")) {
      paletteWasChosen = true
    }
  }
  document.addEventListener("click", notice, true)

  window.__md_set = (key, value, ...where) => {
    if (key !== "__palette" || paletteWasChosen) {
      storeOfMaterial(key, value, ...where)
    }
  }
}
// Material turns all transitions off while it puts a palette on, also one that is on already: twice
// a new style for every element of a page, while it loads. Only where a colour changes, then.
{
  const {body} = document
  const setAttribute = body.setAttribute.bind(body)

  body.setAttribute = (name, value) => {
    if (name === "data-md-color-switching") {
      return // Material sets it before the colours, and takes it away after them
    }
    // no style depends on the medium by which a palette was found
    const isColor = name.startsWith("data-md-color-") && name !== "data-md-color-media"
    if (isColor && body.getAttribute(name) !== value) {
      setAttribute("data-md-color-switching", "")
    }
    setAttribute(name, value)
  }
}
