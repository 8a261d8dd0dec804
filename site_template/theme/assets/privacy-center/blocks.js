// What a policy says, in blocks of plain text, as mkdocs_privacy/releases/blocks.py reads it and says
// why: a change here is a change there.

/**
 * @typedef {"heading" | "paragraph" | "item" | "term" | "description" | "caption" | "row"} Kind
 * @typedef {{spacing: string, core: string}} Word
 * @typedef {{kind: Kind, level: number, text: string, words: Word[], cores: string[]}} Block
 */

/** @type {Map<string, Kind>} */
const KINDS = new Map([
  ["LI", "item"],
  ["DT", "term"],
  ["DD", "description"],
  ["CAPTION", "caption"],
  ["TR", "row"],
  ["H1", "heading"],
  ["H2", "heading"],
  ["H3", "heading"],
  ["H4", "heading"],
  ["H5", "heading"],
  ["H6", "heading"],
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

/** @type {(policy: Element) => Block[]} */
export const readBlocks = policy => {
  /** @type {Block[]} */
  const blocks = []
  /** @type {Set<Element>} */
  const begunItems = new Set()
  /** @type {string[][]} */
  let cells = [[]]
  /** @type {Element | null} */
  let row = null

  /** @param {string} text, as it is kept */
  const append = text => cells[cells.length - 1].push(text)
  /** @param {string} text, as it stands in the page */
  const read = text => append(text.replaceAll("\ufeff", "").replace(SPACES, " "))
  /** @param {Element | null} nearest */
  const finish = nearest => {
    const lines = cells.map(cell =>
      cell
        .join("")
        .replace(/ *\n[ \n]*| {2,}/g, spaces => (spaces.includes("\n") ? "\n" : " "))
        .replace(/^[ \n]+|[ \n]+$/g, ""),
    )
    cells = [[]]
    const text = lines.filter(Boolean).join(" · ")
    if (!text.trim()) {
      return
    }
    const words = Array.from(text.trimEnd().matchAll(WORD), ([, spacing, core]) => ({
      spacing,
      core,
    }))
    /** @type {Block} */
    const block = {kind: "paragraph", level: 0, text, words, cores: words.map(word => word.core)}
    if (nearest && !begunItems.has(nearest)) {
      block.kind = KINDS.get(nearest.tagName) ?? block.kind
      block.level = block.kind === "heading" ? Number(nearest.tagName[1]) : 0
      if (block.kind === "item") {
        begunItems.add(nearest)
      }
    }
    blocks.push(block)
  }
  /** @type {(element: Element, nearest: Element | null) => void} */
  const part = (element, nearest) => {
    if (!row) {
      finish(nearest)
    } else if (element.tagName === "TD" || element.tagName === "TH") {
      cells.push([])
    } else {
      read(" ")
    }
  }
  /** @type {(parent: Node, nearest: Element | null) => void} */
  const walkIn = (parent, nearest) => {
    for (const child of parent.childNodes) {
      walk(child, nearest)
    }
  }
  /** @type {(node: Node, nearest: Element | null) => void} */
  const walk = (node, nearest) => {
    if (node instanceof Text) {
      read(node.data)
    } else if (!(node instanceof Element) || node.matches(UNSEEN)) {
      return
    } else if (node instanceof HTMLBRElement) {
      append("\n")
    } else if (node instanceof HTMLImageElement) {
      read(node.alt)
    } else if (!APART.has(node.tagName)) {
      walkIn(node, nearest)
    } else {
      part(node, nearest)
      const within = KINDS.has(node.tagName) ? node : nearest
      if (node.tagName === "TR" && !row) {
        row = node
      }
      walkIn(node, within)
      if (node === row) {
        row = null
      }
      part(node, within)
    }
  }
  walkIn(policy, null)
  finish(null)
  return blocks
}
