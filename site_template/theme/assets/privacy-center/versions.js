// The page with all versions: which one applied on a day, and what differs between any two.
// Its words stand in the forms themselves, see parts/version_forms.html.

import {readBlocks} from "./blocks.js"
import {today} from "./days.js"
import {copy, find, findAll, findId} from "./elements.js"
import {onEveryPage} from "./navigation.js"
import {fold, isUnchanged, redline} from "./redline.js"
import {inForceOn, versionsIn} from "./timeline.js"

/** @import {Passage} from "./redline.js" */

// Print it: parts/redline.html

/** @type {(passages: Passage[], words: DocumentFragment) => HTMLElement} */
const print = (passages, words) => {
  /** @type {(name: "ins" | "del", text: string) => HTMLElement} */
  const mark = (name, text) => {
    const marked = copy(words, name)
    marked.firstChild?.after(text)
    return marked
  }
  /** @param {Passage} passage */
  const passage = ({kind, level, pieces}) => {
    const tag = level ? `h${Math.min(6, Math.max(4, level + 2))}` : "p"
    const element = document.createElement(tag)
    element.className = `pc-passage pc-passage-${kind}`
    for (const piece of pieces) {
      const bare = piece.words.trimStart()
      const spacing = piece.words.slice(0, piece.words.length - bare.length)
      if (piece.mark === "same") {
        element.append(piece.words)
      } else {
        element.classList.add("pc-changed")
        element.append(spacing, mark(piece.mark === "added" ? "ins" : "del", bare))
      }
    }
    return element
  }
  const result = document.createElement("div")
  result.className = "pc-redline"
  for (const stretch of fold(passages)) {
    const elements = stretch.passages.map(passage)
    if (stretch.isFolded) {
      const details = copy(words, "details")
      find(details, ".number", HTMLElement).textContent = `${elements.length}`
      details.append(...elements)
      result.append(details)
    } else {
      result.append(...elements)
    }
  }
  return result
}

// The list: which version applies on the day that somebody looks, which the build cannot know

const markToday = () => {
  const timeline = findId("timeline", HTMLElement)
  if (!timeline || timeline.querySelector(".pc-applies-today")) {
    return
  }
  const said = document.createElement("strong")
  said.className = "pc-badge pc-applies-today"
  said.textContent = timeline.dataset.today ?? ""
  inForceOn(today(), versionsIn(timeline))?.link.after(" ", said)
}

// The forms

/** @type {(words: DocumentFragment, name: string, values?: Record<string, string>) => Node[]} */
const say = (words, name, values = {}) => {
  const said = copy(words, name)
  for (const [value, text] of Object.entries(values)) {
    for (const place of said.querySelectorAll(`.${value}`)) {
      place.textContent = text
    }
  }
  return [...said.childNodes]
}

/** @param {HTMLElement} form */
const wordsOf = form => find(form, "template", HTMLTemplateElement).content

/** @param {HTMLElement} form */
const statusOf = form => find(form, "[role=status]", HTMLElement)

/** @param {HTMLElement} form */
const tendAppliedOn = form => {
  form.addEventListener("submit", event => {
    event.preventDefault()
    const day = find(form, "[name=day]", HTMLInputElement).value
    const version = inForceOn(day, versionsIn(find(document, "#timeline", HTMLElement)))
    if (version) {
      location.assign(version.link.href)
    } else {
      statusOf(form).replaceChildren(...say(wordsOf(form), "p"))
    }
  })
}

class Unreadable extends Error {}

// The words of a version; Unreadable carries its name.
/** @type {(version: HTMLOptionElement) => Promise<HTMLElement>} */
const fetchPolicy = async ({dataset, textContent}) => {
  try {
    const address = new URL(dataset.url ?? "", document.baseURI)
    const answer = await fetch(address, {mode: "same-origin"})
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const policy = page.getElementById("frozen-words")
    if (answer.ok && policy) {
      return policy
    }
  } catch {
    // no connection, or pages that were opened from a disk
  }
  throw new Unreadable(textContent)
}

/** @param {HTMLElement} policy */
const languageOf = policy => policy.closest("[lang]")?.getAttribute("lang") ?? ""

/** @param {HTMLElement} form */
const tendCompare = form => {
  const words = wordsOf(form)
  const comparison = find(document, "#comparison", HTMLElement)
  /** @param {Node[]} message */
  const tell = (...message) => statusOf(form).replaceChildren(...message)

  /** @type {(passages: Passage[], versions: Record<string, string>, language: string) => void} */
  const show = (passages, versions, language) => {
    const title = document.createElement("h3")
    title.id = "comparison-title"
    title.tabIndex = -1
    title.append(...say(words, ".pc-result-title", versions))
    const region = document.createElement("section")
    region.setAttribute("aria-labelledby", title.id)
    if (passages.every(isUnchanged)) {
      region.append(title, ...say(words, ".pc-same-words"))
    } else {
      const result = print(passages, words)
      const spoken = document.documentElement.lang
      if (language !== spoken) {
        result.lang = language
        for (const ours of findAll(result, "summary, .privacy-center-unseen", HTMLElement)) {
          ours.lang = spoken
        }
      }
      region.append(title, ...say(words, ".pc-legend"), result)
    }
    comparison.replaceChildren(region)
    title.focus()
  }

  let question = 0
  const answer = async () => {
    const asked = ++question
    const [one, other] = ["older", "newer"].map(name =>
      find(form, `[name=${name}]`, HTMLSelectElement),
    )
    comparison.replaceChildren()
    if (one.value === other.value) {
      tell(...say(words, ".pc-same-version"))
      return
    }
    // options come newest first; a redline goes from the older words to the newer
    const [older, newer] = [one, other]
      .map(select => select.selectedOptions[0])
      .sort((first, second) => second.index - first.index)
    tell(...say(words, ".pc-comparing"))
    try {
      const policies = await Promise.all([older, newer].map(fetchPolicy))
      if (asked !== question) {
        return // another question came in between
      }
      // an old version may exist in other languages than this page does
      const languages = policies.map(languageOf)
      if (new Set(languages.map(language => language.split("-")[0])).size > 1) {
        tell(...say(words, ".pc-no-language"))
        return
      }
      show(
        redline(readBlocks(policies[0]), readBlocks(policies[1])),
        {older: older.textContent, newer: newer.textContent},
        languages[1],
      )
      tell()
    } catch (error) {
      if (!(error instanceof Unreadable)) {
        throw error
      }
      if (asked === question) {
        tell(...say(words, ".pc-unreadable", {older: error.message}))
      }
    }
  }
  form.addEventListener("submit", event => {
    event.preventDefault()
    answer()
  })
}

const tendForms = () => {
  markToday()
  /** @type {[id: string, tend: (form: HTMLElement) => void][]} */
  const forms = [
    ["applied-on", tendAppliedOn],
    ["compare", tendCompare],
  ]
  for (const [id, tend] of forms) {
    const form = findId(id, HTMLElement)
    if (form?.hidden) {
      form.hidden = false
      tend(form)
    }
  }
}
onEveryPage(tendForms)
