// What somebody chose in a consent tool, and how its choices are opened again.

/** @typedef {{accepted: string[], refused: string[]}} Choice */

/** @type {(text: string) => unknown} */
const parse = text => {
  for (const read of [text, decoded(text)]) {
    try {
      return JSON.parse(read)
    } catch {
      // written otherwise, or by something else under the same name
    }
  }
  return null
}

/** @param {string} text */
const decoded = text => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** @type {(value: unknown) => Record<string, unknown>} */
const fieldsOf = value =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? /** @type {Record<string, unknown>} */ (value)
    : {}

/** @type {(entries: [string, unknown][]) => Choice} */
const sorted = entries => ({
  accepted: entries.filter(([, chosen]) => chosen === true).map(([name]) => name),
  refused: entries.filter(([, chosen]) => chosen === false).map(([name]) => name),
})

/** @type {(text: string) => Choice} */
const readSwitches = text => sorted(Object.entries(fieldsOf(parse(text))))

// Material keeps the names that were accepted, so the others are refused.
/** @type {(text: string, asked: string[]) => Choice} */
const readMaterial = (text, asked) => {
  const kept = parse(text)
  const others = kept && fieldsOf(kept) === kept ? asked.map(name => [name, false]) : []
  return sorted(Object.entries({...Object.fromEntries(others), ...fieldsOf(kept)}))
}

// Version 3 names the categories that were accepted, and under `services` all there are.
/** @type {(text: string) => Choice} */
const readCookieConsent = text => {
  const {categories, services} = fieldsOf(parse(text))
  if (!Array.isArray(categories)) {
    return {accepted: [], refused: []}
  }
  const accepted = categories.filter(category => typeof category === "string")
  const refused = Object.keys(fieldsOf(services)).filter(category => !accepted.includes(category))
  return {accepted, refused}
}

// `!youtube=true!matomo=false!map=wait`, the last of which is still open.
/** @type {(text: string) => Choice} */
const readTarteaucitron = text =>
  sorted(
    decoded(text)
      .split("!")
      .map(entry => entry.split("="))
      .filter(([, chosen]) => chosen === "true" || chosen === "false")
      .map(([name, chosen]) => [name, chosen === "true"]),
  )

/**
 * @typedef {object} Tool
 * @property {(text: string, asked: string[]) => Choice} read
 * @property {() => string[]} [asked] what it asks about on this page
 * @property {() => (() => void) | null} opener
 */

/** @type {Record<string, Tool>} */
const TOOLS = {
  cookieconsent: {
    read: readCookieConsent,
    opener: () => {
      const tool = window.CookieConsent
      return tool ? () => tool.showPreferences() : null
    },
  },
  klaro: {
    read: readSwitches,
    opener: () => {
      const tool = window.klaro
      return tool ? () => tool.show(undefined, true) : null
    },
  },
  tarteaucitron: {
    read: readTarteaucitron,
    opener: () => {
      const panel = window.tarteaucitron?.userInterface
      return panel ? () => panel.openPanel() : null
    },
  },
  "mkdocs-material": {
    read: readMaterial,
    asked: () =>
      [...document.querySelectorAll("[data-md-component=consent] input[name]")].map(
        input => input.getAttribute("name") ?? "",
      ),
    opener: () =>
      document.querySelector("[data-md-component=consent]")
        ? () => location.assign("#__consent")
        : null,
  },
}

/**
 * What was chosen; nothing where it cannot be read.
 * @param {string} tool
 * @param {string} text as the tool keeps it
 * @param {string[]} asked what it asks about on this page
 * @returns {Choice | null}
 */
export const readChoice = (tool, text, asked = []) => {
  const choice = TOOLS[tool]?.read(text, asked)
  return choice && choice.accepted.length + choice.refused.length > 0 ? choice : null
}

/**
 * What a tool asks about on this page, where its choice does not say so.
 * @param {string} tool
 */
export const askedBy = tool => TOOLS[tool]?.asked?.() ?? []

/**
 * What opens the choices of a tool, where it runs on this page.
 * @param {string} tool
 */
export const openerOf = tool => TOOLS[tool]?.opener() ?? null
