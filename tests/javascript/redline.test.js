import assert from "node:assert/strict"
import {test} from "node:test"
import {readBlocks} from "../../site_template/theme/assets/privacy-center/blocks.js"
import {
  fold,
  isUnchanged,
  redline,
} from "../../site_template/theme/assets/privacy-center/redline.js"
import {openPage} from "./page.js"

openPage("")

/** @param {string} policy */
const blocksOf = policy => readBlocks(new DOMParser().parseFromString(policy, "text/html").body)

/** @param {string} policy */
const told = policy => blocksOf(policy).map(({kind, level, text}) => [kind, level, text])

/** @param {string} before @param {string} after */
const compared = (before, after) =>
  redline(blocksOf(before), blocksOf(after)).map(({kind, level, pieces}) => [
    kind,
    level,
    ...pieces.map(({mark, words}) => `${mark}:${words}`),
  ])

test("a policy is read as headings, paragraphs, items, terms and rows", () => {
  const policy = `
    <h1>Privacy</h1>
    <p>We keep <b>names</b><br>and  addresses.</p>
    <ul><li>Name <ul><li>First name</li></ul></li><li><p>Address</p><p>and town</p></li></ul>
    <dl><dt>Why</dt><dd>To send</dd></dl>
    <table><caption>Periods</caption><tr><th>Invoices</th><td>7 <p>years</p></td></tr></table>
    loose words`
  assert.deepEqual(told(policy), [
    ["heading", 1, "Privacy"],
    ["paragraph", 0, "We keep names\nand addresses."],
    ["item", 0, "Name"],
    ["item", 0, "First name"],
    ["item", 0, "Address"],
    ["paragraph", 0, "and town"],
    ["term", 0, "Why"],
    ["description", 0, "To send"],
    ["caption", 0, "Periods"],
    ["row", 0, "Invoices · 7 years"],
    ["paragraph", 0, "loose words"],
  ])
})

test("what nobody sees is not compared, and of an image its text is", () => {
  const policy = `<p>Seen<script>1</script><span hidden>no</span></p>
    <div class="pc-version-notice">old</div><p><img alt="A seal" src="x"></p>`
  assert.deepEqual(told(policy), [
    ["paragraph", 0, "Seen"],
    ["paragraph", 0, "A seal"],
  ])
})

test("a word that was replaced is struck and the new one underlined", () => {
  assert.deepEqual(compared("<p>We keep data for 5 years.", "<p>We keep data for 7 years."), [
    ["paragraph", 0, "same:We keep data for", "deleted: 5", "added: 7", "same: years."],
  ])
})

test("a passage that is gone and one that came are told whole", () => {
  assert.deepEqual(compared("<h2>Old</h2><p>Same.", "<p>Same.<h3>New</h3>"), [
    ["heading", 1, "deleted:Old"],
    ["paragraph", 0, "same:Same."],
    ["heading", 2, "added:New"],
  ])
})

test("words that are only cut into other passages have not changed", () => {
  const passages = redline(blocksOf("<p>One. Two."), blocksOf("<p>One.</p><p>Two.</p>"))
  assert.deepEqual(passages.map(isUnchanged), [true, true])
})

/** @param {number} number */
const folded = number => {
  const same = Array.from({length: number}, (_, place) => `<p>Same ${place + 1}.`).join("")
  const passages = redline(
    blocksOf(`<h2>Rights</h2>${same}<p>Kept for 5 years.`),
    blocksOf(`<h2>Rights</h2>${same}<p>Kept for 7 years.`),
  )
  return fold(passages).map(({isFolded, passages: within}) => [
    isFolded ? "folded" : "not folded",
    ...within.map(({text}) => text),
  ])
}

test("four unchanged passages are folded, but not the heading nor what stands next to a change", () => {
  assert.deepEqual(folded(5), [
    ["not folded", "Rights"],
    ["folded", "Same 1.", "Same 2.", "Same 3.", "Same 4."],
    ["not folded", "Same 5.", "Kept for 7 years."],
  ])
})

test("three unchanged passages are not worth a fold", () => {
  assert.deepEqual(folded(4), [
    ["not folded", "Rights"],
    ["not folded", "Same 1.", "Same 2.", "Same 3."],
    ["not folded", "Same 4.", "Kept for 7 years."],
  ])
})
