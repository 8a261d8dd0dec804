import assert from "node:assert/strict"
import {test} from "node:test"
import {
  gaps,
  pairAlike,
  patienceDiff,
} from "../../site_template/theme/assets/privacy-center/alignment.js"

/** @param {string} text */
const words = text => text.split(" ")

/** @param {number} length @param {string} word */
const numbered = (length, word) => Array.from({length}, (_, place) => `${word}${place}`)

test("gaps stand before each pair and after the last one", () => {
  assert.deepEqual(
    gaps(
      [
        [1, 0],
        [2, 3],
      ],
      4,
      4,
    ),
    [
      {before: [0, 1], after: [0, 0], end: [1, 0]},
      {before: [2, 2], after: [1, 3], end: [2, 3]},
      {before: [3, 4], after: [4, 4], end: null},
    ],
  )
})

test("what both begin and end with is paired, and what stands between is not", () => {
  assert.deepEqual(patienceDiff(words("we keep it long here"), words("we keep her data here")), [
    [0, 0],
    [1, 1],
    [4, 4],
  ])
})

test("in short texts the longest run that both have is paired first", () => {
  assert.deepEqual(patienceDiff(words("x b c a b"), words("a b c y")), [
    [1, 1],
    [2, 2],
  ])
})

test("in long texts what stands once on both sides holds the rest in place", () => {
  const before = ["gone", ...numbered(70, "the"), "anchor", ...numbered(70, "old")]
  const after = [...numbered(70, "new"), "anchor", ...numbered(70, "the"), "come"]
  // what rises longest in both is kept: the run of 70 words, not the anchor that was moved
  assert.deepEqual(
    patienceDiff(before, after),
    Array.from({length: 70}, (_, place) => [1 + place, 71 + place]),
  )
})

test("where nothing stands once, the first is paired with the first", () => {
  const before = ["x", ...numbered(50, "a"), ...numbered(50, "a"), "y"]
  const after = ["p", ...numbered(50, "a"), ...numbered(50, "a"), "q"]
  assert.deepEqual(
    patienceDiff(before, after),
    Array.from({length: 100}, (_, place) => [1 + place, 1 + place]),
  )
})

test("two texts of which one is empty have nothing in common", () => {
  assert.deepEqual(patienceDiff([], words("we keep it")), [])
  assert.deepEqual(patienceDiff(words("we keep it"), []), [])
})

test("passages are paired that share at least half of their words", () => {
  const before = ["we keep invoices", "call us", "you may object"].map(words)
  const after = ["write us a letter", "we keep receipts", "you may object now"].map(words)
  assert.deepEqual(pairAlike(before, after), [
    [0, 1],
    [2, 2],
  ])
})

test("of passages that are equally alike the nearest is taken", () => {
  const before = ["a b", "a b", "a b"].map(words)
  assert.deepEqual(pairAlike(before, [words("x"), words("a b")]), [[1, 1]])
})
