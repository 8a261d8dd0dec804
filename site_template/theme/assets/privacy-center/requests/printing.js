// Buttons that print the page, or only the letter on it: `<button data-print="letter" hidden>`.

import {findAll} from "../elements.js"

export const tendPrintButtons = () => {
  for (const button of findAll(document, "button[data-print][hidden]", HTMLButtonElement)) {
    const name = `pc-print-${button.dataset.print}`
    const page = document.documentElement
    button.hidden = false
    button.addEventListener("click", () => {
      page.classList.add(name)
      window.addEventListener("afterprint", () => page.classList.remove(name), {once: true})
      window.print()
    })
  }
}
