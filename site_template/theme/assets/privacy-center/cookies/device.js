// What is on this device now, named and deleted at the wish of whoever looks.

import {copy, find, findAll} from "../elements.js"
import {sayNumber} from "../plurals.js"
import {breakable, mostExact} from "./names.js"
import {erase, readStorage} from "./storage.js"

/** @import {Stored} from "./storage.js" */

/** @type {(stored: Stored, table: HTMLTableElement) => HTMLTableRowElement | null} */
const rowFor = ({type, name}, table) => {
  const ofType = findAll(table, "tbody > tr", HTMLTableRowElement).filter(
    ({dataset}) => dataset.type === type,
  )
  const listed = ofType.map(row => ({row, name: row.dataset.name ?? ""}))
  return mostExact(listed, name)?.row ?? null
}

/** @type {(section: HTMLElement, table: HTMLTableElement) => void} */
export const tendDevice = (section, table) => {
  const words = find(section, "template", HTMLTemplateElement).content
  const list = find(section, ".pc-found", HTMLUListElement)
  const status = find(section, "[role=status]", HTMLElement)
  const look = find(section, "button", HTMLButtonElement)

  /** @type {(selector: string, name?: string) => void} */
  const tell = (selector, name = "") => {
    const said = copy(words, selector)
    for (const place of findAll(said, ".name", HTMLElement)) {
      place.replaceChildren(...breakable(name))
    }
    status.replaceChildren(...said.childNodes)
  }

  /** @type {(stored: Stored, row: HTMLTableRowElement | null) => HTMLElement} */
  const print = (stored, row) => {
    const item = copy(words, "li.found")
    for (const place of findAll(item, ".name", HTMLElement)) {
      place.replaceChildren(...breakable(stored.name))
    }
    find(item, ".type", HTMLElement).textContent = copy(
      words,
      `[data-type=${stored.type}]`,
    ).textContent
    const link = find(item, "a.listed", HTMLAnchorElement)
    if (row) {
      link.hash = row.id
      link.textContent = row.cells[1].textContent.trim()
      find(item, ".unknown", HTMLElement).remove()
    } else {
      link.remove()
    }
    const button = find(item, "button", HTMLButtonElement)
    button.addEventListener("click", async () => {
      if (await erase(stored)) {
        const [next = look] = [item.nextElementSibling, item.previousElementSibling].flatMap(
          other => (other ? findAll(other, "button", HTMLButtonElement) : []),
        )
        next.focus()
        item.remove()
        list.hidden = list.children.length === 0
        tell(".deleted", stored.name)
      } else {
        tell(".stays", stored.name)
      }
    })
    return item
  }

  look.addEventListener("click", async () => {
    const found = (await readStorage()).map(stored => ({stored, row: rowFor(stored, table)}))
    const listed = [...found].sort((one, other) => Number(!one.row) - Number(!other.row))
    list.replaceChildren(...listed.map(({stored, row}) => print(stored, row)))
    list.hidden = found.length === 0
    if (list.hidden) {
      tell(".nothing")
    } else {
      status.replaceChildren(...sayNumber(words, found.length, document.documentElement.lang))
    }
    find(section, ".limits", HTMLElement).hidden = false
  })

  const site = new URL(section.dataset.site ?? "", location.href).hostname
  const elsewhere = find(section, ".elsewhere", HTMLElement)
  find(elsewhere, ".here", HTMLElement).textContent = location.hostname
  find(elsewhere, ".site", HTMLElement).textContent = site
  elsewhere.hidden = site === location.hostname
  section.hidden = false
}
