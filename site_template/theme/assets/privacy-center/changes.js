// What changed from one version to another: `#since-2026-01-01` from that one on,
// `#from-2026-01-01-to-2027-01-01` up to another. Without this script the first leads to where the
// page tells it, and all versions are there; see parts/changes.html.

import {copy, find, findAll, findId} from "./elements.js"
import {onEveryPage} from "./navigation.js"
import {readRange, within} from "./range.js"

/** @import {Range} from "./range.js" */

onEveryPage(() => {
  const form = findId("range", HTMLFormElement)
  if (!form?.hidden) {
    return
  }
  form.hidden = false
  const versions = findAll(document, ".pc-version", HTMLElement)
  const ids = versions.map(({dataset}) => dataset.id ?? "")
  const [older, newer] = ["older", "newer"].map(name =>
    find(form, `[name=${name}]`, HTMLSelectElement),
  )
  const shown = find(document, "#shown", HTMLElement)
  const words = find(form, "template", HTMLTemplateElement).content
  const status = find(form, "[role=status]", HTMLElement)

  /** @param {Range} range */
  const tell = range => {
    older.value = range.older
    newer.value = range.newer
    const said = copy(words, ".pc-note")
    find(said, ".older", HTMLElement).textContent = older.selectedOptions[0].textContent
    find(said, ".newer", HTMLElement).textContent = newer.selectedOptions[0].textContent
    return said
  }

  const show = () => {
    const range = readRange(location.hash, ids)
    const chosen = range ? within(range, ids) : ids
    for (const version of versions) {
      version.hidden = !chosen.includes(version.dataset.id ?? "")
    }
    status.replaceChildren()
    shown.replaceChildren(...(range ? [tell(range)] : []))
    if (range && !document.getElementById(location.hash.slice(1))) {
      shown.scrollIntoView()
    }
  }

  form.addEventListener("submit", event => {
    event.preventDefault()
    if (older.value === newer.value) {
      status.replaceChildren(...copy(words, ".pc-same-version").childNodes)
      return
    }
    // options come newest first
    const [first, last] = [older, newer]
      .map(select => select.selectedIndex)
      .sort((one, other) => other - one)
    location.hash = last ? `from-${ids[first]}-to-${ids[last]}` : `since-${ids[first]}`
  })
  window.addEventListener("hashchange", show)
  show()
})
