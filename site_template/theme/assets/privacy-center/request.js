// A request form: checked, kept and sent by script. Without it the same form is plain HTML.
// Its words stand in the page, see forms/request.html.

import {DAY, showDay, today} from "./days.js"
import {findAll, findId} from "./elements.js"
import {onEveryPage} from "./navigation.js"
import {expectedBy} from "./requests/deadline.js"
import {tendDraft} from "./requests/draft.js"
import {
  askOnlyTheChosen,
  elsewhereOf,
  entriesOf,
  isElsewhere,
  setHidden,
} from "./requests/fields.js"
import {tendLetter} from "./requests/letter.js"
import {tendOutcome} from "./requests/outcome.js"
import {prefill} from "./requests/prefill.js"
import {tendPrintButtons} from "./requests/printing.js"
import {moveTo, tendProblems} from "./requests/problems.js"
import {describe, keepReceipt} from "./requests/receipt.js"
import {REFERENCE} from "./requests/reference.js"
import {post, Refused, send} from "./requests/sending.js"
import {inForceOn} from "./timeline.js"

/**
 * @import {Entry} from "./requests/fields.js"
 * @import {Made} from "./requests/receipt.js"
 */

/** @type {(milliseconds: number) => Promise<void>} */
const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

/** @type {(form: HTMLFormElement, attribute: string) => string[]} */
const wordsIn = (form, attribute) => form.getAttribute(attribute)?.split(" ").filter(Boolean) ?? []

// The release in force on the day that somebody sends, which the build cannot know: it names those
// that lie ahead, the next one first.
/** @param {HTMLFormElement} form */
const nameRelease = form => {
  const releases = wordsIn(form, "data-releases").map(release => {
    const [id, effective] = release.split("=")
    return {id, effective}
  })
  const release = inForceOn(today(), releases.reverse())
  if (release) {
    setHidden(form, "policy_release", release.id)
  }
}

/** @param {HTMLFormElement} form */
const countDays = form => {
  const holidays = wordsIn(form, "data-holidays")
  const [period, extension] = ["data-period", "data-extension"].map(
    name => form.getAttribute(name) ?? "",
  )
  return {
    answer: expectedBy(today(), [period], holidays),
    extended: expectedBy(today(), [period, extension], holidays),
  }
}

/** @param {HTMLFormElement} form */
const showDeadline = form => {
  const {answer, extended} = countDays(form)
  if (!answer || !extended) {
    return
  }
  for (const told of findAll(document, "[data-deadline]", HTMLElement)) {
    for (const time of findAll(told, ".pc-expected-by", HTMLTimeElement)) {
      showDay(time, answer)
    }
    for (const time of findAll(told, ".pc-extended-by", HTMLTimeElement)) {
      showDay(time, extended)
    }
    told.hidden = false
  }
}

/** @param {HTMLFormElement} form */
const tendRequest = form => {
  const isPosted = form.getAttribute("data-format") === "form"
  const openedAt = new Date()
  const minimum = 1000 * Number(form.getAttribute("data-minimum-seconds") ?? 0)

  const draft = tendDraft(form)
  if (prefill(form)) {
    draft.save()
  }
  askOnlyTheChosen(form)
  form.addEventListener("input", () => askOnlyTheChosen(form))
  const problems = tendProblems(form)
  const outcome = tendOutcome(form, problems)
  tendLetter(form)

  // A page that the browser keeps for the way back shows nothing to whoever sits there next.
  const empty = () => {
    HTMLFormElement.prototype.reset.call(form)
    form.dispatchEvent(new Event("input"))
    draft.clear()
  }
  const leave = () => {
    empty()
    location.assign(new URL(form.getAttribute("data-receipt") ?? "", location.href))
  }

  // The browser follows the endpoint's redirect to the page of receipt.
  /** @type {(entries: Entry[], made: Made) => void} */
  const postOff = (entries, made) => {
    if (!navigator.onLine) {
      outcome.tellFailure({})
      return
    }
    keepReceipt(describe(form), made, "sent")
    post(form, entries)
    setTimeout(() => outcome.tellSending(false), 20_000) // an answer without a page leaves us here
  }

  /** @type {(entries: Entry[], made: Made) => Promise<void>} */
  const fetchOff = async (entries, made) => {
    const description = describe(form)
    try {
      const {reference, expected_by} = await send(form, entries)
      const told = {
        ...made,
        ...(reference && REFERENCE.test(reference) && {reference}),
        ...(expected_by && DAY.test(expected_by) && {expected_by}),
      }
      keepReceipt(description, told, "received")
      leave()
    } catch (error) {
      if (!(error instanceof Refused)) {
        outcome.tellFailure({})
        throw error
      }
      if (error.status === 409) {
        draft.forgetAttempt() // its reference belongs to another request
      }
      outcome.tellRefusal(error, Object.fromEntries(entries).language)
    }
  }

  const sendOff = async () => {
    nameRelease(form)
    const asked = entriesOf(form)
    const {answer: expected_by} = countDays(form)
    /** @type {Made} */
    const made = {
      reference: draft.referenceFor(asked),
      opened_at: openedAt.toISOString(),
      submitted_at: new Date().toISOString(),
      ...(expected_by && {expected_by}),
    }
    const entries = [...asked, ...Object.entries(made)]
    if (isPosted) {
      postOff(entries, made)
    } else {
      await fetchOff(entries, made)
    }
  }

  form.addEventListener("submit", async event => {
    event.preventDefault()
    if (isElsewhere(form)) {
      moveTo(elsewhereOf(form)) // where a browser cannot hide the button
      return
    }
    if (outcome.isSending()) {
      return
    }
    outcome.tellSending(false) // a failure of before is over
    if (!problems.check()) {
      return
    }
    outcome.tellSending(true)
    // endpoints take who is too quick for a robot; a clock may be set while somebody types
    await wait(Math.min(Number(openedAt) + minimum - Date.now(), minimum))
    if (problems.check()) {
      await sendOff()
    } else {
      outcome.tellSending(false)
    }
  })
  window.addEventListener("pageshow", event => {
    if (event.persisted) {
      outcome.tellSending(false) // on the way back the page is as it was left
    }
    if (draft.isGone()) {
      empty() // received meanwhile, and filled in again by the browser
    }
  })
}

const tendForm = () => {
  const form = findId("request-form", HTMLFormElement)
  if (form && !form.hasAttribute("novalidate")) {
    form.setAttribute("novalidate", "")
    showDeadline(form)
    tendRequest(form)
    for (const element of findAll(document, "[data-needs-script]", HTMLElement)) {
      element.hidden = false
    }
  }
  tendPrintButtons()
}
onEveryPage(tendForm)
