// What the page of receipt shows: kept by the form, read there.

import {forgetDraft} from "./draft.js"
import {fieldsOf, labelOf, readingsOf, titleOfPage} from "./fields.js"
import {keep, recall} from "./tab.js"

/**
 * @typedef {{reference: string, submitted_at: string, opened_at: string, expected_by?: string}} Made
 * @typedef {"received" | "sent"} State
 *
 * @typedef {object} Description
 * @property {string} right
 * @property {[label: string, readings: string[]][]} entries
 * @property {{received: string | null, sent: string | null, expected: string | null}} words
 * @property {string | null} path
 *
 * @typedef {object} Told
 * @property {string} reference
 * @property {string} submittedAt
 * @property {string | undefined} expectedBy
 * @property {State} state
 *
 * @typedef {Description & Told} Receipt
 */

const KEY = "privacy-request-receipt"

// What is sent, as a person reads it.
/** @type {(form: HTMLFormElement) => Description} */
export const describe = form => ({
  right: titleOfPage(),
  entries: fieldsOf(form)
    .map(field => ({label: labelOf(field), readings: readingsOf(field)}))
    .filter(({readings}) => readings.length)
    .map(({label, readings}) => [label, readings]),
  words: {
    received: form.getAttribute("data-words-received"),
    sent: form.getAttribute("data-words-sent"),
    expected: form.getAttribute("data-words-expected"),
  },
  path: location.pathname,
})

// State “received” if the endpoint said so, “sent” if it will send the visitor to the receipt.
/** @type {(description: Description, made: Made, state: State) => void} */
export const keepReceipt = (description, {reference, submitted_at, expected_by}, state) =>
  keep(KEY, {
    ...description,
    reference,
    submittedAt: submitted_at,
    expectedBy: expected_by,
    state,
  })

// On the page of receipt: the endpoint sent the visitor here, so what was typed may go.
export const recallReceipt = () => {
  const receipt = /** @type {Receipt | null} */ (recall(KEY))
  if (receipt?.path) {
    forgetDraft(receipt.path)
    keep(KEY, {...receipt, path: null}) // what is typed from now on is another request
  }
  return receipt
}
