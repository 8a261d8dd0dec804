import assert from "node:assert/strict"
import {test} from "node:test"
import {fits} from "../../site_template/theme/assets/privacy-center/fitting.js"

const ORDERS = {audience: "customers visitors", basis: "contract", recipient: ""}

test("what has every value that is chosen fits, and nothing need be chosen", () => {
  assert.ok(fits(ORDERS, []))
  assert.ok(fits(ORDERS, [["audience", ""]]))
  assert.ok(
    fits(ORDERS, [
      ["audience", "visitors"],
      ["basis", "contract"],
    ]),
  )
  assert.ok(
    !fits(ORDERS, [
      ["audience", "visitors"],
      ["basis", "consent"],
    ]),
  )
})

test("a part of a name is not the name, and what has none does not fit", () => {
  assert.ok(!fits(ORDERS, [["audience", "visitor"]]))
  assert.ok(!fits(ORDERS, [["recipient", "host"]]))
  assert.ok(!fits(ORDERS, [["unheard", "of"]]))
})
