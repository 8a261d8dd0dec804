// What two sequences of text have in common, in an order that both have. The same, function by
// function, as mkdocs_privacy/releases/alignment.py, which says why: a change here is a change there.

/**
 * Two places: one in either sequence, or where a stretch of one starts and ends.
 * @typedef {[number, number]} Pair
 * @typedef {{before: Pair, after: Pair, end: Pair | null}} Gap
 * @typedef {Map<string, number>} Counts
 * @typedef {Map<string, number[]>} Places
 */

const SMALL = 4_000
const DEPTH = 8
const RARE = 10
const ALIKE = 0.5

/** @type {(i: number, j: number) => Pair} */
const pair = (i, j) => [i, j]

// What stands before each pair, as [start, end] of both, and after the last one.
/** @type {(pairs: Pair[], before: number, after: number) => Gap[]} */
export const gaps = (pairs, before, after) => {
  let [i, j] = [0, 0]
  const found = pairs.map(([p, q]) => {
    const gap = {before: pair(i, p), after: pair(j, q), end: pair(p, q)}
    ;[i, j] = [p + 1, q + 1]
    return gap
  })
  return [...found, {before: pair(i, before), after: pair(j, after), end: null}]
}

/**
 * The pairs, and between them those that `pairWithin` finds in each gap.
 * @template Item
 * @param {Pair[]} pairs
 * @param {Item[]} before
 * @param {Item[]} after
 * @param {(before: Item[], after: Item[]) => Pair[]} pairWithin
 */
const fill = (pairs, before, after, pairWithin) =>
  gaps(pairs, before.length, after.length).flatMap(gap => {
    const [[i], [j]] = [gap.before, gap.after]
    const within = pairWithin(before.slice(...gap.before), after.slice(...gap.after))
    return [...within.map(([p, q]) => pair(i + p, j + q)), ...(gap.end ? [gap.end] : [])]
  })

// Bram Cohen's patience diff, with gestalt pattern matching where little is left.
/** @type {(before: string[], after: string[], depth?: number) => Pair[]} */
export const patienceDiff = (before, after, depth = 0) => {
  const shortest = Math.min(before.length, after.length)
  let start = 0
  while (start < shortest && before[start] === after[start]) {
    start += 1
  }
  let end = 0
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) {
    end += 1
  }
  const middle = diffMiddle(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
    depth,
  )
  return [
    ...Array.from({length: start}, (_, place) => pair(place, place)),
    ...middle.map(([i, j]) => pair(start + i, start + j)),
    ...Array.from({length: end}, (_, place) =>
      pair(before.length - end + place, after.length - end + place),
    ),
  ]
}

/** @type {(before: string[], after: string[], depth: number) => Pair[]} */
const diffMiddle = (before, after, depth) => {
  if (before.length * after.length <= SMALL) {
    return matchGestalt(before, after)
  }
  if (depth === DEPTH) {
    return pairByOccurrence(before, after)
  }
  let anchors = longestIncreasingSubsequence(equal(unique(before), unique(after)))
  if (!anchors.length) {
    anchors = pairByOccurrence(before, after)
  }
  return anchors.length
    ? fill(anchors, before, after, (above, below) => patienceDiff(above, below, depth + 1))
    : []
}

// Gestalt pattern matching (Ratcliff and Obershelp), as Python's difflib does it: the longest run
// that both have, the first of several, then the same on either side of it.
/** @type {(before: string[], after: string[]) => Pair[]} */
const matchGestalt = (before, after) => {
  let longest = {i: 0, j: 0, size: 0}
  /** @type {number[]} */
  let above = []
  before.forEach((item, i) => {
    const sizes = after.map((other, j) => (item === other ? (above[j - 1] ?? 0) + 1 : 0))
    sizes.forEach((size, j) => {
      if (size > longest.size) {
        longest = {i: i + 1 - size, j: j + 1 - size, size}
      }
    })
    above = sizes
  })
  const {i, j, size} = longest
  if (!size) {
    return []
  }
  const run = Array.from({length: size}, (_, place) => pair(i + place, j + place))
  return [
    ...matchGestalt(before.slice(0, i), after.slice(0, j)),
    ...run,
    ...matchGestalt(before.slice(i + size), after.slice(j + size)).map(([p, q]) =>
      pair(i + size + p, j + size + q),
    ),
  ]
}

