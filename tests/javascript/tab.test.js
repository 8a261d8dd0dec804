import assert from "node:assert/strict"
import {beforeEach, test} from "node:test"
import {
  forget,
  isForgotten,
  keep,
  recall,
} from "../../site_template/theme/assets/privacy-center/requests/tab.js"
import {openPage} from "./page.js"

beforeEach(() => {
  openPage("")
  forget("draft")
})

const refuse = () => {
  const deny = () => {
    throw new Error("this browser keeps nothing")
  }
  const value = {getItem: deny, setItem: deny, removeItem: deny}
  Object.defineProperty(globalThis, "sessionStorage", {value, configurable: true})
}

test("what is kept is there again, in this tab and nowhere else", () => {
  keep("draft", {fields: {name: ["Zoë"]}})
  assert.deepEqual(recall("draft"), {fields: {name: ["Zoë"]}})
  assert.equal(sessionStorage.getItem("draft"), '{"fields":{"name":["Zoë"]}}')
  assert.equal(isForgotten("draft"), false)
})

test("what is forgotten is gone", () => {
  keep("draft", 1)
  forget("draft")
  assert.equal(recall("draft"), null)
  assert.equal(isForgotten("draft"), true)
})

test("what somebody else wrote in our place is nothing", () => {
  sessionStorage.setItem("draft", "{not JSON")
  assert.equal(recall("draft"), null)
})

test("a browser that keeps nothing remembers as long as the page stays", () => {
  refuse()
  keep("draft", "typed")
  assert.equal(recall("draft"), "typed")
  assert.equal(isForgotten("draft"), false)
  forget("draft")
  assert.equal(recall("draft"), null)
})
