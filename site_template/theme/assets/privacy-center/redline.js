// A redline of two policies in the browser. Blocks, words and folds are those of
// mkdocs_privacy/releases/, where blocks.py and redlining.py say why; diffs are made by jsdiff.

import "./jsdiff-9.0.0/diff.min.js"

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
const WORD = /(\s*)([\p{L}\p{N}_](?:\S*[\p{L}\p{N}_])?|\S)/gu

export const readBlocks = policy => {
  const blocks = []
  const begunItems = new Set()
  let cells = [[]]
  let row = null

  const read = text => cells.at(-1).push(text.replace(/[ \t\r\n\f]+/g, " "))
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
    const block = {kind: "paragraph", level: 0, text, words, cores: words.map(one => one.core)}
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

// What two policies have in common: releases/redlining.py

const count = list => {
  const counts = new Map()
  list.forEach(one => counts.set(one, (counts.get(one) ?? 0) + 1))
  return counts
}

// How many words two blocks share, from 0 to 1; headings are only like headings.
const likeness = (old, block) => {
  if (Boolean(old.level) !== Boolean(block.level)) {
    return 0
  }
  for (const one of [old, block]) {
    one.counts ??= count(one.cores)
  }
  let shared = 0
  block.counts.forEach((times, core) => shared += Math.min(times, old.counts.get(core) ?? 0))
  return 2 * shared / (old.cores.length + block.cores.length)
}

// What only one side has, and how many both have after that. Two texts that differ in more than
// `atMost` places differ as a whole: finding out exactly would take too long.
const gaps = (before, after, atMost) => {
  const found = [{gone: [0, 0], come: [0, 0], same: 0}]
  const changes = window.Diff.diffArrays(before, after, {maxEditLength: atMost})
  if (!changes) {
    return [{gone: [0, before.length], come: [0, after.length], same: 0}]
  }
  for (const change of changes) {
    let last = found.at(-1)
    if (last.same && (change.added || change.removed)) {
      const [start, end] = [last.gone[1] + last.same, last.come[1] + last.same]
      last = {gone: [start, start], come: [end, end], same: 0}
      found.push(last)
    }
    if (change.removed) {
      last.gone[1] += change.count
    } else if (change.added) {
      last.come[1] += change.count
    } else {
      last.same += change.count
    }
  }
  return found
}

const whole = (mark, block) => ({...block, pieces: [{mark, words: block.text}]})

// Few words between two replacements are replaced with them.
const readable = found => {
  const size = gap => Math.min(gap.gone[1] - gap.gone[0], gap.come[1] - gap.come[0])
  const kept = []
  for (const gap of found) {
    const last = kept.at(-1)
    if (last && last.same < Math.min(size(last), size(gap))) {
      last.gone[1] = gap.gone[1]
      last.come[1] = gap.come[1]
      last.same = gap.same
    } else {
      kept.push(gap)
    }
  }
  return kept
}

const compareWords = (old, block) => {
  const pieces = []
  const add = (mark, words) => {
    if (words.length) {
      pieces.push({mark, words: words.map(({spacing, core}) => spacing + core).join("")})
    }
  }
  for (const {gone, come, same} of readable(gaps(old.cores, block.cores, 1500))) {
    const added = block.words.slice(...come)
    if (gone[1] && added.length && !pieces.length) {
      added[0] = {...added[0], spacing: " "}
    }
    add("deleted", old.words.slice(...gone))
    add("added", added)
    const words = block.words.slice(come[1], come[1] + same)
    if (words.length && pieces.at(-1)?.mark === "deleted") {
      words[0] = old.words[gone[1]]
    }
    add("same", words)
  }
  return {...block, pieces}
}

// The passages of a stretch in which no block is the same; like ones are at most 20 apart.
const compareStretch = (old, blocks) => {
  const cores = several => several.map(block => block.cores.join(" ")).join(" ")
  if (cores(old) === cores(blocks)) {
    return blocks.map(block => whole("same", block))
  }
  const passages = []
  const added = []
  let next = 0
  const deleteUntil = place => {
    passages.push(...old.slice(next, place).map(block => whole("deleted", block)))
    passages.push(...added.splice(0).map(block => whole("added", block)))
  }
  for (const block of blocks) {
    const alike = old.slice(next, next + 20).map(one => likeness(one, block))
    const best = alike.indexOf(Math.max(...alike))
    if (alike[best] >= 0.5) {
      deleteUntil(next + best)
      passages.push(compareWords(old[next + best], block))
      next += best + 1
    } else {
      added.push(block)
    }
  }
  deleteUntil(old.length)
  return passages
}

export const redline = (before, after) => {
  const keys = blocks => blocks.map(block => block.cores.join(" "))
  const passages = gaps(keys(before), keys(after), 2000).flatMap(({gone, come, same}) => [
    ...compareStretch(before.slice(...gone), after.slice(...come)),
    ...after.slice(come[1], come[1] + same).map(block => whole("same", block)),
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
