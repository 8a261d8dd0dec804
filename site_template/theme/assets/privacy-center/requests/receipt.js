// What the page of receipt shows: kept by the form, read there.

import {forgetDraft} from "./draft.js"
import {fieldsOf, labelOf, readingsOf, titleOfPage} from "./fields.js"
import {keep, recall} from "./tab.js"

const KEY = "privacy-request-receipt"

// What is sent, as a person reads it.
export const describe = form => ({
  right: titleOfPage(),
  entries: fieldsOf(form)
    .map(field => [labelOf(field), readingsOf(field)])
    .filter(([, readings]) => readings.length),
  words: {
    received: form.getAttribute("data-words-received"),
    sent: form.getAttribute("data-words-sent"),
    expected: form.getAttribute("data-words-expected"),
  },
  path: location.pathname,
})

// State “received” if the endpoint said so, “sent” if it will send the visitor to the receipt.
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
  const receipt = recall(KEY)
  if (receipt?.path) {
    forgetDraft(receipt.path)
    keep(KEY, {...receipt, path: null}) // what is typed from now on is another request
  }
  return receipt
}
