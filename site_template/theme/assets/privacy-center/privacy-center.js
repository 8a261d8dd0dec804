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
      const behindIt = document.querySelectorAll(
        ".md-skip, .md-header, .md-content, .md-top, .md-footer",
      )
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

  // The menu of languages opens under the pointer and by its button, which says whether it is open.
  /** @param {HTMLElement} menu */
  const tendMenu = menu => {
    const button = menu.querySelector("button")
    if (!button) {
      return
    }
    /** @param {boolean} open */
    const show = open => {
      menu.classList.toggle("privacy-center-open", open)
      button.setAttribute("aria-expanded", `${open}`)
    }
    show(false)
    menu.addEventListener("pointerenter", () => show(true))
    menu.addEventListener("pointerleave", () => show(menu.contains(document.activeElement)))
    menu.addEventListener("focusout", event => {
      if (!menu.contains(/** @type {Node | null} */ (event.relatedTarget))) {
        show(false)
      }
    })
    button.addEventListener("click", event => {
      const isByKeyboard = event.detail === 0
      show(!isByKeyboard || !menu.classList.contains("privacy-center-open"))
    })
    document.addEventListener("keydown", event => {
      if (event.key === "Escape" && menu.classList.contains("privacy-center-open")) {
        if (menu.contains(document.activeElement)) {
          button.focus()
        }
        show(false)
      }
    })
  }
  /** @type {NodeListOf<HTMLElement>} */
  const menus = document.querySelectorAll(".md-select")
  menus.forEach(tendMenu)

  // Light or dark: a button with the icon and the name of what it does, in the place of radio buttons
  // of which only one is ever shown, and which do nothing on Space.
  /** @param {HTMLElement} palette */
  const tendPalette = palette => {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "md-header__button md-icon privacy-center-palette"
    /** @returns {HTMLElement | null} */
    const label = () => palette.querySelector("label:not([hidden])")
    const show = () => {
      const icon = label()?.querySelector("svg")?.cloneNode(true)
      if (!icon) {
        return // Material shows none before it knows which
      }
      button.replaceChildren(icon)
      button.title = label()?.title ?? ""
      button.setAttribute("aria-label", button.title)
      if (!button.isConnected) {
        palette.append(button) // once: what moves in a page loses the focus
      }
    }
    button.addEventListener("click", () => label()?.click())
    button.addEventListener("keydown", event => {
      if (event.key === "Enter") {
        event.stopPropagation() // Material would choose too, and then the click chooses back
      }
    })
    new MutationObserver(show).observe(palette, {attributeFilter: ["hidden"], subtree: true})
    show()
  }
  /** @type {NodeListOf<HTMLElement>} */
  const palettes = document.querySelectorAll("[data-md-component=palette]:has(label)")
  palettes.forEach(tendPalette)

  // A section of the navigation folds by a label that takes the focus, and says nothing of its state.
  // Its checkbox does, and Space works there by itself.
  /** @param {HTMLLabelElement} label */
  const tendSection = label => {
    label.removeAttribute("tabindex")
    label.control?.classList.add("privacy-center-section")
    label.control?.setAttribute("aria-labelledby", label.id) // the title in the drawer is its label too
    label.control?.addEventListener("keydown", event => {
      if (event.key === "Enter") {
        label.control?.click()
      }
    })
  }
  /** @type {NodeListOf<HTMLLabelElement>} */
  const sections = document.querySelectorAll("label.md-nav__link[tabindex]")
  sections.forEach(tendSection)
}
