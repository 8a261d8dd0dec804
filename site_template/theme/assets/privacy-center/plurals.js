// Sentences with a number that only a script knows: a template has one for each form of the language.

import {copy, findAll} from "./elements.js"

/**
 * The sentence for a number, with its other words.
 * @param {DocumentFragment} words
 * @param {number} number
 * @param {string} language
 */
export const sayNumber = (words, number, language) => {
  const form = new Intl.PluralRules(language).select(number)
  const forms = findAll(words, "[data-form]", HTMLElement).map(({dataset}) => dataset.form ?? "")
  const said = copy(words, `[data-form="${forms.includes(form) ? form : forms.at(-1)}"]`)
  for (const place of findAll(said, ".number", HTMLElement)) {
    place.textContent = new Intl.NumberFormat(language).format(number)
  }
  return [...said.childNodes]
}
