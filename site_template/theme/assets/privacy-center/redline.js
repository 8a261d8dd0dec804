// What changed between two policies, in the browser: the same as mkdocs_privacy/releases/redlining.py
// finds in the build and says why. tests/test_one_redline.py compares the two.

import {gaps, pairAlike, patienceDiff} from "./alignment.js"

/**
 * @import {Pair} from "./alignment.js"
 * @import {Block, Word} from "./blocks.js"
 * @typedef {"same" | "deleted" | "added"} Mark
 * @typedef {{mark: Mark, words: string}} Piece
 * @typedef {Block & {pieces: Piece[]}} Passage
 * @typedef {{isShown: boolean, isFolded: boolean, passages: Passage[]}} Stretch
 */

/** @type {(mark: Mark, block: Block) => Passage} */
const whole = (mark, block) => ({...block, pieces: [{mark, words: block.text}]})

// Which words were replaced by which, and the end of both. Between two replacements, fewer words
// than in either are replaced with them.
/** @type {(pairs: Pair[], old: number, later: number) => {gone: Pair, come: Pair}[]} */
const findHunks = (pairs, old, later) => {
  /** @type {{gone: Pair, come: Pair}[]} */
  const hunks = []
  /** @param {Pair} stretch */
  const length = ([start, end]) => end - start
  for (let {before: gone, after: come} of gaps(pairs, old, later)) {
    if (!length(gone) && !length(come)) {
      continue
    }
    const last = hunks.at(-1)
    if (
      last &&
      come[0] - last.come[1] < Math.min(...[gone, come, last.gone, last.come].map(length))
    ) {
      gone = [last.gone[0], gone[1]]
      come = [last.come[0], come[1]]
      hunks.pop()
    }
    hunks.push({gone, come})
  }
  return [...hunks, {gone: [old, old], come: [later, later]}]
}

// What became of the words of a passage; where both agree, the spacing is the later one.
/** @type {(old: Word[], later: Word[]) => Piece[]} */
const compareWords = (old, later) => {
  /** @type {Piece[]} */
  const pieces = []
  let [i, j] = [0, 0]
  /** @param {Word[]} words */
  const cores = words => words.map(word => word.core)
  const pairs = patienceDiff(cores(old), cores(later))
  for (const {gone, come} of findHunks(pairs, old.length, later.length)) {
    const same = later.slice(j, come[0])
    if (same.length && pieces.at(-1)?.mark === "deleted") {
      same[0] = old[i]
    }
    const deleted = old.slice(...gone)
    const added = later.slice(...come)
    if (deleted.length && added.length && !pieces.length && !same.length) {
      added[0] = {spacing: " ", core: added[0].core}
    }
    /** @type {[Mark, Word[]][]} */
    const parts = [
      ["same", same],
      ["deleted", deleted],
      ["added", added],
    ]
    for (const [mark, words] of parts) {
      if (words.length) {
        pieces.push({mark, words: words.map(({spacing, core}) => spacing + core).join("")})
      }
    }
    ;[i, j] = [gone[1], come[1]]
  }
  return pieces
}

// Two blocks, or two stretches of blocks, that have the same text say the same.
/** @type {(blocks: Block[]) => string} */
const joined = blocks => blocks.map(block => block.cores.join(" ")).join(" ")

// The words that make a block like another one; headings are only like headings.
/** @type {(block: Block) => string[]} */
const likeness = ({cores, level}) => (level ? cores.map(core => `# ${core}`) : cores)

// The passages of a stretch in which no block is the same.
/** @type {(old: Block[], later: Block[]) => Passage[]} */
const compareBlocks = (old, later) => {
  if (joined(old) === joined(later)) {
    return later.map(block => whole("same", block)) // only cut up in another way
  }
  const pairs = pairAlike(old.map(likeness), later.map(likeness))
  return gaps(pairs, old.length, later.length).flatMap(({before, after, end}) => [
    ...old.slice(...before).map(block => whole("deleted", block)),
    ...later.slice(...after).map(block => whole("added", block)),
    ...(end
      ? [{...later[end[1]], pieces: compareWords(old[end[0]].words, later[end[1]].words)}]
      : []),
  ])
}

/** @type {(before: Block[], after: Block[]) => Passage[]} */
export const redline = (before, after) => {
  /** @param {Block[]} blocks */
  const texts = blocks => blocks.map(block => joined([block]))
  const pairs = patienceDiff(texts(before), texts(after))
  const passages = gaps(pairs, before.length, after.length).flatMap(gap => [
    ...compareBlocks(before.slice(...gap.before), after.slice(...gap.after)),
    ...(gap.end ? [whole("same", after[gap.end[1]])] : []),
  ])
  /** @type {number[]} */
  let above = []
  for (const passage of passages) {
    if (passage.level) {
      above = [...above.filter(level => level < passage.level), passage.level]
      passage.level = above.length
    }
  }
  return passages
}

/** @param {Passage} passage */
export const isUnchanged = passage => passage.pieces.every(piece => piece.mark === "same")

// Stretches that are shown, and unchanged ones of more than three passages that are folded away.
/** @type {(passages: Passage[]) => Stretch[]} */
export const fold = passages => {
  /** @type {Set<number>} */
  const shown = new Set()
  /** @type {number[]} */
  let headings = []
  const above = passages.map((passage, place) => {
    if (passage.level) {
      headings = headings.filter(one => passages[one].level < passage.level)
      headings.push(place)
    }
    return headings
  })
  passages.forEach((passage, place) => {
    if (!isUnchanged(passage)) {
      for (const near of [place - 1, place, place + 1].filter(one => passages[one])) {
        for (const one of [near, ...above[near]]) {
          shown.add(one)
        }
      }
    }
  })
  /** @type {{isShown: boolean, passages: Passage[]}[]} */
  const runs = []
  passages.forEach((passage, place) => {
    const run = runs.at(-1)
    if (run?.isShown === shown.has(place)) {
      run.passages.push(passage)
    } else {
      runs.push({isShown: shown.has(place), passages: [passage]})
    }
  })
  return runs.map(run => ({...run, isFolded: !run.isShown && run.passages.length > 3}))
}
