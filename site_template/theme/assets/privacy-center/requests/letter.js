// The same request as a letter and as an e-mail, filled in while somebody types.

import {findAll, findId} from "../elements.js"
import {fieldsOf, nameOf, readingsOf} from "./fields.js"

// Longer addresses do nothing on Windows, and say nothing of it.
const LONGEST_ADDRESS = 2000
const CUT = " […]"

const listed = new Intl.ListFormat(document.documentElement.lang, {type: "conjunction"})

/** @type {(letter: HTMLElement, readings: Map<string, string[]>, longest?: number) => void} */
const fill = (letter, readings, longest = Infinity) => {
  for (const place of findAll(letter, "[data-fill]", HTMLElement)) {
    place.dataset.blank ??= place.textContent
    const values = (readings.get(place.dataset.fill ?? "") ?? []).map(value =>
      value.length > longest ? [...value].slice(0, longest).join("") + CUT : value,
    )
    place.textContent = listed.format(values) || place.dataset.blank
  }
  for (const line of findAll(letter, "[data-line][data-optional]", HTMLElement)) {
    line.hidden = !readings.get(line.dataset.line ?? "")?.length
  }
}

// As RFC 6068 wants it: an address, a subject and a text with CRLF.
/** @type {(address: string, subject: string, text: string) => string} */
const mailto = (address, subject, text) => {
  const body = text.trim().replace(/\r?\n/g, "\r\n")
  return `${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}

/** @param {HTMLFormElement} form */
export const tendLetter = form => {
  const letter = findId("letter", HTMLElement)
  const text = findId("letter-text", HTMLElement)
  if (!letter || !text) {
    return
  }
  const links = findAll(document, "a[data-mailto]", HTMLAnchorElement).map(link => ({
    link,
    address: link.href.split("?")[0],
    subject: link.dataset.subject ?? "",
  }))

  const fold = letter.closest("details")

  const update = () => {
    const isOpen = fold?.open
    if (fold) {
      fold.open = true // what is folded has no layout, and so no line ends
    }
    const readings = new Map(fieldsOf(form).map(field => [nameOf(field), readingsOf(field)]))
    for (const {link, address, subject} of links) {
      // what is too long for an address is cut in the e-mail, and stands whole in the letter
      for (const longest of [Infinity, 500, 250, 100, 0]) {
        fill(letter, readings, longest)
        // biome-ignore lint/performance/useDomNodeTextContent: lines end where the layout ends them
        link.href = mailto(address, subject, text.innerText)
        if (link.href.length <= LONGEST_ADDRESS) {
          break
        }
      }
    }
    fill(letter, readings)
    if (fold) {
      fold.open = Boolean(isOpen)
    }
  }
  update()
  form.addEventListener("input", update)
}