/** @type {<Item>(items: Iterable<Item>) => Map<Item, number>} */
const count = items => {
  const counts = new Map()
  for (const item of items) {
    counts.set(item, (counts.get(item) ?? 0) + 1)
  }
  return counts
}

// The places of what stands once in a sequence.
/** @type {(items: string[]) => Map<string, number>} */
const unique = items => {
  const counts = count(items)
  const places = new Map()
  items.forEach((item, place) => {
    if (counts.get(item) === 1) {
      places.set(item, place)
    }
  })
  return places
}

// Pairs the first with the first, the second with the second, of all that stands in both.
/** @type {(before: string[], after: string[]) => Pair[]} */
const pairByOccurrence = (before, after) =>
  longestIncreasingSubsequence(equal(numbered(before), numbered(after)))

/** @type {(items: string[]) => Map<string, number>} */
const numbered = items => {
  const seen = new Map()
  const places = new Map()
  items.forEach((item, place) => {
    const number = seen.get(item) ?? 0
    seen.set(item, number + 1)
    places.set(`${number} ${item}`, place)
  })
  return places
}

/** @type {(before: Map<string, number>, after: Map<string, number>) => Pair[]} */
const equal = (before, after) =>
  [...after].flatMap(([item, place]) => {
    const found = before.get(item)
    return found === undefined ? [] : [pair(found, place)]
  })

// The longest choice of pairs that rises in both; they come in the order of the second.
/** @type {(pairs: Pair[]) => Pair[]} */
const longestIncreasingSubsequence = pairs => {
  // the lowest end of a choice of each length, and which pair that is
  /** @type {number[][]} */
  const [lowest, ends] = [[], []]
  const previous = pairs.map(([value], place) => {
    let length = 0
    let most = lowest.length
    while (length < most) {
      const middle = (length + most) >> 1
      if (lowest[middle] < value) {
        length = middle + 1
      } else {
        most = middle
      }
    }
    lowest[length] = value
    ends[length] = place
    return ends[length - 1] ?? -1
  })
  /** @type {Pair[]} */
  const chosen = []
  for (let place = ends.at(-1) ?? -1; place >= 0; place = previous[place]) {
    chosen.push(pairs[place])
  }
  return chosen.reverse()
}

// Pairs what shares at least half its words with something on the other side; among fewer, more
// words are rare.
/** @type {(before: string[][], after: string[][]) => Pair[]} */
export const pairAlike = (before, after) => fill(pairOnce(before, after), before, after, pairOnce)

/** @type {(before: string[][], after: string[][]) => Pair[]} */
const pairOnce = (before, after) => {
  /** @type {Places} */
  const where = new Map()
  before.forEach((words, place) => {
    for (const word of new Set(words)) {
      const places = where.get(word) ?? []
      where.set(word, places)
      places.push(place)
    }
  })
  const counts = before.map(count)
  const pairs = after.flatMap((words, place) => {
    const best = mostAlike(words, counts, where, place)
    return best === null ? [] : [pair(best, place)]
  })
  return longestIncreasingSubsequence(pairs)
}

// The place of what shares most words with these, the nearest of several.
/** @type {(words: string[], counts: Counts[], where: Places, place: number) => number | null} */
const mostAlike = (words, counts, where, place) => {
  const own = count(words)
  const shared = count(
    [...own.keys()].flatMap(word => {
      const places = where.get(word) ?? []
      return places.length <= RARE ? places : []
    }),
  )
  /** @param {number} candidate */
  const likeness = candidate => {
    let both = 0
    let theirs = 0
    counts[candidate].forEach((times, word) => {
      both += Math.min(times, own.get(word) ?? 0)
      theirs += times
    })
    return (2 * both) / (words.length + theirs)
  }
  const [best] = [...shared]
    .sort(([, times], [, others]) => others - times)
    .slice(0, 3)
    .map(([candidate]) => ({
      candidate,
      alike: likeness(candidate),
      far: Math.abs(candidate - place),
    }))
    .sort((one, other) => other.alike - one.alike || one.far - other.far)
  return best && best.alike >= ALIKE ? best.candidate : null
}
