import assert from "node:assert/strict"
import {test} from "node:test"
import {prefill} from "../../site_template/theme/assets/privacy-center/requests/prefill.js"
import {formOf, openPage} from "./page.js"

const PAGE = `<form><p data-field="name"><input name="name"></p>
  <p data-field="order" data-prefill><input name="order" maxlength="4"></p>
  <p data-field="shop" data-prefill><select name="shop">
    <option value="">-</option><option value="antwerpen">Antwerpen</option></select></p>
  <p data-field="action" data-prefill><input type="checkbox" name="action" value="call">
    <input type="checkbox" name="action" value="write"></p></form>`

/** @param {string} query */
const opened = query => {
  openPage(PAGE, {address: `https://shop.example/access/${query}`})
  const isFilled = prefill(formOf())
  const values = Object.fromEntries([...new window.FormData(formOf())])
  return {isFilled, values, address: location.href}
}

test("a link fills in what the owner lets it, and leaves nothing of it in the address", () => {
  assert.deepEqual(opened("?order=12&shop=antwerpen&action=write&name=Ann&page=2#request"), {
    isFilled: true,
    values: {name: "", order: "12", shop: "antwerpen", action: "write"},
    address: "https://shop.example/access/?page=2#request",
  })
})

test("a value that the field does not take is not filled in", () => {
  assert.deepEqual(opened("?order=12345&shop=gent&action=visit"), {
    isFilled: true,
    values: {name: "", order: "", shop: ""},
    address: "https://shop.example/access/",
  })
})

test("a link that asks nothing of the form is left alone", () => {
  assert.deepEqual(opened("?page=2"), {
    isFilled: false,
    values: {name: "", order: "", shop: ""},
    address: "https://shop.example/access/?page=2",
  })
})
