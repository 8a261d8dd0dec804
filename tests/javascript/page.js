// A page without a browser, for the scripts of a site: what stands in it is what a test gives.

import {readFileSync} from "node:fs"
import {JSDOM} from "jsdom"

const ADDRESS = "https://shop.example/privacy/access/"

// What the scripts take from a browser, where Node has none or another one.
const NAMES = [
  ...["DOMParser", "Element", "Event", "HTMLAnchorElement", "HTMLBRElement", "HTMLButtonElement"],
  ...["HTMLElement", "HTMLFormElement", "HTMLImageElement", "HTMLInputElement"],
  ...["HTMLSelectElement", "HTMLTemplateElement", "HTMLTimeElement", "Node", "Text"],
  ...["document", "history", "location", "sessionStorage", "window"],
]

/**
 * Opens a page in place of the one before.
 * @param {string} body
 * @param {{language?: string, address?: string}} [kind]
 */
export const openPage = (body, {language = "en", address = ADDRESS} = {}) => {
  const page = `<!doctype html><html lang="${language}"><body>${body}</body></html>`
  const {window} = new JSDOM(page, {url: address})
  // what needs a layout: the lines of a text, and what is in sight
  window.Element.prototype.scrollIntoView = () => {}
  Object.defineProperty(window.HTMLElement.prototype, "innerText", {
    get() {
      return this.textContent
    },
  })
  for (const name of NAMES) {
    Object.defineProperty(globalThis, name, {value: window[name], configurable: true})
  }
}

/**
 * The form that a test put into its page.
 * @returns {HTMLFormElement}
 */
export const formOf = () => {
  const [form] = document.forms
  return form
}

/**
 * The element that a test put into its page.
 * @param {string} selector
 */
export const at = selector => {
  const found = document.querySelector(selector)
  if (!(found instanceof HTMLElement)) {
    throw new TypeError(`the page of this test has no ${selector}`)
  }
  return found
}

/**
 * Types into a field, as a person does.
 * @param {string} selector
 * @param {string} text
 */
export const type = (selector, text) => {
  Object.assign(at(selector), {value: text})
  at(selector).dispatchEvent(new Event("input", {bubbles: true}))
}

/** What pytest hands to a script on its standard input. */
export const readInput = () => JSON.parse(readFileSync(0, "utf-8"))
