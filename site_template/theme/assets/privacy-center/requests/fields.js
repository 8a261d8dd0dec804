// The fields of a form, and what stands in them. An owner may give a field any name, also one that
// a form knows as its own property (`action`, `title`, `reset`): so nothing here reads such a
// property of a form, only methods whose names no field can have.

import {find, findAll} from "../elements.js"

/**
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control
 * @typedef {[name: string, value: string]} Entry
 */

const LINE_BREAKERS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/**
 * @param {Control} control
 * @returns {control is HTMLInputElement}
 */
export const isChoice = control => control.type === "radio" || control.type === "checkbox"

/** @type {(element: Element) => Control[]} */
export const controlsOf = element => {
  /** @type {NodeListOf<Control>} */
  const controls = element.querySelectorAll("input, select, textarea")
  return [...controls].filter(control => control.name)
}

/** @param {HTMLFormElement} form */
export const fieldsOf = form => findAll(form, "[data-field]", HTMLElement)

// The name of a field, which its element has.
/** @param {HTMLElement} field */
export const nameOf = field => field.dataset.field ?? ""

// What a person filled in or chose: the same characters that requests/contract.py allows.
/** @param {Control} control */
const contentOf = control =>
  control.tagName === "TEXTAREA"
    ? control.value.replace(CONTROL_CHARACTERS, "").trim()
    : control.value.replace(LINE_BREAKERS, " ").trim()

/** @param {Control} control */
const isAnswered = control =>
  !control.matches(":disabled") &&
  (!isChoice(control) || control.checked) &&
  contentOf(control) !== ""

// What is sent: pairs of a name and a value, in the order of the form, without empty ones.
/** @type {(element: Element) => Entry[]} */
export const entriesOf = element =>
  controlsOf(element)
    .filter(isAnswered)
    .map(control => [control.name, contentOf(control)])

/** @param {Element} field */
export const valuesOf = field => entriesOf(field).map(([, value]) => value)

// The names that may occur more than once.
/** @param {HTMLFormElement} form */
export const namesOfSeveral = form =>
  new Set(
    controlsOf(form)
      .filter(control => control.type === "checkbox")
      .map(control => control.name),
  )

/** @param {HTMLElement} element */
const wordsOf = element => {
  const bare = /** @type {HTMLElement} */ (element.cloneNode(true))
  for (const aside of bare.querySelectorAll(".pc-hint, .headerlink, .pc-optional")) {
    aside.remove()
  }
  return bare.textContent.replace(/\s+/g, " ").trim()
}

/** @param {HTMLElement} field */
export const labelOf = field => wordsOf(find(field, "legend, label", HTMLElement))

export const titleOfPage = () => wordsOf(find(document, "h1", HTMLElement))

// What stands in a field as a person reads it: of a choice, its label.
/** @type {(field: Element) => string[]} */
export const readingsOf = field =>
  controlsOf(field)
    .filter(isAnswered)
    .map(control => {
      if (isChoice(control)) {
        const labels = /** @type {NodeListOf<HTMLLabelElement>} */ (control.labels)
        return wordsOf(labels[0])
      }
      return "selectedOptions" in control ? wordsOf(control.selectedOptions[0]) : contentOf(control)
    })

/** @type {(form: HTMLFormElement, name: string, value: string) => void} */
export const setHidden = (form, name, value) => {
  let [control] = findAll(form, `input[type=hidden][name="${name}"]`, HTMLInputElement)
  if (!control) {
    control = document.createElement("input")
    Object.assign(control, {type: "hidden", name})
    find(form, "input", HTMLInputElement).before(control)
  }
  control.value = value
}

// Somebody else answers for the chosen audience: nothing is sent.
/** @param {HTMLFormElement} form */
export const isElsewhere = form => Boolean(form.querySelector("[data-elsewhere]:checked"))

// Who is responsible for the chosen audience, and how to reach them.
/** @param {HTMLFormElement} form */
export const elsewhereOf = form => {
  const chosen = find(form, "[data-elsewhere]:checked", HTMLInputElement)
  const choice = /** @type {Element} */ (chosen.closest(".pc-choice"))
  return find(choice, ".pc-elsewhere", HTMLElement)
}

// A field that is asked only of some is not asked of others, and not sent for them.
/** @param {HTMLFormElement} form */
export const askOnlyTheChosen = form => {
  const audience = "[name=audience]:checked, [name=audience][type=hidden]"
  const [chosen] = findAll(form, audience, HTMLInputElement)
  for (const field of findAll(form, "[data-audiences]", HTMLElement)) {
    const audiences = field.dataset.audiences?.split(" ") ?? []
    field.hidden = !audiences.includes(chosen?.value)
    for (const control of controlsOf(field)) {
      control.disabled = field.hidden
    }
  }
}
