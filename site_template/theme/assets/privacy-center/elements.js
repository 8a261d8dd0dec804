// Elements of a page, each of the kind that its template makes it.

/**
 * The first that fits. The template promises it: without it the script does not know its page.
 * @template {typeof Element} Kind
 * @param {ParentNode} within
 * @param {string} selector
 * @param {Kind} kind
 * @returns {InstanceType<Kind>}
 */
export const find = (within, selector, kind) => {
  const found = within.querySelector(selector)
  if (!(found instanceof kind)) {
    throw new TypeError(`This page has no ${selector}.`)
  }
  return /** @type {InstanceType<Kind>} */ (found)
}

/**
 * All that fit.
 * @template {typeof Element} Kind
 * @param {ParentNode} within
 * @param {string} selector
 * @param {Kind} kind
 * @returns {InstanceType<Kind>[]}
 */
export const findAll = (within, selector, kind) =>
  [...within.querySelectorAll(selector)].filter(
    /** @type {(found: Element) => found is InstanceType<Kind>} */ (found => found instanceof kind),
  )

/**
 * The element of the page with this id; nothing where the page has none.
 * @template {typeof Element} Kind
 * @param {string} id
 * @param {Kind} kind
 * @returns {InstanceType<Kind> | null}
 */
export const findId = (id, kind) => {
  const found = document.getElementById(id)
  return found instanceof kind ? /** @type {InstanceType<Kind>} */ (found) : null
}

/**
 * A copy of the first that fits, with all that stands in it.
 * @param {ParentNode} within
 * @param {string} selector
 */
export const copy = (within, selector) =>
  /** @type {HTMLElement} */ (find(within, selector, HTMLElement).cloneNode(true))
