// The fields of a form, and what stands in them. An owner may give a field any name, also one that
// a form knows as its own property (`action`, `title`, `reset`): so nothing here reads such a
// property of a form, only methods whose names no field can have.

const LINE_BREAKERS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

export const isChoice = control => control.type === "radio" || control.type === "checkbox"

export const controlsOf = element =>
  [...element.querySelectorAll("input, select, textarea")].filter(control => control.name)

export const fieldsOf = form => [...form.querySelectorAll("[data-field]")]

// What a person filled in or chose: the same characters that requests/contract.py allows.
const valueOf = control => control.tagName === "TEXTAREA"
  ? control.value.replace(CONTROL_CHARACTERS, "").trim()
  : control.value.replace(LINE_BREAKERS, " ").trim()

const isAnswered = control =>
  !control.matches(":disabled") && (!isChoice(control) || control.checked) && valueOf(control) !== ""

// What is sent: pairs of a name and a value, in the order of the form, without empty ones.
export const entriesOf = element =>
  controlsOf(element).filter(isAnswered).map(control => [control.name, valueOf(control)])

export const valuesOf = field => entriesOf(field).map(([, value]) => value)

// The names that may occur more than once.
export const namesOfSeveral = form => new Set(
  controlsOf(form).filter(control => control.type === "checkbox").map(control => control.name))

const wordsOf = element => {
  const copy = element.cloneNode(true)
  copy.querySelectorAll(".pc-hint, .headerlink, .pc-optional").forEach(aside => aside.remove())
  return copy.textContent.replace(/\s+/g, " ").trim()
}

export const labelOf = field => wordsOf(field.querySelector("legend, label"))

export const titleOfPage = () => wordsOf(document.querySelector("h1"))

// What stands in a field as a person reads it: of a choice, its label.
export const readingsOf = field => controlsOf(field).filter(isAnswered).map(control => {
  if (isChoice(control)) {
    return wordsOf(control.labels[0])
  }
  return control.selectedOptions ? wordsOf(control.selectedOptions[0]) : valueOf(control)
})

export const setHidden = (form, name, value) => {
  let control = form.querySelector(`input[type=hidden][name="${name}"]`)
  if (!control) {
    control = document.createElement("input")
    Object.assign(control, {type: "hidden", name})
    form.querySelector("input").before(control)
  }
  control.value = value
}

// Somebody else answers for the chosen audience: nothing is sent.
export const isElsewhere = form => Boolean(form.querySelector("[data-elsewhere]:checked"))

// Who is responsible for the chosen audience, and how to reach them.
export const elsewhereOf = form =>
  form.querySelector("[data-elsewhere]:checked").closest(".pc-choice").querySelector(".pc-elsewhere")

// A field that is asked only of some is not asked of others, and not sent for them.
export const askOnlyTheChosen = form => {
  const chosen = form.querySelector("[name=audience]:checked, [name=audience][type=hidden]")?.value
  for (const field of form.querySelectorAll("[data-audiences]")) {
    field.hidden = !field.dataset.audiences.split(" ").includes(chosen)
    controlsOf(field).forEach(control => control.disabled = field.hidden)
  }
}
