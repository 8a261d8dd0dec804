// The page of receipt: what was sent, under which reference, and by when to expect an answer.
// Who comes without a request that was sent in this tab reads what holds for everybody.

import {momentInWords, showDay} from "./requests/deadline.js"
import {tendPrintButtons} from "./requests/printing.js"
import {recallReceipt} from "./requests/receipt.js"

const rowOf = ([label, readings]) => {
  const row = document.createElement("div")
  const term = document.createElement("dt")
  term.textContent = label
  row.append(term, ...readings.map(reading => {
    const description = document.createElement("dd")
    description.className = "pc-lines"
    description.textContent = reading
    return description
  }))
  return row
}

// What a form says in place of the words for a request in general: a complaint is acknowledged.
const showWords = (filled, {received, sent, expected}) => {
  const places = [
    [filled.querySelector("[data-state=received]"), received],
    [filled.querySelector("[data-state=sent]"), sent],
    [filled.querySelector(".pc-expected-by").closest("div").querySelector("dt"), expected],
  ]
  for (const [place, words] of places) {
    place.textContent = words ?? place.textContent
  }
}

const showReceipt = (filled, receipt) => {
  const {reference, right, submittedAt, expectedBy, entries, words, state} = receipt
  const texts = {reference, right, submitted: momentInWords(new Date(submittedAt))}
  for (const [slot, text] of Object.entries(texts)) {
    filled.querySelector(`[data-slot=${slot}]`).textContent = text
  }
  showWords(filled, words ?? {})
  filled.querySelector("[data-slot=sent]").replaceChildren(...entries.map(rowOf))
  filled.querySelectorAll("[data-state]").forEach(one => one.hidden = one.dataset.state !== state)
  const day = filled.querySelector(".pc-expected-by")
  if (expectedBy) {
    showDay(day, expectedBy)
  } else {
    day.closest("div").remove()
  }
  document.querySelectorAll(".pc-unknown").forEach(one => one.hidden = true)
  filled.hidden = false
}

// A module runs once; with instant navigation its page may come and go.
const tendReceipt = () => {
  const filled = document.getElementById("receipt-filled")
  const receipt = filled?.hidden && recallReceipt()
  if (receipt) {
    showReceipt(filled, receipt)
  }
  tendPrintButtons()
}
if (window.document$) {
  window.document$.subscribe(tendReceipt)
} else {
  tendReceipt()
}
