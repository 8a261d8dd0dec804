// Which versions lie between two, as an address names them.

/** @typedef {{older: string, newer: string}} Range */

/**
 * What an address asks for; nothing where it asks for something else, or names no version.
 * @param {string} hash
 * @param {string[]} ids of all versions, the newest first
 * @returns {Range | null}
 */
export const readRange = (hash, ids) => {
  const [, since, from, to] = hash.match(/^#(?:since-(.+)|from-(.+)-to-(.+))$/) ?? []
  const [older, newer] = since ? [since, ids[0]] : [from, to]
  const [first, last] = [older, newer].map(id => ids.indexOf(id))
  return last >= 0 && first > last ? {older, newer} : null
}

/**
 * The versions after the older one, up to and including the newer.
 * @param {Range} range
 * @param {string[]} ids of all versions, the newest first
 */
export const within = ({older, newer}, ids) => ids.slice(ids.indexOf(newer), ids.indexOf(older))
