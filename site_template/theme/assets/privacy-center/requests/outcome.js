// What a visitor is told while a request is under way, and when it was not received.

import {fieldsOf} from "./fields.js"
import {moveTo, wordsFor} from "./problems.js"

export const tendOutcome = (form, problems) => {
  const failure = document.getElementById("request-failure")
  const status = document.getElementById("request-status")
  const button = form.querySelector("button[type=submit]")
  let isSending = false

  // The button keeps the focus, and says that it does nothing now.
  const tellSending = isOn => {
    isSending = isOn
    failure.hidden = true
    form.setAttribute("aria-busy", isOn)
    button.setAttribute("aria-disabled", isOn)
    status.textContent = isOn ? status.dataset.sending : ""
  }

  const tellFailure = ({status: code}) => {
    tellSending(false)
    failure.querySelector(".pc-too-many").hidden = code !== 429
    failure.hidden = false
    moveTo(failure)
  }

  // What the endpoint says of fields is told there; whatever else, as a failure. It speaks the
  // language in which an answer is wanted, which need not be that of the page.
  const tellRefusal = (refused, language) => {
    const fields = new Map(fieldsOf(form).map(field => [field.dataset.field, field]))
    const isOurLanguage = language === document.documentElement.lang
    const found = refused.errors.map(({field: name, rule, message}) => {
      const field = fields.get(name)
      const ours = field && wordsFor(field, rule)
      return [field, isOurLanguage ? message ?? ours : ours ?? message]
    })
    if (found.length && found.every(([field, words]) => field && words)) {
      tellSending(false)
      problems.show(new Map(found))
    } else {
      tellFailure(refused)
    }
  }

  return {isSending: () => isSending, tellSending, tellFailure, tellRefusal}
}
