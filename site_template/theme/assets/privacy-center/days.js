// Days are texts, 2026-11-22, which sort as they follow each other.

export const DAY = /^\d{4}-\d{2}-\d{2}$/

/** @param {Date} date, which stands at a day of UTC */
export const written = date => date.toISOString().slice(0, 10)

// The day of a moment, by the clock of whoever looks at the page.
/** @param {Date} moment */
export const dayOf = moment =>
  written(new Date(Number(moment) - moment.getTimezoneOffset() * 60_000))
export const today = () => dayOf(new Date())

// Days and hours in words, as localization/language.py writes them.

const locale = () => {
  const language = document.documentElement.lang
  return language === "en" ? "en-150" : language
}

/** @param {string} day */
export const inWords = day => {
  const words = new Intl.DateTimeFormat(locale(), {dateStyle: "long", timeZone: "UTC"}).format(
    new Date(day),
  )
  return locale().startsWith("fr") ? words.replace(/^1 /, "1er ").replace(" ", "\u00a0") : words
}

/** @param {Date} moment */
export const momentInWords = moment => {
  const hour = new Intl.DateTimeFormat(locale(), {timeStyle: "short"}).format(moment)
  return `${inWords(dayOf(moment))}, ${hour}`
}

/** @type {(element: HTMLTimeElement, day: string) => void} */
export const showDay = (element, day) => {
  element.dateTime = day
  element.textContent = inWords(day)
}
