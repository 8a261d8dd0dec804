// What is kept in this browser tab until it is closed, and goes nowhere else. A browser that keeps
// nothing (sessionStorage throws) remembers as long as the page stays.

/** @type {Map<string, string>} */
const untilThePageGoes = new Map()

/** @type {(key: string, content: unknown) => void} */
export const keep = (key, content) => {
  const written = JSON.stringify(content)
  untilThePageGoes.set(key, written)
  try {
    sessionStorage.setItem(key, written)
  } catch {
    // the map above has to do
  }
}

// What was kept, as JSON has it: who reads it knows what they kept.
/** @type {(key: string) => unknown} */
export const recall = key => {
  let written = untilThePageGoes.get(key) ?? null
  try {
    written = sessionStorage.getItem(key) ?? written
  } catch {
    // as long as the page stays
  }
  try {
    return JSON.parse(written ?? "null")
  } catch {
    return null // not ours
  }
}

// Whether it was kept and then forgotten, perhaps by another page of this tab.
/** @param {string} key */
export const isForgotten = key => {
  try {
    return sessionStorage.getItem(key) === null
  } catch {
    return false
  }
}

/** @param {string} key */
export const forget = key => {
  untilThePageGoes.delete(key)
  try {
    sessionStorage.removeItem(key)
  } catch {
    // nothing was kept
  }
}
