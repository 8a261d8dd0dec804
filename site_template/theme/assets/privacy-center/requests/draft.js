// What somebody typed stays in the tab until it was received: on a reload, on the way back, after
// a failed post. The last attempt stays with it, so that the same request has one reference.

import {controlsOf, isChoice} from "./fields.js"
import {makeReference} from "./reference.js"
import {forget, isForgotten, keep, recall} from "./tab.js"

/**
 * @import {Control, Entry} from "./fields.js"
 * @typedef {Record<string, string[]>} Fields
 * @typedef {{content: string, reference: string}} Attempt
 * @typedef {{fields?: Fields, attempt?: Attempt}} Draft
 */

/** @param {string} path */
const keyOf = path => `privacy-request:${path}`

/** @param {Control} control */
const isTyped = control => control.type !== "hidden" && !control.closest(".pc-honeypot")

/** @type {(form: HTMLFormElement, fields: Fields) => void} */
const restore = (form, fields) => {
  for (const control of controlsOf(form).filter(isTyped)) {
    const values = Object.hasOwn(fields, control.name) ? fields[control.name] : null
    if (values && isChoice(control)) {
      control.checked = values.includes(control.value)
    } else if (values?.length) {
      ;[control.value] = values
    }
  }
}

/** @param {HTMLFormElement} form */
const read = form => {
  /** @type {Fields} */
  const fields = Object.create(null) // a field may be called `constructor`
  for (const control of controlsOf(form).filter(isTyped)) {
    fields[control.name] ??= []
    if (!isChoice(control) || control.checked) {
      fields[control.name].push(control.value)
    }
  }
  return fields
}

/** @param {string} path */
export const forgetDraft = path => forget(keyOf(path))

/** @param {HTMLFormElement} form */
export const tendDraft = form => {
  const key = keyOf(location.pathname)
  let draft = /** @type {Draft} */ (recall(key) ?? {})
  const save = () => {
    draft = {...draft, fields: read(form)}
    keep(key, draft)
  }

  // The reference of a request; a new one if it says something else than the last attempt.
  /** @param {Entry[]} entries */
  const referenceFor = entries => {
    const content = JSON.stringify(entries)
    if (draft.attempt?.content === content) {
      return draft.attempt.reference
    }
    const reference = makeReference()
    draft = {...draft, attempt: {content, reference}}
    save()
    return reference
  }
  const forgetAttempt = () => {
    delete draft.attempt
    save()
  }
  const clear = () => {
    draft = {}
    forget(key)
  }

  restore(form, draft.fields ?? {})
  form.addEventListener("input", save)
  return {save, referenceFor, forgetAttempt, clear, isGone: () => isForgotten(key)}
}
