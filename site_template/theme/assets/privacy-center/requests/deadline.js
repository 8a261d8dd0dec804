// By which day an answer is due, counted as mkdocs_privacy/requests/deadline.py counts and says why.

import {written} from "../days.js"

// As TERM_PATTERN in mkdocs_privacy/model/period.py; a test holds them together.
export const PERIOD =
  /^P(?=[0-9])(?:([0-9]{1,5})W|(?:([0-9]{1,5})Y)?(?:([0-9]{1,5})M)?(?:([0-9]{1,5})D)?)$/

// Weeks, years, months and days; nothing for a period that is not made of whole days.
/** @param {string} period */
const partsOf = period =>
  PERIOD.exec(period)
    ?.slice(1)
    .map(part => Number(part ?? 0)) ?? null

// The last day in time. Several periods count from the same day: one month, extended by two.
// Nothing for a period that is not made of whole days.
/** @type {(received: string, periods: string[], holidays: string[]) => string | null} */
export const expectedBy = (received, periods, holidays) => {
  const parts = periods.map(partsOf).filter(found => found !== null)
  if (parts.length < periods.length) {
    return null
  }
  const [weeks, years, months, days] = [0, 1, 2, 3].map(unit =>
    parts.reduce((sum, part) => sum + part[unit], 0),
  )
  const [year, month, day] = received.split("-").map(Number)
  const lastOfMonth = new Date(Date.UTC(year + years, month + months, 0))
  const date = new Date(lastOfMonth)
  date.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()) + 7 * weeks + days)
  while ([0, 6].includes(date.getUTCDay()) || holidays.includes(written(date))) {
    date.setUTCDate(date.getUTCDate() + 1)
  }
  return written(date)
}
