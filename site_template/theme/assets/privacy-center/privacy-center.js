// Mends of Material that only a script can make.

// Material wraps a wide table, so that it scrolls by itself; let the keyboard scroll it too.
const reachTables = () => {
  for (const wrapper of document.querySelectorAll(".md-typeset__scrollwrap")) {
    wrapper.tabIndex = wrapper.scrollWidth > wrapper.clientWidth ? 0 : -1
  }
}
document$.subscribe(reachTables)
window.addEventListener("resize", reachTables)

// On a small screen the navigation is a drawer. Its button says whether it is open; while it is,
// the keyboard stays inside; Escape closes it. A site with a header of its own may lack the button.
const tendDrawer = button => {
  const drawer = document.getElementById("__drawer")
  const smallScreen = window.matchMedia("(max-width: 76.234375em)")
  const keepInside = () => {
    const open = drawer.checked && smallScreen.matches
    button.setAttribute("aria-expanded", open)
    const behindIt = ".md-header, .md-content, .md-top, .md-footer"
    for (const element of document.querySelectorAll(behindIt)) {
      element.inert = open
    }
  }
  drawer.addEventListener("change", keepInside)
  smallScreen.addEventListener("change", keepInside)
  button.addEventListener("click", () => {
    drawer.click()
    document.querySelector(".md-sidebar--primary a")?.focus()
  })
  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && drawer.checked) {
      drawer.click()
      button.focus()
    }
  })
}
document.querySelectorAll(".privacy-center-drawer").forEach(tendDrawer)
