import assert from "node:assert/strict"
import {test} from "node:test"
import {
  askOnlyTheChosen,
  controlsOf,
  elsewhereOf,
  entriesOf,
  fieldsOf,
  isElsewhere,
  labelOf,
  nameOf,
  namesOfSeveral,
  readingsOf,
  setHidden,
  titleOfPage,
} from "../../site_template/theme/assets/privacy-center/requests/fields.js"
import {at, formOf, openPage} from "./page.js"

const FORM = `<h1>Get a copy <a class="headerlink">¶</a></h1><form>
  <input type="hidden" name="right" value="access">
  <p data-field="name"><label>Your  name <span class="pc-optional">(optional)</span>
    <input name="name" value="  Zoë\td’Hondt "></label></p>
  <p data-field="details"><label>Details</label>
    <textarea name="details">one\ntwo\u0007</textarea></p>
  <p data-field="country"><label>Country</label>
    <select name="country"><option value="BE" selected>Belgium</option></select></p>
  <fieldset data-field="action"><legend>Action</legend>
    <label><input type="checkbox" name="action" value="call" checked> Call me</label>
    <label><input type="checkbox" name="action" value="write" checked> Write to me</label>
    <label><input type="checkbox" name="action" value="visit"> Visit me</label></fieldset>
  <p data-field="empty"><label>Empty</label><input name="empty" value="   "></p>
  <p data-field="asked"><label>Not asked</label><input name="asked" value="x" disabled></p>
  <input value="without a name"></form>`

test("what is sent are the answers in the order of the form, without empty ones", () => {
  openPage(FORM)
  assert.deepEqual(entriesOf(formOf()), [
    ["right", "access"],
    ["name", "Zoë d’Hondt"],
    ["details", "one\ntwo"],
    ["country", "BE"],
    ["action", "call"],
    ["action", "write"],
  ])
})

test("a person reads labels where a machine reads values", () => {
  openPage(FORM)
  assert.deepEqual(
    fieldsOf(formOf()).map(field => [nameOf(field), labelOf(field), readingsOf(field)]),
    [
      ["name", "Your name", ["Zoë d’Hondt"]],
      ["details", "Details", ["one\ntwo"]],
      ["country", "Country", ["Belgium"]],
      ["action", "Action", ["Call me", "Write to me"]],
      ["empty", "Empty", []],
      ["asked", "Not asked", []],
    ],
  )
})

test("the title of the page is its heading without the sign that links to it", () => {
  openPage(FORM)
  assert.equal(titleOfPage(), "Get a copy")
})

test("only checkboxes may have several values under one name", () => {
  openPage(FORM)
  assert.deepEqual(namesOfSeveral(formOf()), new Set(["action"]))
})

test("a hidden value is added once, before the first field, and then replaced", () => {
  openPage('<form><input name="name"></form>')
  setHidden(formOf(), "policy_release", "a")
  setHidden(formOf(), "policy_release", "b")
  assert.deepEqual(
    controlsOf(formOf()).map(({type, name, value}) => [type, name, value]),
    [
      ["hidden", "policy_release", "b"],
      ["text", "name", ""],
    ],
  )
})

test("a field of a form may have the name of a property of forms", () => {
  openPage('<form><input name="action" value="call"><input name="elements" value="all"></form>')
  const [form] = document.getElementsByTagName("form")
  assert.deepEqual(entriesOf(form), [
    ["action", "call"],
    ["elements", "all"],
  ])
})

const AUDIENCES = `<form>
  <div class="pc-choice"><input type="radio" name="audience" value="customers"></div>
  <div class="pc-choice"><input type="radio" name="audience" value="members" data-elsewhere>
    <div class="pc-elsewhere">Ask the club</div></div>
  <p data-field="order" data-audiences="customers visitors"><input name="order" value="12"></p>
  </form>`

test("a field that is asked of others is hidden and not sent", () => {
  openPage(AUDIENCES)
  askOnlyTheChosen(formOf())
  assert.deepEqual([at("[data-field]").hidden, entriesOf(formOf())], [true, []])
  at("[value=customers]").click()
  askOnlyTheChosen(formOf())
  assert.deepEqual(
    [at("[data-field]").hidden, entriesOf(formOf())],
    [
      false,
      [
        ["audience", "customers"],
        ["order", "12"],
      ],
    ],
  )
})

test("who belongs to somebody else is told whom to ask", () => {
  openPage(AUDIENCES)
  assert.equal(isElsewhere(formOf()), false)
  at("[value=members]").click()
  assert.equal(isElsewhere(formOf()), true)
  assert.equal(elsewhereOf(formOf()).textContent, "Ask the club")
})
