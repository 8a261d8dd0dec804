// Names of what is stored: where they may break, and which of the listed ones they are.

/**
 * A name in pieces between which a line may break: behind what separates its parts.
 * @param {string} name
 */
export const piecesOf = name => name.split(/(?<=[^_\-.*:/][_\-.*:/]+)(?=[^_\-.*:/])/)

/**
 * The name as a page shows it.
 * @param {string} name
 */
export const breakable = name =>
  piecesOf(name).flatMap((piece, index) =>
    index ? [document.createElement("wbr"), piece] : [piece],
  )

/**
 * Whether a name is one of those that a listed one stands for: `*` is any text.
 * @param {string} listed
 * @param {string} name
 */
export const standsFor = (listed, name) => {
  const [first, ...rest] = listed.split("*")
  const last = rest.pop()
  if (last === undefined) {
    return listed === name
  }
  if (!name.startsWith(first)) {
    return false
  }
  let at = first.length
  for (const piece of rest) {
    const found = name.indexOf(piece, at)
    if (found < 0) {
      return false
    }
    at = found + piece.length
  }
  return name.length - last.length >= at && name.endsWith(last)
}

/**
 * Of what is listed, the one whose name says most of a name; nothing where none stands for it.
 * @template {{name: string}} Listed
 * @param {Listed[]} listed
 * @param {string} name
 * @returns {Listed | null}
 */
export const mostExact = (listed, name) => {
  /** @param {Listed} one */
  const said = one => one.name.replaceAll("*", "").length
  const fitting = listed.filter(one => standsFor(one.name, name))
  return fitting.sort((one, other) => said(other) - said(one))[0] ?? null
}
