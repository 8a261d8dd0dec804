// What is wrong with what was filled in: told in a summary at the top and at each field, in the
// words of the page. The rules are those of the contract, mkdocs_privacy/requests/contract.py.

import {controlsOf, fieldsOf, isChoice, valuesOf} from "./fields.js"

const EMAIL = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()".]+$/

const longest = new WeakMap()

// A browser cuts off what is longer, unasked. Let people paste, and tell them instead.
const liftLimits = form => {
  for (const control of controlsOf(form).filter(one => one.maxLength > 0)) {
    longest.set(control, control.maxLength)
    control.removeAttribute("maxlength")
  }
}

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
export const wordsFor = (field, rule) => {
  const {missing, wrong, long} = field.dataset
  return {missing, wrong, too_long: long}[rule]
}

// The header of a page may lie over its upper edge; the middle is always in sight.
export const moveTo = (element, around = element) => {
  element.focus({preventScroll: true})
  around.scrollIntoView({block: "center"})
}

const say = (field, words) => {
  const [control] = controlsOf(field)
  const message = document.createElement("p")
  message.className = "pc-problem"
  message.id = `${control.id}-problem`
  message.textContent = words
  const place = [...field.children].find(child => child.contains(control))
  place.before(message)

  // a group is described as a whole; radio buttons cannot be invalid one by one
  const described = field.matches("fieldset") ? field : control
  const before = described.getAttribute("aria-describedby")
  described.setAttribute("aria-describedby", before ? `${before} ${message.id}` : message.id)
  const invalid = controlsOf(field).filter(one => one.type !== "radio")
  invalid.forEach(one => one.setAttribute("aria-invalid", "true"))
  field.classList.add("pc-invalid")

  const item = document.createElement("li")
  const link = document.createElement("a")
  link.href = `#${control.id}`
  link.textContent = words
  link.addEventListener("click", event => {
    event.preventDefault()
    moveTo(control, isChoice(control) ? field.querySelector("legend") ?? field : field)
  })
  item.append(link)

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
    invalid.forEach(one => one.removeAttribute("aria-invalid"))
    field.classList.remove("pc-invalid")
  }
  return {item, reword, takeBack}
}

export const tendProblems = form => {
  const summary = document.getElementById("request-problems")
  const list = summary.querySelector("ul")
  const told = new Map()

  const takeBack = field => {
    told.get(field).takeBack()
    told.delete(field)
    if (!told.size) {
      summary.hidden = true
    }
  }

  // Tells what is wrong, from a field to words; nothing takes everything back.
  const show = found => {
    [...told.keys()].forEach(takeBack)
    for (const [field, words] of found) {
      told.set(field, say(field, words))
      list.append(told.get(field).item)
    }
    if (told.size) {
      summary.hidden = false
      moveTo(summary)
    }
  }

  const check = () => {
    const found = fieldsOf(form).map(field => [field, ruleOf(field)]).filter(([, rule]) => rule)
    show(found.map(([field, rule]) => [field, wordsFor(field, rule)]))
    return !found.length
  }

  // What is mended vanishes at once; what is wrong in another way is told when the field is left.
  form.addEventListener("change", ({target}) => {
    const field = target.closest("[data-field]")
    const rule = told.has(field) && ruleOf(field)
    if (rule) {
      told.get(field).reword(wordsFor(field, rule))
    }
  })
  liftLimits(form)
  form.addEventListener("input", event => {
    for (const field of told.keys()) {
      if ((field.hidden || field.contains(event.target)) && !ruleOf(field)) {
        takeBack(field)
      }
    }
  })
  return {check, show}
}
