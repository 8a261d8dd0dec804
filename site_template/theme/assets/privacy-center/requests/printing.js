// Buttons that print the page, or only the letter on it: `<button data-print="letter" hidden>`.

export const tendPrintButtons = () => {
  for (const button of document.querySelectorAll("button[data-print][hidden]")) {
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
