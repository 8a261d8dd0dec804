// The same request as a letter and as an e-mail, filled in while somebody types.

import {fieldsOf, readingsOf} from "./fields.js"

// Longer addresses do nothing on Windows, and say nothing of it.
const LONGEST_ADDRESS = 2000
const CUT = " […]"

const listed = new Intl.ListFormat(document.documentElement.lang, {type: "conjunction"})

const fill = (letter, readings, longest = Infinity) => {
  for (const place of letter.querySelectorAll("[data-fill]")) {
    place.dataset.blank ??= place.textContent
    const values = (readings.get(place.dataset.fill) ?? []).map(value =>
      value.length > longest ? [...value].slice(0, longest).join("") + CUT : value)
    place.textContent = listed.format(values) || place.dataset.blank
  }
  for (const line of letter.querySelectorAll("[data-line][data-optional]")) {
    line.hidden = !readings.get(line.dataset.line)?.length
  }
}

// As RFC 6068 wants it: an address, a subject and a text with CRLF.
const mailto = (address, subject, text) => {
  const body = text.trim().replace(/\r?\n/g, "\r\n")
  return `${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}

export const tendLetter = form => {
  const letter = document.getElementById("letter")
  const text = document.getElementById("letter-text")
  const links = [...document.querySelectorAll("a[data-mailto]")].map(link =>
    ({link, address: link.href.split("?")[0], subject: link.dataset.subject}))

  const update = () => {
    const readings = new Map(fieldsOf(form).map(field => [field.dataset.field, readingsOf(field)]))
    for (const {link, address, subject} of links) {
      // what is too long for an address is cut in the e-mail, and stands whole in the letter
      for (const longest of [Infinity, 500, 250, 100, 0]) {
        fill(letter, readings, longest)
        link.href = mailto(address, subject, text.innerText)
        if (link.href.length <= LONGEST_ADDRESS) {
          break
        }
      }
    }
    fill(letter, readings)
  }
  if (letter && text) {
    update()
    form.addEventListener("input", update)
  }
}
