// The page with all versions: which one applied on a day, and what differs between any two.
// Its words stand in the forms themselves, see parts/version_forms.html.

import {fold, isUnchanged, readBlocks, redline} from "./redline.js"

// Print it: parts/redline.html

const print = (passages, words) => {
  const mark = (name, text) => {
    const marked = words.querySelector(name).cloneNode(true)
    marked.firstChild.after(text)
    return marked
  }
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
      const details = words.querySelector("details").cloneNode(true)
      details.querySelector(".number").textContent = elements.length
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
  const timeline = document.getElementById("timeline")
  if (!timeline || timeline.querySelector(".pc-applies-today")) {
    return
  }
  const now = new Date()
  const day = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
  const version = [...timeline.children].find(one => one.dataset.effective <= day)
  const said = document.createElement("strong")
  said.className = "pc-badge pc-applies-today"
  said.textContent = timeline.dataset.today
  version?.querySelector(".pc-version-link").after(" ", said)
}

// The forms

const say = (words, name, values = {}) => {
  const said = words.querySelector(name).cloneNode(true)
  for (const [value, text] of Object.entries(values)) {
    said.querySelectorAll(`.${value}`).forEach(place => place.textContent = text)
  }
  return [...said.childNodes]
}

const tendAppliedOn = form => {
  form.addEventListener("submit", event => {
    event.preventDefault()
    const day = form.elements.day.value
    const newestFirst = [...document.querySelectorAll("#timeline > [data-effective]")]
    const version = newestFirst.find(one => one.dataset.effective <= day)
    if (version) {
      location.assign(version.querySelector(".pc-version-link").href)
    } else {
      const words = form.querySelector("template").content
      form.querySelector("[role=status]").replaceChildren(...say(words, "p"))
    }
  })
}

class Unreadable extends Error {}

// The words of a version; Unreadable carries its name.
const fetchPolicy = async ({dataset, textContent}) => {
  try {
    const answer = await fetch(new URL(dataset.url, document.baseURI), {mode: "same-origin"})
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

const tendCompare = form => {
  const words = form.querySelector("template").content
  const comparison = document.getElementById("comparison")
  const tell = (...message) => form.querySelector("[role=status]").replaceChildren(...message)

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
        for (const ours of result.querySelectorAll("summary, .privacy-center-unseen")) {
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
    const {older: one, newer: other} = form.elements
    comparison.replaceChildren()
    if (one.value === other.value) {
      tell(...say(words, ".pc-same-version"))
      return
    }
    // options come newest first; a redline goes from the older words to the newer
    const [older, newer] = [one, other].map(select => select.selectedOptions[0])
      .sort((first, second) => second.index - first.index)
    tell(...say(words, ".pc-comparing"))
    try {
      const policies = await Promise.all([older, newer].map(fetchPolicy))
      if (asked !== question) {
        return // another question came in between
      }
      // an old version may exist in other languages than this page does
      const languages = policies.map(policy => policy.closest("[lang]")?.lang ?? "")
      if (new Set(languages.map(language => language.split("-")[0])).size > 1) {
        tell(...say(words, ".pc-no-language"))
        return
      }
      show(redline(...policies.map(readBlocks)),
        {older: older.textContent, newer: newer.textContent}, languages[1])
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

// A module runs once; with instant navigation its page may come and go.
const tendForms = () => {
  markToday()
  for (const [id, tend] of [["applied-on", tendAppliedOn], ["compare", tendCompare]]) {
    const form = document.getElementById(id)
    if (form?.hidden) {
      form.hidden = false
      tend(form)
    }
  }
}
if (window.document$) {
  window.document$.subscribe(tendForms)
} else {
  tendForms()
}
