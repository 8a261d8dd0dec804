// The page about cookies: its table, the choice that was made, and what is on this device now.
// Its words stand in the page, see parts/cookie_table.html.

import {askedBy, openerOf, readChoice} from "./cookies/choice.js"
import {tendDevice} from "./cookies/device.js"
import {storageOf, valueOfCookie} from "./cookies/storage.js"
import {fits, sortCells} from "./cookies/table.js"
import {find, findAll, findId} from "./elements.js"
import {onEveryPage} from "./navigation.js"
import {sayNumber} from "./plurals.js"

const language = () => document.documentElement.lang

/** @param {ParentNode} within */
const wordsIn = within => find(within, "template", HTMLTemplateElement).content

// The table

/** @param {HTMLTableElement} table */
const rowsOf = table => findAll(table, "tbody > tr", HTMLTableRowElement)

/** @type {(table: HTMLTableElement, form: HTMLFormElement) => void} */
const tendFilter = (table, form) => {
  const shown = find(document, "#cookies-shown", HTMLElement)
  const words = find(document, "#cookies-shown-words", HTMLTemplateElement).content
  const show = () => {
    const {search = "", ...values} = /** @type {Record<string, string>} */ (
      Object.fromEntries(new FormData(form))
    )
    for (const row of rowsOf(table)) {
      row.hidden = !fits({text: row.textContent, values: {...row.dataset}}, {search, values})
    }
    const number = rowsOf(table).filter(row => !row.hidden).length
    shown.replaceChildren(...sayNumber(words, number, language()))
  }
  form.addEventListener("input", show)
  form.addEventListener("submit", event => event.preventDefault())
  form.addEventListener("reset", () => setTimeout(show)) // once its fields are empty
  form.hidden = false
  shown.hidden = false
  show()
}

/** @param {HTMLTableElement} table */
const tendSorting = table => {
  const headers = findAll(table, "thead th", HTMLTableCellElement)
  headers.forEach((header, column) => {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "pc-sort"
    button.append(...header.childNodes)
    header.append(button)
    button.addEventListener("click", () => {
      const isDescending = header.getAttribute("aria-sort") === "ascending"
      const cells = rowsOf(table).map(row => {
        const cell = row.cells[column]
        return {row, text: cell.textContent.trim(), rank: cell.dataset.rank}
      })
      const sorted = sortCells(cells, {isDescending, language: language()})
      table.tBodies[0].append(...sorted.map(({row}) => row))
      for (const other of headers) {
        other.removeAttribute("aria-sort")
      }
      header.setAttribute("aria-sort", isDescending ? "descending" : "ascending")
    })
  })
  table.classList.add("pc-sortable")
}

// What an address points to is shown: a service that is folded, a row that the filter hides.
/** @param {string} hash */
const reveal = hash => {
  const target = document.getElementById(hash.slice(1))
  const fold = target?.closest("details")
  if (fold) {
    fold.open = true
  }
  if (target instanceof HTMLTableRowElement && target.hidden) {
    findId("cookies-filter", HTMLFormElement)?.reset()
    target.hidden = false
  }
  return target
}
window.addEventListener("hashchange", () => reveal(location.hash)?.scrollIntoView())
document.addEventListener("click", ({target}) => {
  const link = target instanceof Element ? target.closest("a[href^='#']") : null
  if (link instanceof HTMLAnchorElement) {
    reveal(link.hash) // also where it is the address already
  }
})

// On paper nothing can be unfolded.
/** @type {HTMLDetailsElement[]} */
let unfolded = []
window.addEventListener("beforeprint", () => {
  unfolded = findAll(document, "details.pc-fold:not([open])", HTMLDetailsElement)
  for (const fold of unfolded) {
    fold.open = true
  }
})
window.addEventListener("afterprint", () => {
  for (const fold of unfolded) {
    fold.open = false
  }
})

// The choice that was made

/** @type {(told: HTMLElement, tool: string, names: string[]) => void} */
const tellChoice = (told, tool, names) => {
  const texts = names.flatMap(name => [
    valueOfCookie(document.cookie, name),
    storageOf("local_storage")?.getItem(name) ?? null,
  ])
  const [choice] = texts.flatMap(text => (text && readChoice(tool, text, askedBy(tool))) || [])
  if (!choice) {
    return
  }
  const known = findAll(wordsIn(told), "[data-key]", HTMLElement)
  /** @param {string} key */
  const nameOf = key => known.find(({dataset}) => dataset.key === key)?.textContent.trim() ?? key
  const list = new Intl.ListFormat(language())
  for (const [kind, keys] of Object.entries(choice)) {
    const sentence = find(told, `.${kind}`, HTMLElement)
    sentence.hidden = keys.length === 0
    find(sentence, ".names", HTMLElement).textContent = list.format(keys.map(nameOf))
  }
}

/** @type {(told: HTMLElement, table: HTMLTableElement | null) => void} */
const tendChoice = (told, table) => {
  const {tool = "", service} = told.dataset
  const rows = table ? rowsOf(table).filter(row => row.dataset.service === service) : []
  tellChoice(
    told,
    tool,
    rows.map(row => row.dataset.name ?? ""),
  )
  told.hidden = false
  for (const offered of findAll(told, ".open", HTMLElement)) {
    const offer = () => {
      offered.hidden = openerOf(tool) === null
    }
    find(offered, "button", HTMLButtonElement).addEventListener("click", () => openerOf(tool)?.())
    offer()
    window.addEventListener("load", offer) // a tool may come after us
  }
}

// The region is a stop for the keyboard only where there is something to scroll.
/** @param {HTMLTableElement} table */
const tendRegion = table => {
  const region = table.parentElement
  if (region) {
    new ResizeObserver(() => {
      region.tabIndex = region.scrollWidth > region.clientWidth ? 0 : -1
    }).observe(region)
  }
}

const tendCookies = () => {
  const table = findId("cookies-table", HTMLTableElement)
  const form = findId("cookies-filter", HTMLFormElement)
  const section = findId("cookies-device", HTMLElement)
  const told = findId("cookies-choice", HTMLElement)
  if (table && section?.hidden) {
    if (form) {
      tendFilter(table, form)
      tendSorting(table)
    }
    tendRegion(table)
    tendDevice(section, table)
  }
  if (told?.hidden) {
    tendChoice(told, table)
  }
  reveal(location.hash)?.scrollIntoView()
}
onEveryPage(tendCookies)
