import assert from "node:assert/strict"
import {test} from "node:test"
import {
  dayOf,
  inWords,
  momentInWords,
  showDay,
} from "../../site_template/theme/assets/privacy-center/days.js"
import {at, openPage} from "./page.js"

process.env.TZ = "Europe/Brussels"

test("the day is that of the clock on the wall, not that of Greenwich", () => {
  assert.equal(dayOf(new Date("2026-03-01T22:59:00Z")), "2026-03-01")
  assert.equal(dayOf(new Date("2026-03-01T23:01:00Z")), "2026-03-02")
  assert.equal(dayOf(new Date("2026-07-01T22:01:00Z")), "2026-07-02")
})

test("a day is written in the language of the page", () => {
  const written = ["nl", "fr", "en"].map(language => {
    openPage("", {language})
    return [inWords("2026-03-01"), inWords("2026-03-02")]
  })
  assert.deepEqual(written, [
    ["1 maart 2026", "2 maart 2026"],
    ["1er\u00a0mars 2026", "2\u00a0mars 2026"],
    ["1 March 2026", "2 March 2026"],
  ])
})

test("a moment is written with its hour", () => {
  openPage("", {language: "nl"})
  assert.equal(momentInWords(new Date("2026-03-01T23:05:00Z")), "2 maart 2026, 00:05")
})

test("a day is shown for people and for machines", () => {
  openPage('<time datetime="PT0S"></time>')
  const time = at("time")
  assert.ok(time instanceof HTMLTimeElement)
  showDay(time, "2026-03-01")
  assert.deepEqual([time.dateTime, time.textContent], ["2026-03-01", "1 March 2026"])
})
