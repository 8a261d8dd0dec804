// A link may fill in a field whose owner allows it. Whatever else it says of the form's fields is
// not used; nothing of it stays in the address, where others could read it later.

import {findAll} from "../elements.js"
import {controlsOf, isChoice} from "./fields.js"

/** @import {Control} from "./fields.js" */

/** @type {(control: Control, values: string[]) => void} */
const fill = (control, values) => {
  if (isChoice(control)) {
    control.checked = values.includes(control.value)
  } else if (control instanceof HTMLSelectElement) {
    const option = [...control.options].find(one => one.value === values[0])
    control.value = option ? option.value : control.value
  } else if (!(control.maxLength > 0 && [...values[0]].length > control.maxLength)) {
    ;[control.value] = values
  }
}

// Fills in what the address asks for; says whether it did.
/** @param {HTMLFormElement} form */
export const prefill = form => {
  const address = new URL(location.href)
  const names = new Set(controlsOf(form).map(control => control.name))
  const asked = [...names].filter(name => address.searchParams.has(name))
  for (const field of findAll(form, "[data-field][data-prefill]", HTMLElement)) {
    for (const control of controlsOf(field).filter(one => asked.includes(one.name))) {
      fill(control, address.searchParams.getAll(control.name))
    }
  }
  if (asked.length) {
    for (const name of asked) {
      address.searchParams.delete(name)
    }
    history.replaceState(history.state, "", address.href)
  }
  return asked.length > 0
}
