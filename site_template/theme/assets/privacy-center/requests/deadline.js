// By which day an answer is due, counted as mkdocs_privacy/requests/deadline.py counts and says why.
// Days are texts, 2026-11-22, which sort as they follow each other.

export const DAY = /^\d{4}-\d{2}-\d{2}$/
// As TERM_PATTERN in mkdocs_privacy/model/period.py; a test holds them together.
const PERIOD = /^P(?=[0-9])(?:([0-9]{1,5})W|(?:([0-9]{1,5})Y)?(?:([0-9]{1,5})M)?(?:([0-9]{1,5})D)?)$/

const written = date => date.toISOString().slice(0, 10)

// The day of a moment, by the clock of whoever looks at the page.
export const dayOf = moment => written(new Date(moment - moment.getTimezoneOffset() * 60_000))
export const today = () => dayOf(new Date())

// The last day in time. Several periods count from the same day: one month, extended by two.
// Nothing for a period that is not made of whole days.
export const expectedBy = (received, periods, holidays) => {
  const parts = periods.map(period => PERIOD.exec(period)?.slice(1).map(part => Number(part ?? 0)))
  if (!parts.every(Boolean)) {
    return null
  }
  const [weeks, years, months, days] = [0, 1, 2, 3].map(unit =>
    parts.reduce((sum, part) => sum + part[unit], 0))
  const [year, month, day] = received.split("-").map(Number)
  const lastOfMonth = new Date(Date.UTC(year + years, month + months, 0))
  const date = new Date(lastOfMonth)
  date.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()) + 7 * weeks + days)
  while ([0, 6].includes(date.getUTCDay()) || holidays.includes(written(date))) {
    date.setUTCDate(date.getUTCDate() + 1)
  }
  return written(date)
}

// Days and hours in words, as localization/language.py writes them.

const locale = () => {
  const language = document.documentElement.lang
  return language === "en" ? "en-150" : language
}

export const inWords = day => {
  const words = new Intl.DateTimeFormat(locale(), {dateStyle: "long", timeZone: "UTC"})
    .format(new Date(day))
  return locale().startsWith("fr") ? words.replace(/^1 /, "1er ") : words
}

export const momentInWords = moment => {
  const hour = new Intl.DateTimeFormat(locale(), {timeStyle: "short"}).format(moment)
  return `${inWords(dayOf(moment))}, ${hour}`
}

export const showDay = (element, day) => {
  element.dateTime = day
  element.textContent = inWords(day)
}
