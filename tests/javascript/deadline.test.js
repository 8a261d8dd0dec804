import assert from "node:assert/strict"
import {test} from "node:test"
import {expectedBy} from "../../site_template/theme/assets/privacy-center/requests/deadline.js"

test("a month ends on the same day, or on the last one of a shorter month", () => {
  assert.equal(expectedBy("2026-04-08", ["P1M"], []), "2026-05-08")
  assert.equal(expectedBy("2027-12-31", ["P2M"], []), "2028-02-29")
})

test("a period that ends on a free day ends on the next working day", () => {
  assert.equal(expectedBy("2026-04-02", ["P1M"], []), "2026-05-04") // a Saturday
  assert.equal(expectedBy("2026-11-25", ["P1M"], ["2026-12-25"]), "2026-12-28")
})

test("an extension counts from the day of receipt, as one period", () => {
  assert.equal(expectedBy("2026-01-31", ["P1M", "P2M"], []), "2026-04-30")
})

test("weeks, years and days count too", () => {
  assert.equal(expectedBy("2026-01-01", ["P3W"], []), "2026-01-22")
  assert.equal(expectedBy("2024-02-29", ["P1Y"], []), "2025-02-28")
  assert.equal(expectedBy("2026-01-01", ["P1Y1M4D"], []), "2027-02-05")
})

test("what no period of whole days is has no last day", () => {
  for (const period of ["PT72H", "P", "P0.5Y", "P1W1D", "", "one month"]) {
    assert.equal(expectedBy("2026-01-01", [period], []), null, period)
  }
  assert.equal(expectedBy("2026-01-01", ["P1M", ""], []), null)
})
