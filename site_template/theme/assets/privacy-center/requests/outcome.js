// What a visitor is told while a request is under way, and when it was not received.

import {find} from "../elements.js"
import {fieldsOf, nameOf} from "./fields.js"
import {moveTo, wordsFor} from "./problems.js"

/**
 * @import {Refused} from "./sending.js"
 * @typedef {{show(found: Iterable<[HTMLElement, string]>): void}} Problems
 */

/** @param {HTMLFormElement} form @param {Problems} problems */
export const tendOutcome = (form, problems) => {
  const failure = find(document, "#request-failure", HTMLElement)
  const status = find(document, "#request-status", HTMLElement)
  const button = find(form, "button[type=submit]", HTMLButtonElement)
  let isSending = false

  // The button keeps the focus, and says that it does nothing now.
  /** @param {boolean} isOn */
  const tellSending = isOn => {
    isSending = isOn
    failure.hidden = true
    form.setAttribute("aria-busy", `${isOn}`)
    button.setAttribute("aria-disabled", `${isOn}`)
    status.textContent = isOn ? (status.dataset.sending ?? "") : ""
  }

  /** @param {{status?: number | string}} refused */
  const tellFailure = ({status: code}) => {
    tellSending(false)
    find(failure, ".pc-too-many", HTMLElement).hidden = code !== 429
    failure.hidden = false
    moveTo(failure)
  }

  // What the endpoint says of fields is told there; whatever else, as a failure. It speaks the
  // language in which an answer is wanted, which need not be that of the page.
  /** @type {(refused: Refused, language: string | undefined) => void} */
  const tellRefusal = (refused, language) => {
    const fields = new Map(fieldsOf(form).map(field => [nameOf(field), field]))
    const isOurLanguage = language === document.documentElement.lang
    /** @type {Map<HTMLElement, string>} */
    const found = new Map()
    for (const {field: name, rule, message} of refused.errors) {
      const field = fields.get(name ?? "")
      const ours = field && rule && wordsFor(field, rule)
      const words = isOurLanguage ? (message ?? ours) : (ours ?? message)
      if (!field || !words) {
        tellFailure(refused)
        return
      }
      found.set(field, words)
    }
    if (found.size) {
      tellSending(false)
      problems.show(found)
    } else {
      tellFailure(refused)
    }
  }

  return {isSending: () => isSending, tellSending, tellFailure, tellRefusal}
}
