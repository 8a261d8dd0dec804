import assert from "node:assert/strict"
import {test} from "node:test"
import {tendDraft} from "../../site_template/theme/assets/privacy-center/requests/draft.js"
import {
  describe,
  keepReceipt,
  recallReceipt,
} from "../../site_template/theme/assets/privacy-center/requests/receipt.js"
import {
  makeReference,
  REFERENCE,
} from "../../site_template/theme/assets/privacy-center/requests/reference.js"
import {at, formOf, openPage, type} from "./page.js"

const PAGE = `<h1>Get a copy</h1><form data-words-sent="Sent."><input type="hidden" name="right" value="access">
  <p data-field="name"><label>Name</label><input id="name" name="name"></p>
  <p class="pc-honeypot"><input name="website" value="spam"></p>
  <fieldset data-field="action"><legend>Action</legend>
    <input type="checkbox" id="call" name="action" value="call">
    <input type="checkbox" name="action" value="write"></fieldset></form>`
const KEY = "privacy-request:/privacy/access/"

/** The same page again in the same tab. */
const reload = () => {
  const kept = {...sessionStorage}
  openPage(PAGE)
  for (const [key, content] of Object.entries(kept)) {
    sessionStorage.setItem(key, content)
  }
}

test("a reload brings back what somebody typed and chose, and nothing that they did not", () => {
  openPage(PAGE)
  tendDraft(formOf())
  at("#call").click()
  type("#name", "Zoë")
  assert.deepEqual(JSON.parse(sessionStorage.getItem(KEY) ?? ""), {
    fields: {name: ["Zoë"], action: ["call"]},
  })
  reload()
  tendDraft(formOf())
  const controls = [...document.querySelectorAll("input")]
  assert.deepEqual(
    controls.map(({name, value, checked}) => [name, value, checked]),
    [
      ["right", "access", false],
      ["name", "Zoë", false],
      ["website", "spam", false],
      ["action", "call", true],
      ["action", "write", false],
    ],
  )
})

test("the same request keeps its reference, another one gets another", () => {
  openPage(PAGE)
  const draft = tendDraft(formOf())
  const reference = draft.referenceFor([["name", "Zoë"]])
  assert.match(reference, REFERENCE)
  assert.equal(draft.referenceFor([["name", "Zoë"]]), reference)
  assert.notEqual(draft.referenceFor([["name", "Ann"]]), reference)
})

test("an attempt that is forgotten gets another reference", () => {
  openPage(PAGE)
  const draft = tendDraft(formOf())
  const reference = draft.referenceFor([["name", "Zoë"]])
  draft.forgetAttempt()
  assert.notEqual(draft.referenceFor([["name", "Zoë"]]), reference)
})

test("a draft that was received is gone", () => {
  openPage(PAGE)
  const draft = tendDraft(formOf())
  type("#name", "Zoë")
  assert.equal(draft.isGone(), false)
  draft.clear()
  assert.equal(draft.isGone(), true)
})

test("a reference has four groups of four signs, none of them easily mistaken", () => {
  for (let made = 0; made < 100; made += 1) {
    assert.match(makeReference(), /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  }
})

test("the receipt says what was sent, and is the end of the draft", () => {
  openPage(PAGE)
  const draft = tendDraft(formOf())
  type("#name", "Zoë")
  const made = {
    reference: "0000-1111-2222-3333",
    opened_at: "2026-04-08T09:00:00Z",
    submitted_at: "2026-04-08T10:00:00Z",
    expected_by: "2026-05-08",
  }
  keepReceipt(describe(formOf()), made, "sent")
  assert.deepEqual(recallReceipt(), {
    right: "Get a copy",
    entries: [["Name", ["Zoë"]]],
    words: {received: null, sent: "Sent.", expected: null},
    path: "/privacy/access/",
    reference: "0000-1111-2222-3333",
    submittedAt: "2026-04-08T10:00:00Z",
    expectedBy: "2026-05-08",
    state: "sent",
  })
  assert.equal(draft.isGone(), true)
  type("#name", "another request")
  assert.equal(recallReceipt()?.path, null)
  assert.equal(draft.isGone(), false)
})
