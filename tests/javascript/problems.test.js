import assert from "node:assert/strict"
import {test} from "node:test"
import {
  EMAIL,
  tendProblems,
} from "../../site_template/theme/assets/privacy-center/requests/problems.js"
import {at, formOf, openPage, type} from "./page.js"

const PAGE = `<div id="request-problems" tabindex="-1" hidden><ul></ul></div><form>
  <p data-field="name" data-missing="Your name?" data-long="Too long."><label>Name</label>
    <input id="name" name="name" required maxlength="5"></p>
  <p data-field="email" data-wrong="No address." aria-label="x"><label>E-mail</label>
    <input id="email" name="email" type="email" aria-describedby="hint"></p>
  <fieldset data-field="action" data-required data-missing="What?"><legend>Action</legend>
    <div><input type="radio" id="call" name="action" value="call"></div></fieldset>
  <p data-field="order" data-missing="Which?" hidden><input name="order" required></p></form>`

const open = () => {
  openPage(PAGE)
  return tendProblems(formOf())
}

const summary = () => ({
  isHidden: at("#request-problems").hidden,
  links: [...document.querySelectorAll("li a")].map(link => [
    link.getAttribute("href"),
    link.textContent,
  ]),
})

test("what is wrong is told at the top, each with a link to its field", () => {
  const problems = open()
  type("#email", "zoe@")
  assert.equal(problems.check(), false)
  assert.deepEqual(summary(), {
    isHidden: false,
    links: [
      ["#name", "Your name?"],
      ["#email", "No address."],
      ["#call", "What?"],
    ],
  })
  assert.equal(document.activeElement, at("#request-problems"))
})

test("a field that is invalid says so, and what it was described by before", () => {
  const problems = open()
  type("#email", "zoe@")
  problems.check()
  assert.equal(at("#email").getAttribute("aria-describedby"), "hint email-problem")
  assert.equal(at("#email").getAttribute("aria-invalid"), "true")
  assert.equal(at("#email-problem").textContent, "No address.")
  // a radio button is described by its group
  assert.equal(at("fieldset").getAttribute("aria-describedby"), "call-problem")
  assert.equal(at("#call").hasAttribute("aria-invalid"), false)
})

test("what is mended vanishes at once, and the summary with the last of it", () => {
  const problems = open()
  problems.check()
  type("#name", "Zoë")
  assert.deepEqual(summary().links, [["#call", "What?"]])
  at("#call").click()
  at("#call").dispatchEvent(new Event("input", {bubbles: true}))
  assert.deepEqual(summary(), {isHidden: true, links: []})
  assert.equal(at("fieldset").hasAttribute("aria-describedby"), false)
  assert.equal(problems.check(), true)
})

test("a text that is too long is told and not cut off; a sign outside Latin counts once", () => {
  const problems = open()
  at("#call").click()
  type("#name", "😀😀😀😀😀")
  assert.equal(problems.check(), true)
  type("#name", "Zoë d’H")
  assert.equal(problems.check(), false)
  assert.deepEqual(summary().links, [["#name", "Too long."]])
})

test("what is wrong in another way is told when the field is left", () => {
  const problems = open()
  problems.check()
  type("#name", "Zoë d’Hondt")
  assert.deepEqual(summary().links[0], ["#name", "Your name?"])
  at("#name").dispatchEvent(new Event("change", {bubbles: true}))
  assert.deepEqual(summary().links[0], ["#name", "Too long."])
  assert.equal(at("#name-problem").textContent, "Too long.")
})

test("an e-mail address has one @, a dot after it and nothing that a list of addresses has", () => {
  const good = ["a@b.c", "zoë+x@voorbeeld.example"]
  const bad = ["a@b", "a b@c.d", "a@b.", "a@b@c.d", "<a@b.c>", "a@b.c,d@e.f"]
  assert.deepEqual(
    [...good, ...bad].filter(address => EMAIL.test(address)),
    good,
  )
})
