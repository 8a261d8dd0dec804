import assert from "node:assert/strict"
import {test} from "node:test"
import {inForceOn, versionsIn} from "../../site_template/theme/assets/privacy-center/timeline.js"
import {at, openPage} from "./page.js"

const NEWEST_FIRST = [
  {id: "c", effective: "2026-03-01"},
  {id: "b2", effective: "2021-01-07"},
  {id: "b1", effective: "2021-01-07"},
  {id: "a", effective: "2018-05-12"},
]

test("a version applies from its day until the day of the next one", () => {
  const days = ["2018-05-11", "2018-05-12", "2021-01-06", "2026-02-28", "2026-03-01", "2099-01-01"]
  assert.deepEqual(
    days.map(day => inForceOn(day, NEWEST_FIRST)?.id),
    [undefined, "a", "a", "b2", "c", "c"],
  )
})

test("of two versions from one day the one that was announced last applies", () => {
  assert.equal(inForceOn("2021-01-07", NEWEST_FIRST)?.id, "b2")
})

test("the page lists each version with its day and its link", () => {
  openPage(`<ol id="timeline">
    <li data-effective="2026-03-01"><a class="pc-version-link" href="c/">C</a></li>
    <li>not a version</li>
    <li data-effective="2018-05-12"><a class="pc-version-link" href="a/">A</a></li></ol>`)
  assert.deepEqual(
    versionsIn(at("#timeline")).map(({effective, link}) => [effective, link.href]),
    [
      ["2026-03-01", "https://shop.example/privacy/access/c/"],
      ["2018-05-12", "https://shop.example/privacy/access/a/"],
    ],
  )
})
