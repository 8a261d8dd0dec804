// Mends of Material that only a script can make. Before its script, with those that must be, so that
// it is one file; and in a block: what stands outside one is global in a classic script.
{
  // Material wraps a wide table, so that it scrolls by itself; let the keyboard scroll it too.
  const reachTables = () => {
    /** @type {NodeListOf<HTMLElement>} */
    const wrappers = document.querySelectorAll(".md-typeset__scrollwrap")
    for (const wrapper of wrappers) {
      wrapper.tabIndex = wrapper.scrollWidth > wrapper.clientWidth ? 0 : -1
    }
  }
  document.addEventListener("DOMContentLoaded", () => document$.subscribe(reachTables))
  window.addEventListener("resize", reachTables)

  // On a small screen the navigation is a drawer. Its button says whether it is open; while it is,
  // the keyboard stays inside; Escape closes it. A site with a header of its own may lack the button.
  /** @param {HTMLElement} button */
  const tendDrawer = button => {
    const drawer = /** @type {HTMLInputElement} */ (document.getElementById("__drawer"))
    const smallScreen = window.matchMedia("(max-width: 76.234375em)")
    const keepInside = () => {
      const open = drawer.checked && smallScreen.matches
      button.setAttribute("aria-expanded", `${open}`)
      /** @type {NodeListOf<HTMLElement>} */
      const behindIt = document.querySelectorAll(".md-header, .md-content, .md-top, .md-footer")
      for (const element of behindIt) {
        element.inert = open
      }
    }
    drawer.addEventListener("change", keepInside)
    smallScreen.addEventListener("change", keepInside)
    button.addEventListener("click", () => {
      drawer.click()
      /** @type {HTMLElement | null} */
      const first = document.querySelector(".md-sidebar--primary a")
      first?.focus()
    })
    document.addEventListener("keydown", event => {
      if (event.key === "Escape" && drawer.checked) {
        drawer.click()
        button.focus()
      }
    })
  }
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll(".privacy-center-drawer")
  buttons.forEach(tendDrawer)
}
