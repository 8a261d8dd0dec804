// What two sequences of text have in common, in an order that both have. The same, function by
// function, as mkdocs_privacy/releases/alignment.py, which says why: a change here is a change there.

const SMALL = 4_000
const DEPTH = 8
const RARE = 10
const ALIKE = 0.5

// What stands before each pair, as [start, end] of both, and after the last one.
export const gaps = (pairs, before, after) => {
  let [i, j] = [0, 0]
  const found = pairs.map(([p, q]) => {
    const gap = {before: [i, p], after: [j, q], end: [p, q]}
    ;[i, j] = [p + 1, q + 1]
    return gap
  })
  return [...found, {before: [i, before], after: [j, after], end: null}]
}

// The pairs, and between them those that `pairWithin` finds in each gap.
const fill = (pairs, before, after, pairWithin) =>
  gaps(pairs, before.length, after.length).flatMap(gap => {
    const [[i], [j]] = [gap.before, gap.after]
    const within = pairWithin(before.slice(...gap.before), after.slice(...gap.after))
    return [...within.map(([p, q]) => [i + p, j + q]), ...gap.end ? [gap.end] : []]
  })

// Bram Cohen's patience diff, with gestalt pattern matching where little is left.
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
    before.slice(start, before.length - end), after.slice(start, after.length - end), depth)
  return [
    ...Array.from({length: start}, (_, place) => [place, place]),
    ...middle.map(([i, j]) => [start + i, start + j]),
    ...Array.from({length: end}, (_, place) =>
      [before.length - end + place, after.length - end + place]),
  ]
}

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
    ? fill(anchors, before, after, (...within) => patienceDiff(...within, depth + 1))
    : []
}

// Gestalt pattern matching (Ratcliff and Obershelp), as Python's difflib does it: the longest run
// that both have, the first of several, then the same on either side of it.
const matchGestalt = (before, after) => {
  let longest = {i: 0, j: 0, size: 0}
  let above = []
  before.forEach((item, i) => {
    const sizes = after.map((other, j) => item === other ? (above[j - 1] ?? 0) + 1 : 0)
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
  const run = Array.from({length: size}, (_, place) => [i + place, j + place])
  return [
    ...matchGestalt(before.slice(0, i), after.slice(0, j)),
    ...run,
    ...matchGestalt(before.slice(i + size), after.slice(j + size))
      .map(([p, q]) => [i + size + p, j + size + q]),
  ]
}

const count = items => {
  const counts = new Map()
  items.forEach(item => counts.set(item, (counts.get(item) ?? 0) + 1))
  return counts
}

// The places of what stands once in a sequence.
const unique = items => {
  const counts = count(items)
  const places = new Map()
  items.forEach((item, place) => counts.get(item) === 1 && places.set(item, place))
  return places
}

// Pairs the first with the first, the second with the second, of all that stands in both.
const pairByOccurrence = (before, after) =>
  longestIncreasingSubsequence(equal(numbered(before), numbered(after)))

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

const equal = (before, after) => [...after]
  .filter(([item]) => before.has(item))
  .map(([item, place]) => [before.get(item), place])

// The longest choice of pairs that rises in both; they come in the order of the second.
const longestIncreasingSubsequence = pairs => {
  const lowest = [] // the lowest end of a choice of each length, and which pair that is
  const ends = []
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
  const chosen = []
  for (let place = ends.at(-1) ?? -1; place >= 0; place = previous[place]) {
    chosen.push(pairs[place])
  }
  return chosen.reverse()
}

// Pairs what shares at least half its words with something on the other side; among fewer, more
// words are rare.
export const pairAlike = (before, after) =>
  fill(pairOnce(before, after), before, after, pairOnce)

const pairOnce = (before, after) => {
  const where = new Map()
  before.forEach((words, place) => new Set(words).forEach(word => {
    where.has(word) ? where.get(word).push(place) : where.set(word, [place])
  }))
  const counts = before.map(count)
  const pairs = after.map((words, place) => [mostAlike(words, counts, where, place), place])
  return longestIncreasingSubsequence(pairs.filter(([best]) => best !== null))
}

// The place of what shares most words with these, the nearest of several.
const mostAlike = (words, counts, where, place) => {
  const own = count(words)
  const shared = count([...own.keys()].flatMap(word => {
    const places = where.get(word) ?? []
    return places.length <= RARE ? places : []
  }))
  const likeness = candidate => {
    let both = 0
    let theirs = 0
    counts[candidate].forEach((times, word) => {
      both += Math.min(times, own.get(word) ?? 0)
      theirs += times
    })
    return 2 * both / (words.length + theirs)
  }
  const [best] = [...shared]
    .sort(([, times], [, others]) => others - times)
    .slice(0, 3)
    .map(([candidate]) => ({candidate, alike: likeness(candidate), far: Math.abs(candidate - place)}))
    .sort((one, other) => other.alike - one.alike || one.far - other.far)
  return best?.alike >= ALIKE ? best.candidate : null
}
