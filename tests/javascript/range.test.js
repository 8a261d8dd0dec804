import assert from "node:assert/strict"
import {test} from "node:test"
import {readRange, within} from "../../site_template/theme/assets/privacy-center/range.js"

const NEWEST_FIRST = ["2026-03-01", "2021-01-07-2", "2021-01-07", "2018-05-12"]

test("an address names the version that somebody knows, up to the newest or to another", () => {
  const ranges = ["#since-2021-01-07", "#from-2018-05-12-to-2021-01-07-2"]
  assert.deepEqual(
    ranges.map(hash => readRange(hash, NEWEST_FIRST)),
    [
      {older: "2021-01-07", newer: "2026-03-01"},
      {older: "2018-05-12", newer: "2021-01-07-2"},
    ],
  )
})

test("what names no two versions in their order asks for nothing", () => {
  for (const hash of [
    "",
    "#since",
    "#version-2021-01-07",
    "#since-2020-01-01",
    "#since-2026-03-01",
    "#from-2021-01-07-to-2018-05-12",
    "#from-2018-05-12-to-2021-01-07-3",
  ]) {
    assert.equal(readRange(hash, NEWEST_FIRST), null)
  }
})

test("the versions between two are those after the older, up to the newer", () => {
  assert.deepEqual(within({older: "2018-05-12", newer: "2021-01-07-2"}, NEWEST_FIRST), [
    "2021-01-07-2",
    "2021-01-07",
  ])
})
