// The scripts that are no modules: Material's own needs them to run before it.

import assert from "node:assert/strict"
import {readFileSync} from "node:fs"
import {test} from "node:test"
import {createContext, Script} from "node:vm"

/**
 * Runs a script in a page that has these names.
 * @param {string} name
 * @param {object} page
 */
const run = (name, page) => {
  const address = new URL(
    `../../site_template/theme/assets/privacy-center/${name}`,
    import.meta.url,
  )
  new Script(readFileSync(address, "utf-8")).runInContext(createContext(page))
}

/**
 * @param {string | null} chosenBefore
 * @param {Record<string, string>} attributes those of the body
 */
const openPalette = (chosenBefore, attributes = {}) => {
  /** @type {[key: string, value: string][]} */
  const stored = []
  /** @type {((event: {isTrusted: boolean, target: object}) => void)[]} */
  const listeners = []
  /** @type {string[]} */
  const set = []
  const body = {
    /** @type {(name: string) => string | null} */
    getAttribute: name => attributes[name] ?? null,
    /** @type {(name: string, value: string) => void} */
    setAttribute: (name, value) => {
      set.push(name)
      attributes[name] = value
    },
  }
  const page = {
    window: {
      __md_get: () => chosenBefore,
      /** @type {(key: string, value: string) => void} */
      __md_set: (key, value) => stored.push([key, value]),
    },
    document: {
      body,
      /** @type {(kind: string, listener: () => void) => void} */
      addEventListener: (_kind, listener) => listeners.push(listener),
    },
  }
  run("palette.js", page)
  /** @param {boolean} isTrusted */
  const click = isTrusted => {
    for (const listener of listeners) {
      listener({isTrusted, target: {closest: () => "the switch of the palette"}})
    }
  }
  return {page, store: page.window.__md_set, stored, click, body, set}
}

test("a palette that nobody chose is not stored, anything else is", () => {
  const {store, stored, click} = openPalette(null)
  store("__palette", "dark")
  click(false) // by a script
  store("__palette", "dark")
  store("__tabs", "one")
  assert.deepEqual(stored, [["__tabs", "one"]])
})

test("a palette is stored once somebody has chosen one, now or on another visit", () => {
  const now = openPalette(null)
  now.click(true)
  now.store("__palette", "dark")
  const before = openPalette("light")
  before.store("__palette", "dark")
  assert.deepEqual([now.stored, before.stored], [[["__palette", "dark"]], [["__palette", "dark"]]])
})

test("transitions are turned off for a palette that changes a colour, not for one that is on", () => {
  const {body, set} = openPalette(null, {"data-md-color-scheme": "default"})
  /** @param {string} scheme */
  const putOn = scheme => {
    body.setAttribute("data-md-color-switching", "")
    body.setAttribute("data-md-color-media", "(prefers-color-scheme)")
    body.setAttribute("data-md-color-scheme", scheme)
    return set.splice(0)
  }
  assert.deepEqual(putOn("default"), ["data-md-color-media", "data-md-color-scheme"])
  assert.deepEqual(putOn("slate"), [
    "data-md-color-media",
    "data-md-color-switching",
    "data-md-color-scheme",
  ])
})

test("neither puts a name into the page: a second run would not declare it again", () => {
  const {page} = openPalette(null)
  run("palette.js", page)
  const nothing = {
    document: {querySelectorAll: () => [], addEventListener: () => {}},
    window: {addEventListener: () => {}},
  }
  run("privacy-center.js", nothing)
  run("privacy-center.js", nothing)
})
