// A redline of two policies in the browser: the same as mkdocs_privacy/releases/ makes in the build,
// where blocks.py and redlining.py say why. tests/test_one_redline.py compares the two.

import {gaps, pairAlike, patienceDiff} from "./alignment.js"

// What a policy says, in blocks of plain text: releases/blocks.py

const KINDS = new Map([
  ["LI", "item"], ["DT", "term"], ["DD", "description"], ["CAPTION", "caption"], ["TR", "row"],
  ...[1, 2, 3, 4, 5, 6].map(level => [`H${level}`, "heading"]),
])
const APART = new Set([
  ...KINDS.keys(),
  ..."ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DETAILS DIV DL FIELDSET FIGCAPTION FIGURE".split(" "),
  ..."FOOTER FORM HEADER HR MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY".split(" "),
  ..."TD TFOOT TH THEAD UL".split(" "),
])
const UNSEEN = "script, style, template, noscript, [hidden], .headerlink, .pc-version-notice"
const SPACES = /[ \t\r\n\f\x1c-\x1f\x85]+/g
const WORD = /(\s*)([\p{L}\p{N}_](?:\S*[\p{L}\p{N}_])?|\S)/gu

export const readBlocks = policy => {
  const blocks = []
  const begunItems = new Set()
  let cells = [[]]
  let row = null

  const read = text => cells.at(-1).push(text.replaceAll("\ufeff", "").replace(SPACES, " "))
  const finish = nearest => {
    const lines = cells.map(cell => cell.join("")
      .replace(/ *\n[ \n]*| {2,}/g, spaces => spaces.includes("\n") ? "\n" : " ")
      .replace(/^[ \n]+|[ \n]+$/g, ""))
    cells = [[]]
    const text = lines.filter(Boolean).join(" · ")
    if (!text.trim()) {
      return
    }
    const words = Array.from(text.trimEnd().matchAll(WORD), ([, spacing, core]) => ({spacing, core}))
    const block = {kind: "paragraph", level: 0, text, words, cores: words.map(word => word.core)}
    if (nearest && !begunItems.has(nearest)) {
      block.kind = KINDS.get(nearest.tagName)
      block.level = block.kind === "heading" ? Number(nearest.tagName[1]) : 0
      if (block.kind === "item") {
        begunItems.add(nearest)
      }
    }
    blocks.push(block)
  }
  const part = (element, nearest) => {
    if (!row) {
      finish(nearest)
    } else if (element.tagName === "TD" || element.tagName === "TH") {
      cells.push([])
    } else {
      read(" ")
    }
  }
  const walk = (node, nearest) => {
    if (node.nodeType === Node.TEXT_NODE) {
      read(node.data)
    } else if (node.nodeType !== Node.ELEMENT_NODE || node.matches(UNSEEN)) {
      return
    } else if (node.tagName === "BR") {
      cells.at(-1).push("\n")
    } else if (node.tagName === "IMG") {
      read(node.alt)
    } else if (!APART.has(node.tagName)) {
      node.childNodes.forEach(child => walk(child, nearest))
    } else {
      part(node, nearest)
      const within = KINDS.has(node.tagName) ? node : nearest
      if (node.tagName === "TR" && !row) {
        row = node
      }
      node.childNodes.forEach(child => walk(child, within))
      if (node === row) {
        row = null
      }
      part(node, within)
    }
  }
  policy.childNodes.forEach(child => walk(child, null))
  finish(null)
  return blocks
}

// What changed: releases/redlining.py

const whole = (mark, block) => ({...block, pieces: [{mark, words: block.text}]})

// Which words were replaced by which, and the end of both. Between two replacements, fewer words
// than in either are replaced with them.
const findHunks = (pairs, old, later) => {
  const hunks = []
  const length = ([start, end]) => end - start
  for (let {before: gone, after: come} of gaps(pairs, old, later)) {
    if (!length(gone) && !length(come)) {
      continue
    }
    const last = hunks.at(-1)
    if (last && come[0] - last.come[1] < Math.min(...[gone, come, last.gone, last.come].map(length))) {
      gone = [last.gone[0], gone[1]]
      come = [last.come[0], come[1]]
      hunks.pop()
    }
    hunks.push({gone, come})
  }
  return [...hunks, {gone: [old, old], come: [later, later]}]
}

// What became of the words of a passage; where both agree, the spacing is the later one.
const compareWords = (old, later) => {
  const pieces = []
  let [i, j] = [0, 0]
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
    for (const [mark, words] of Object.entries({same, deleted, added})) {
      if (words.length) {
        pieces.push({mark, words: words.map(({spacing, core}) => spacing + core).join("")})
      }
    }
    ;[i, j] = [gone[1], come[1]]
  }
  return pieces
}

// Two blocks, or two stretches of blocks, that have the same text say the same.
const joined = blocks => blocks.map(block => block.cores.join(" ")).join(" ")

// The words that make a block like another one; headings are only like headings.
const likeness = ({cores, level}) => level ? cores.map(core => `# ${core}`) : cores

// The passages of a stretch in which no block is the same.
const compareBlocks = (old, later) => {
  if (joined(old) === joined(later)) { // only cut up in another way
    return later.map(block => whole("same", block))
  }
  const pairs = pairAlike(old.map(likeness), later.map(likeness))
  return gaps(pairs, old.length, later.length).flatMap(({before, after, end}) => [
    ...old.slice(...before).map(block => whole("deleted", block)),
    ...later.slice(...after).map(block => whole("added", block)),
    ...end ? [{...later[end[1]], pieces: compareWords(old[end[0]].words, later[end[1]].words)}] : [],
  ])
}

export const redline = (before, after) => {
  const texts = blocks => blocks.map(block => joined([block]))
  const pairs = patienceDiff(texts(before), texts(after))
  const passages = gaps(pairs, before.length, after.length).flatMap(gap => [
    ...compareBlocks(before.slice(...gap.before), after.slice(...gap.after)),
    ...gap.end ? [whole("same", after[gap.end[1]])] : [],
  ])
  let above = []
  for (const passage of passages) {
    if (passage.level) {
      above = [...above.filter(level => level < passage.level), passage.level]
      passage.level = above.length
    }
  }
  return passages
}

export const isUnchanged = passage => passage.pieces.every(piece => piece.mark === "same")

// Stretches that are shown, and unchanged ones of more than three passages that are folded away.
export const fold = passages => {
  const shown = new Set()
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
        [near, ...above[near]].forEach(one => shown.add(one))
      }
    }
  })
  const runs = []
  passages.forEach((passage, place) => {
    if (runs.at(-1)?.isShown !== shown.has(place)) {
      runs.push({isShown: shown.has(place), passages: []})
    }
    runs.at(-1).passages.push(passage)
  })
  return runs.map(run => ({...run, isFolded: !run.isShown && run.passages.length > 3}))
}
