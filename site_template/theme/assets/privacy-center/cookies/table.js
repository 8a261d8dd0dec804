// The table of all that is stored or read: searched, filtered and sorted.

/** @typedef {{text: string, values: Record<string, string | undefined>}} Row */

/**
 * A text as somebody looks for it: without capitals and accents.
 * @param {string} text
 */
const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

/**
 * Whether a row has every word that is looked for, and every value that was chosen.
 * @param {Row} row
 * @param {{search: string, values: Record<string, string>}} wanted
 */
export const fits = ({text, values}, {search, values: wanted}) => {
  const within = plain(text)
  return (
    plain(search)
      .split(/\s+/)
      .every(word => within.includes(word)) &&
    Object.entries(wanted).every(([name, value]) => !value || values[name] === value)
  )
}

/**
 * Rows in the order of what stands in one column; what has a `rank` by that, and the rest last.
 * @template {{text: string, rank?: string | undefined}} Cell
 * @param {Cell[]} cells
 * @param {{isDescending: boolean, language: string}} order
 */
export const sortCells = (cells, {isDescending, language}) => {
  const {compare} = new Intl.Collator(language, {numeric: true})
  const turn = isDescending ? -1 : 1
  return [...cells].sort((one, other) => {
    if (one.rank === undefined || other.rank === undefined) {
      return turn * compare(one.text, other.text)
    }
    if (one.rank === "" || other.rank === "") {
      return Number(one.rank === "") - Number(other.rank === "")
    }
    const [first, second] = [Number(one.rank), Number(other.rank)]
    return first === second ? 0 : turn * (first < second ? -1 : 1)
  })
}
