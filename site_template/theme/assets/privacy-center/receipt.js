// The page of receipt: what was sent, under which reference, and by when to expect an answer.
// Who comes without a request that was sent in this tab reads what holds for everybody.

import {momentInWords, showDay} from "./days.js"
import {find, findAll, findId} from "./elements.js"
import {onEveryPage} from "./navigation.js"
import {tendPrintButtons} from "./requests/printing.js"
import {recallReceipt} from "./requests/receipt.js"

/** @import {Receipt} from "./requests/receipt.js" */

/** @param {Receipt["entries"][number]} entry */
const rowOf = ([label, readings]) => {
  const row = document.createElement("div")
  const term = document.createElement("dt")
  term.textContent = label
  row.append(
    term,
    ...readings.map(reading => {
      const description = document.createElement("dd")
      description.className = "pc-lines"
      description.textContent = reading
      return description
    }),
  )
  return row
}

// What a form says in place of the words for a request in general: a complaint is acknowledged.
/** @type {(filled: HTMLElement, words: Receipt["words"]) => void} */
const showWords = (filled, {received, sent, expected}) => {
  const places = [
    {place: find(filled, "[data-state=received]", HTMLElement), words: received},
    {place: find(filled, "[data-state=sent]", HTMLElement), words: sent},
    {place: find(rowOfDay(filled), "dt", HTMLElement), words: expected},
  ]
  for (const {place, words} of places) {
    place.textContent = words ?? place.textContent
  }
}

/** @param {HTMLElement} filled */
const rowOfDay = filled => {
  const day = find(filled, ".pc-expected-by", HTMLTimeElement)
  return /** @type {HTMLElement} */ (day.closest("div"))
}

/** @type {(filled: HTMLElement, receipt: Receipt) => void} */
const showReceipt = (filled, receipt) => {
  const {reference, right, submittedAt, expectedBy, entries, words, state} = receipt
  const texts = {reference, right, submitted: momentInWords(new Date(submittedAt))}
  for (const [slot, text] of Object.entries(texts)) {
    find(filled, `[data-slot=${slot}]`, HTMLElement).textContent = text
  }
  showWords(filled, words)
  find(filled, "[data-slot=sent]", HTMLElement).replaceChildren(...entries.map(rowOf))
  for (const element of findAll(filled, "[data-state]", HTMLElement)) {
    element.hidden = element.dataset.state !== state
  }
  if (expectedBy) {
    showDay(find(filled, ".pc-expected-by", HTMLTimeElement), expectedBy)
  } else {
    rowOfDay(filled).remove()
  }
  for (const element of findAll(document, ".pc-unknown", HTMLElement)) {
    element.hidden = true
  }
  filled.hidden = false
}

const tendReceipt = () => {
  const filled = findId("receipt-filled", HTMLElement)
  const receipt = filled?.hidden && recallReceipt()
  if (receipt) {
    showReceipt(filled, receipt)
  }
  tendPrintButtons()
}
onEveryPage(tendReceipt)
