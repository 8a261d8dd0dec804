import assert from "node:assert/strict"
import {test} from "node:test"
import {readChoice} from "../../site_template/theme/assets/privacy-center/cookies/choice.js"
import {
  mostExact,
  piecesOf,
  standsFor,
} from "../../site_template/theme/assets/privacy-center/cookies/names.js"
import {
  expirationsOf,
  namesOfCookies,
  valueOfCookie,
} from "../../site_template/theme/assets/privacy-center/cookies/storage.js"
import {fits, sortCells} from "../../site_template/theme/assets/privacy-center/cookies/table.js"
import {sayNumber} from "../../site_template/theme/assets/privacy-center/plurals.js"
import {openPage} from "./page.js"

test("a listed name stands for itself, and with an asterisk for whatever is in its place", () => {
  const listed = ["_ga", "_ga_*", "a*c*e", "*", "_hjSession*_x", "a.b", "**"]
  /** @param {string} name */
  const found = name => listed.filter(one => standsFor(one, name))
  assert.deepEqual(found("_ga"), ["_ga", "*", "**"])
  assert.deepEqual(found("_ga_ABC"), ["_ga_*", "*", "**"])
  assert.deepEqual(found("_GA"), ["*", "**"])
  assert.deepEqual(found("abcde"), ["a*c*e", "*", "**"])
  assert.deepEqual(found("ace"), ["a*c*e", "*", "**"])
  assert.deepEqual(found("ae"), ["*", "**"])
  assert.deepEqual(found("aec"), ["*", "**"])
  assert.deepEqual(found("a.b"), ["*", "a.b", "**"])
  assert.deepEqual(found("axb"), ["*", "**"])
  assert.deepEqual(found("_hjSession_x"), ["*", "_hjSession*_x", "**"])
})

test("what begins and ends with the same letters is not counted twice", () => {
  assert.equal(standsFor("aba*ba", "aba"), false)
  assert.equal(standsFor("aba*ba", "ababa"), true)
})

test("of several listed names it is the one that says most of it", () => {
  const listed = ["*", "_ga_*", "_ga_ABC", "_g*"].map(name => ({name}))
  assert.equal(mostExact(listed, "_ga_ABC")?.name, "_ga_ABC")
  assert.equal(mostExact(listed, "_ga_D")?.name, "_ga_*")
  assert.equal(mostExact(listed, "_gid")?.name, "_g*")
  assert.equal(mostExact([{name: "_ga"}], "_gid"), null)
})

test("a name breaks behind what separates its parts, and nowhere else", () => {
  /** @type {Record<string, string>} */
  const broken = {
    _ga: "_ga",
    "_ga_*": "_ga_*",
    "wp-settings-time-*": "wp-|settings-|time-*",
    wp_woocommerce_session_: "wp_|woocommerce_|session_",
    "__Host-a.b": "__Host-|a.|b",
    "/.__palette": "/.__palette",
    "track/open.php": "track/|open.|php",
    "a*b": "a*|b",
    averylongname: "averylongname",
  }
  for (const [name, pieces] of Object.entries(broken)) {
    assert.equal(piecesOf(name).join("|"), pieces)
  }
})

test("cookies are named once, and a value without a name is not told", () => {
  assert.deepEqual(namesOfCookies("a=1; b=x=y; a=2; secret; =secret"), ["a", "b"])
  assert.deepEqual(namesOfCookies(""), [])
  assert.equal(valueOfCookie("ab=1; b=x=y", "b"), "x=y")
  assert.equal(valueOfCookie("ab=1", "b"), null)
})

test("a cookie is expired for every path and domain for which it can have been set", () => {
  const place = {hostname: "www.shop.example", pathname: "/nl/cookies/"}
  const expirations = expirationsOf("_ga", place, false)
  assert.deepEqual(expirations.slice(0, 4), [
    "_ga=; Max-Age=0; Path=/",
    "_ga=; Max-Age=0; Path=/; Domain=www.shop.example",
    "_ga=; Max-Age=0; Path=/; Domain=shop.example",
    "_ga=; Max-Age=0; Path=/nl",
  ])
  const paths = expirations.flatMap(one => one.match(/Path=([^;]+)$/)?.[1] ?? [])
  assert.deepEqual(paths, ["/", "/nl", "/nl/", "/nl/cookies", "/nl/cookies/"])
})

test("on a secure page it is expired with the marks that its name or its partition asks for", () => {
  const place = {hostname: "localhost", pathname: "/"}
  assert.deepEqual(expirationsOf("__Host-a", place, true), [
    "__Host-a=; Max-Age=0; Path=/; Secure",
    "__Host-a=; Max-Age=0; Path=/; Secure; SameSite=None; Partitioned",
  ])
})

