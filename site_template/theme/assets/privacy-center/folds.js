// Uses, recipients or kinds of data, each folded: show those that somebody chooses, and unfold them all.
// Without this script they are all there; see parts/data_folded.html.

import {copy, find, findAll, findId} from "./elements.js"
import {fits} from "./fitting.js"
import {onEveryPage} from "./navigation.js"

onEveryPage(() => {
  const form = findId("show", HTMLFormElement)
  if (!form?.hidden) {
    return
  }
  form.hidden = false
  const folds = findAll(document, ".pc-activity", HTMLElement)
  const button = find(form, "#unfold", HTMLButtonElement)
  button.addEventListener("click", () => {
    const isOpen = button.getAttribute("aria-pressed") !== "true"
    button.setAttribute("aria-pressed", `${isOpen}`)
    for (const details of findAll(document, ".pc-activity > .pc-fold", HTMLDetailsElement)) {
      details.open = isOpen
    }
  })
  const choices = findAll(form, "select", HTMLSelectElement)
  if (!choices.length) {
    return // recipients: there is nothing to choose
  }
  const rows = findAll(document, ".pc-way", HTMLElement)
  const status = find(form, "[role=status]", HTMLElement)
  const show = () => {
    const chosen = choices.map(one => /** @type {[string, string]} */ ([one.name, one.value]))
    for (const fold of [...folds, ...rows]) {
      fold.hidden = !fits(fold.dataset, chosen)
    }
    const words = copy(find(form, "template", HTMLTemplateElement).content, "p")
    find(words, ".number", HTMLElement).textContent = `${folds.filter(one => !one.hidden).length}`
    status.replaceChildren(...(chosen.some(([, value]) => value) ? words.childNodes : []))
  }
  form.addEventListener("submit", event => event.preventDefault())
  for (const choice of choices) {
    choice.addEventListener("change", show)
  }
  // a link to what is not shown shows all
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target?.closest(".pc-activity[hidden]")) {
      form.reset()
      show()
    }
  })
  show() // a browser keeps what was chosen when somebody goes back
})
