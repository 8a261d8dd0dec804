// What is wrong with what was filled in: told in a summary at the top and at each field, in the
// words of the page. The rules are those of the contract, mkdocs_privacy/requests/contract.py.

import {find} from "../elements.js"
import {controlsOf, fieldsOf, isChoice, valuesOf} from "./fields.js"

/**
 * @import {Control} from "./fields.js"
 * @typedef {"missing" | "wrong" | "too_long"} Rule
 * @typedef {{item: HTMLElement, reword(words: string): void, takeBack(): void}} Told
 */

// As the contract's pattern; a test holds them together.
export const EMAIL = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()".]+$/

/** @type {WeakMap<Control, number>} */
const longest = new WeakMap()

// A browser cuts off what is longer, unasked. Let people paste, and tell them instead.
/** @param {HTMLFormElement} form */
const liftLimits = form => {
  for (const control of controlsOf(form)) {
    if ("maxLength" in control && control.maxLength > 0) {
      longest.set(control, control.maxLength)
      control.removeAttribute("maxlength")
    }
  }
}

/** @type {(field: HTMLElement) => Rule | null} */
const ruleOf = field => {
  const controls = controlsOf(field)
  if (field.hidden || controls.every(control => control.disabled)) {
    return null
  }
  const values = valuesOf(field)
  if (!values.length) {
    const isRequired = "required" in field.dataset || controls.some(control => control.required)
    return isRequired ? "missing" : null
  }
  if ([...values[0]].length > (longest.get(controls[0]) ?? Infinity)) {
    return "too_long"
  }
  return controls[0].type === "email" && !EMAIL.test(values[0]) ? "wrong" : null
}

// The page's own words for a rule that a field breaks, if it has them.
/** @type {(field: HTMLElement, rule: Rule) => string | undefined} */
export const wordsFor = (field, rule) => {
  const {missing, wrong, long} = field.dataset
  return {missing, wrong, too_long: long}[rule]
}

// The header of a page may lie over its upper edge; the middle is always in sight.
/** @type {(element: HTMLElement, around?: HTMLElement) => void} */
export const moveTo = (element, around = element) => {
  element.focus({preventScroll: true})
  around.scrollIntoView({block: "center"})
}

/** @type {(field: HTMLElement, words: string) => Told} */
const say = (field, words) => {
  const [control] = controlsOf(field)
  const message = document.createElement("p")
  message.className = "pc-problem"
  message.id = `${control.id}-problem`
  message.textContent = words
  const place = [...field.children].find(child => child.contains(control))
  place?.before(message)

  // a group is described as a whole; radio buttons cannot be invalid one by one
  const described = field.matches("fieldset") ? field : control
  const before = described.getAttribute("aria-describedby")
  described.setAttribute("aria-describedby", before ? `${before} ${message.id}` : message.id)
  const invalid = controlsOf(field).filter(one => one.type !== "radio")
  for (const one of invalid) {
    one.setAttribute("aria-invalid", "true")
  }
  field.classList.add("pc-invalid")

  const item = document.createElement("li")
  const link = document.createElement("a")
  link.href = `#${control.id}`
  link.textContent = words
  link.addEventListener("click", event => {
    event.preventDefault()
    moveTo(control, isChoice(control) ? (field.querySelector("legend") ?? field) : field)
  })
  item.append(link)

  /** @param {string} otherWords */
  const reword = otherWords => {
    message.textContent = otherWords
    link.textContent = otherWords
  }
  const takeBack = () => {
    message.remove()
    item.remove()
    if (before) {
      described.setAttribute("aria-describedby", before)
    } else {
      described.removeAttribute("aria-describedby")
    }
    for (const one of invalid) {
      one.removeAttribute("aria-invalid")
    }
    field.classList.remove("pc-invalid")
  }
  return {item, reword, takeBack}
}

/** @param {HTMLFormElement} form */
export const tendProblems = form => {
  const summary = find(document, "#request-problems", HTMLElement)
  const list = find(summary, "ul", HTMLElement)
  /** @type {Map<HTMLElement, Told>} */
  const told = new Map()

  /** @param {HTMLElement} field */
  const takeBack = field => {
    told.get(field)?.takeBack()
    told.delete(field)
    if (!told.size) {
      summary.hidden = true
    }
  }

  // Tells what is wrong, from a field to words; nothing takes everything back.
  /** @param {Iterable<[HTMLElement, string]>} found */
  const show = found => {
    for (const field of [...told.keys()]) {
      takeBack(field)
    }
    for (const [field, words] of found) {
      const problem = say(field, words)
      told.set(field, problem)
      list.append(problem.item)
    }
    if (told.size) {
      summary.hidden = false
      moveTo(summary)
    }
  }

  const check = () => {
    /** @type {Map<HTMLElement, string>} */
    const found = new Map()
    for (const field of fieldsOf(form)) {
      const rule = ruleOf(field)
      if (rule) {
        found.set(field, wordsFor(field, rule) ?? "")
      }
    }
    show(found)
    return !found.size
  }

  // What is mended vanishes at once; what is wrong in another way is told when the field is left.
  form.addEventListener("change", event => {
    const changed = /** @type {Node} */ (event.target)
    for (const [field, problem] of told) {
      const rule = field.contains(changed) && ruleOf(field)
      if (rule) {
        problem.reword(wordsFor(field, rule) ?? "")
      }
    }
  })
  liftLimits(form)
  form.addEventListener("input", event => {
    const changed = /** @type {Node} */ (event.target)
    for (const field of told.keys()) {
      if ((field.hidden || field.contains(changed)) && !ruleOf(field)) {
        takeBack(field)
      }
    }
  })
  return {check, show}
}