test("an address of numbers has no domains above it", () => {
  const place = {hostname: "127.0.0.1", pathname: "/"}
  assert.deepEqual(expirationsOf("a", place, false), ["a=; Max-Age=0; Path=/"])
})

test("the choice is read as each tool keeps it, whether its text is encoded or not", () => {
  const kept = {
    categories: ["necessary", "statistics"],
    services: {necessary: [], statistics: [], marketing: []},
  }
  const told = {accepted: ["necessary", "statistics"], refused: ["marketing"]}
  const text = JSON.stringify(kept)
  assert.deepEqual(readChoice("cookieconsent", text), told)
  assert.deepEqual(readChoice("cookieconsent", encodeURIComponent(text)), told)
  assert.deepEqual(readChoice("klaro", "%7B%22matomo%22%3Atrue%2C%22youtube%22%3Afalse%7D"), {
    accepted: ["matomo"],
    refused: ["youtube"],
  })
  assert.deepEqual(readChoice("tarteaucitron", "!matomo=true!youtube=false!map=wait"), {
    accepted: ["matomo"],
    refused: ["youtube"],
  })
  assert.deepEqual(readChoice("mkdocs-material", '{"analytics":false}'), {
    accepted: [],
    refused: ["analytics"],
  })
  assert.deepEqual(readChoice("mkdocs-material", '{"analytics":true}', ["analytics", "maps"]), {
    accepted: ["analytics"],
    refused: ["maps"],
  })
  assert.deepEqual(readChoice("mkdocs-material", "{}", ["maps"]), {
    accepted: [],
    refused: ["maps"],
  })
})

test("what no tool of ours wrote is no choice", () => {
  const texts = [
    "",
    "x",
    "null",
    "[1]",
    "%",
    "{}",
    '{"categories":"all"}',
    '{"a":"yes"}',
    "!a=wait",
  ]
  for (const tool of ["cookieconsent", "klaro", "tarteaucitron", "mkdocs-material", "another"]) {
    for (const text of texts) {
      assert.equal(readChoice(tool, text), null)
    }
  }
})

test("what is no choice of Material refuses nothing that it asks about", () => {
  for (const text of ["", "x", "null", "[]", "1"]) {
    assert.equal(readChoice("mkdocs-material", text, ["maps"]), null)
  }
})

test("a row fits that has every word, whatever its capitals and accents, and every value", () => {
  const row = {text: "_ga Compteur d’Été", values: {category: "statistics"}}
  assert.ok(fits(row, {search: " ete GA ", values: {category: ""}}))
  assert.ok(fits(row, {search: "", values: {category: "statistics"}}))
  assert.ok(!fits(row, {search: "ete winter", values: {}}))
  assert.ok(!fits(row, {search: "", values: {category: "marketing"}}))
})

test("rows are sorted as their language does, those with a rank by that, and those without last", () => {
  const names = ["item10", "Zoë", "item2", "éclair"].map(text => ({text}))
  const language = "fr"
  assert.deepEqual(
    sortCells(names, {isDescending: false, language}).map(({text}) => text),
    ["éclair", "item2", "item10", "Zoë"],
  )
  const ranks = ["86400", "", "Infinity", "0", "-1"].map(rank => ({text: "", rank}))
  const sorted = [true, false].map(isDescending =>
    sortCells(ranks, {isDescending, language}).map(({rank}) => rank),
  )
  assert.deepEqual(sorted, [
    ["Infinity", "86400", "0", "-1", ""],
    ["-1", "0", "86400", "Infinity", ""],
  ])
})

test("a number is said in the form that its language has for it", () => {
  openPage(`<template>
    <p data-form="one"><b class="number"></b> row</p>
    <p data-form="other"><b class="number"></b> rows</p></template>`)
  const template = document.querySelector("template")
  /** @type {(number: number, language: string) => string} */
  const said = (number, language) =>
    sayNumber(/** @type {HTMLTemplateElement} */ (template).content, number, language)
      .map(node => node.textContent)
      .join("")
  assert.equal(said(1, "en"), "1 row")
  assert.equal(said(0, "en"), "0 rows")
  assert.equal(said(0, "fr"), "0 row")
  assert.equal(said(1200, "nl"), "1.200 rows")
  assert.equal(said(1_000_000, "fr").replace(/\s/gu, " "), "1 000 000 rows") // a form that the page has not
})
