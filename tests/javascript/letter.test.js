import assert from "node:assert/strict"
import {test} from "node:test"
import {at, formOf, openPage, type} from "./page.js"

const PAGE = `<form>
  <p data-field="name"><input id="name" name="name"></p>
  <p data-field="details"><textarea id="details" name="details"></textarea></p>
  <fieldset data-field="action">
    <label><input type="checkbox" id="call" name="action" value="call">call me</label>
    <label><input type="checkbox" id="write" name="action" value="write">write to me</label>
  </fieldset></form>
  <div id="letter"><div id="letter-text"><p>Please <span data-fill="action">[what]</span>.
<span data-line="details" data-optional>More: <span data-fill="details">[details]</span></span>
<span data-fill="name">[name]</span></p></div></div>
  <a data-mailto data-subject="A request & more" href="mailto:privacy@shop.example?subject=x">E</a>`

// written in the language of the page in which it is read
openPage(PAGE)
const {tendLetter} = await import(
  "../../site_template/theme/assets/privacy-center/requests/letter.js"
)

const open = () => {
  openPage(PAGE)
  tendLetter(formOf())
}

/** @returns {Record<string, string>} */
const email = () => {
  const [address, query] = at("a").getAttribute("href")?.split("?") ?? []
  return {address, ...Object.fromEntries(new URLSearchParams(query))}
}

test("what nobody has filled in yet stays blank, and an optional line is left out", () => {
  open()
  assert.equal(at("[data-fill=name]").textContent, "[name]")
  assert.equal(at("[data-line=details]").hidden, true)
})

test("what somebody types stands in the letter, choices as a list", () => {
  open()
  type("#name", "Zoë")
  type("#details", "Since May")
  at("#call").click()
  at("#write").click()
  type("#name", "Zoë")
  assert.equal(
    at("#letter-text").textContent,
    "Please call me and write to me.\nMore: Since May\nZoë",
  )
  assert.equal(at("[data-line=details]").hidden, false)
})

test("what is deleted again leaves a blank", () => {
  open()
  type("#name", "Zoë")
  type("#name", "")
  assert.equal(at("[data-fill=name]").textContent, "[name]")
})

test("the e-mail has the address of the link, its subject, and lines that end as RFC 6068 wants", () => {
  open()
  type("#name", "Zoë")
  assert.deepEqual(email(), {
    address: "mailto:privacy@shop.example",
    subject: "A request & more",
    body: "Please [what].\r\nMore: [details]\r\nZoë",
  })
})

test("what is too long for an address is cut in the e-mail and whole in the letter", () => {
  open()
  type("#details", "é".repeat(600))
  assert.ok((at("a").getAttribute("href") ?? "").length <= 2000)
  assert.equal(email().body.split("\r\n")[1], `More: ${"é".repeat(250)} […]`)
  assert.equal(at("[data-fill=details]").textContent, "é".repeat(600))
})
