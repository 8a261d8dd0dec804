import assert from "node:assert/strict"
import {test} from "node:test"
import {Refused, send} from "../../site_template/theme/assets/privacy-center/requests/sending.js"
import {formOf, openPage} from "./page.js"

/** @import {Entry} from "../../site_template/theme/assets/privacy-center/requests/fields.js" */

/** @type {Entry[]} */
const ENTRIES = [
  ["right", "access"],
  ["email", "zoe@voorbeeld.example"],
  ["action", "call"],
  ["action", "write"],
  ["constructor", "Zoë"],
  ["redirect", "https://shop.example/received/"],
  ["reference", "0000-1111-2222-3333"],
]

/** @param {string} format */
const open = format =>
  openPage(`<form action="/in?to=1" data-format="${format}" data-policy-key="access_policy"
    data-property-id="FDS-1" data-location="BE"><p data-field="constructor">
    <label>Your name</label><input name="constructor"></p>
    <input type="checkbox" name="action" value="call">
    <input type="checkbox" name="action" value="write"></form>`)

/**
 * Sends the request to an endpoint that answers so; gives what it got, and what came of it.
 * @param {string} format
 * @param {Response | Error} answer
 * @param {Entry[]} [entries]
 */
const sent = async (format, answer, entries = ENTRIES) => {
  open(format)
  /** @type {{address?: string, method?: string, headers?: object, body?: unknown}} */
  const got = {}
  /** @type {typeof fetch} */
  const endpoint = async (address, request) => {
    const {method, headers, body} = request ?? {}
    Object.assign(got, {address: `${address}`, method, headers, body})
    if (answer instanceof Error) {
      throw answer
    }
    return answer
  }
  Object.defineProperty(globalThis, "fetch", {value: endpoint, configurable: true})
  try {
    return {got, said: await send(formOf(), entries)}
  } catch (error) {
    assert.ok(error instanceof Refused)
    return {got, status: error.status, errors: error.errors}
  }
}

/** @type {(body: unknown, status?: number) => Response} */
const json = (body, status = 200) => Response.json(body, {status})

const page = () => new Response("<h1>Hotel</h1>", {headers: {"Content-Type": "text/html"}})

test("our own endpoint gets JSON, under a key that makes a second try harmless", async () => {
  const {got, said} = await sent("json", json({reference: "R", expected_by: "2026-05-08"}, 201))
  assert.deepEqual(
    {...got, body: JSON.parse(`${got.body}`)},
    {
      address: "https://shop.example/in?to=1",
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json, application/problem+json",
        "Idempotency-Key": '"0000-1111-2222-3333"',
      },
      body: {
        right: "access",
        email: "zoe@voorbeeld.example",
        action: ["call", "write"],
        constructor: "Zoë",
        redirect: "https://shop.example/received/",
        reference: "0000-1111-2222-3333",
      },
    },
  )
  assert.deepEqual(said, {reference: "R", expected_by: "2026-05-08"})
})

test("our own endpoint says which fields it refuses", async () => {
  const errors = [{field: "email", rule: "wrong", message: "No address."}]
  const {status, errors: found} = await sent("json", json({errors: [...errors, null]}, 422))
  assert.deepEqual({status, found}, {status: 422, found: errors})
})

test("a page in answer is no receipt", async () => {
  assert.equal((await sent("json", page())).status, 200)
})

test("Fides gets an identity, and all else as fields with their labels", async () => {
  const {got, said} = await sent("fides", json({succeeded: [{}], failed: []}))
  assert.deepEqual(JSON.parse(`${got.body}`), [
    {
      identity: {email: "zoe@voorbeeld.example", phone_number: null},
      custom_privacy_request_fields: {
        right: {label: "right", value: "access"},
        action: {label: "action", value: ["call", "write"]},
        constructor: {label: "Your name", value: "Zoë"},
        redirect: {label: "redirect", value: "https://shop.example/received/"},
        reference: {label: "reference", value: "0000-1111-2222-3333"},
      },
      policy_key: "access_policy",
      property_id: "FDS-1",
      source: "Privacy Center",
      location: "BE",
    },
  ])
  assert.deepEqual(said, {})
})

test("Fides refuses where it says so with a status of success", async () => {
  assert.equal((await sent("fides", json({succeeded: [], failed: [{}]}))).status, 200)
  assert.equal((await sent("fides", page())).status, 200)
})

test("what a robot filled in never reaches Fides", async () => {
  const {got, status} = await sent("fides", json({}), [...ENTRIES, ["website", "spam"]])
  assert.deepEqual([got, status], [{}, "a robot’s"])
})

test("Netlify gets the pairs of the form, as a form without script sends them", async () => {
  const {got, said} = await sent("netlify", page())
  assert.ok(got.body instanceof URLSearchParams)
  assert.deepEqual([...got.body], ENTRIES)
  assert.deepEqual(said, {})
})

test("Formspree gets form data, and its English messages give way to the page’s words", async () => {
  const {got, said} = await sent("formspree", json({ok: true}))
  assert.ok(got.body instanceof FormData)
  assert.deepEqual([...got.body], ENTRIES)
  assert.deepEqual(said, {})
  const answer = json({errors: [{field: "email", message: "should be an email"}]}, 422)
  const {errors} = await sent("formspree", answer)
  assert.deepEqual(errors, [{field: "email", rule: "wrong"}])
})

test("Web3Forms gets one text for each name, and no redirect", async () => {
  const {got, said} = await sent("web3forms", json({success: true}))
  assert.deepEqual(JSON.parse(`${got.body}`), {
    right: "access",
    email: "zoe@voorbeeld.example",
    action: "call, write",
    constructor: "Zoë",
    reference: "0000-1111-2222-3333",
  })
  assert.deepEqual(said, {})
  assert.equal((await sent("web3forms", json({success: false}))).status, 200)
})

test("no service has received what it answers with an error, or what never reached it", async () => {
  for (const format of ["json", "fides", "netlify", "formspree", "web3forms"]) {
    const failed = await sent(format, json({success: true, succeeded: [{}]}, 500))
    assert.equal(failed.status, 500, format)
    const lost = await sent(format, new TypeError("no connection"))
    assert.deepEqual([lost.status, lost.errors], [0, []], format)
  }
})
