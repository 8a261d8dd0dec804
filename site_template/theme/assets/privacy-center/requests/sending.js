// How a request travels: one encoder for each format, and what counts as received.
// Sources: our own contract (/exports/request.openapi.json), and for the services
// ethyca/fides clients/privacy-center (PrivacyRequestCreate.ts), docs.netlify.com/forms/setup,
// help.formspree.io “Submit forms with JavaScript (AJAX)”, docs.web3forms.com.

import {fieldsOf, labelOf, nameOf, namesOfSeveral} from "./fields.js"

/**
 * @import {Entry} from "./fields.js"
 * @import {Rule} from "./problems.js"
 * @typedef {{field?: string | undefined, rule?: Rule, message?: string}} Problem
 * @typedef {Record<string, string | string[]>} Fields
 *
 * What the endpoint says of a request that it received.
 * @typedef {{reference?: string, expected_by?: string}} Answer
 *
 * @typedef {object} Format
 * @property {(form: HTMLFormElement, entries: Entry[]) => Encoded} encode
 * @property {(answer: Response) => Promise<Answer>} read
 * @typedef {{headers: Record<string, string>, body: BodyInit}} Encoded
 */

const PATIENCE = 20_000

// What was not received: by which fields, if the endpoint says so.
export class Refused extends Error {
  /**
   * @param {number | string} status
   * @param {Problem[]} errors
   */
  constructor(status, errors = []) {
    super(`not received: ${status}`)
    this.status = status
    this.errors = errors
  }
}

const JSON_HEADERS = {"Content-Type": "application/json", Accept: "application/json"}

// An object of names and values; a name of checkboxes has an array.
/** @type {(form: HTMLFormElement, entries: Entry[]) => Fields} */
const objectOf = (form, entries) => {
  const several = namesOfSeveral(form)
  /** @type {Fields} */
  const fields = Object.create(null) // a field may be called `constructor`
  for (const [name, value] of entries) {
    if (several.has(name)) {
      fields[name] = [...(fields[name] ?? []), value]
    } else {
      fields[name] = value
    }
  }
  return fields
}

// What stands in an answer, of whose shape nobody can be sure; nothing where it is no JSON.
/** @param {Response} answer */
const jsonOf = async answer => {
  try {
    return await answer.json()
  } catch {
    return null
  }
}

/** @type {(said: {errors?: unknown} | null) => Problem[]} */
const errorsOf = said => (Array.isArray(said?.errors) ? said.errors.filter(Boolean) : [])

/** @param {Response} answer */
const isHtml = answer => answer.headers.get("Content-Type")?.startsWith("text/html")

/** @type {Format} */
const json = {
  encode: (form, entries) => ({
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json, application/problem+json",
      "Idempotency-Key": `"${Object.fromEntries(entries).reference}"`,
    },
    body: JSON.stringify(objectOf(form, entries)),
  }),
  // A page in answer is that of an error, or of a hotel’s Wi-Fi.
  read: async answer => {
    if (!answer.ok) {
      throw new Refused(answer.status, errorsOf(await jsonOf(answer)))
    }
    if (isHtml(answer)) {
      throw new Refused(answer.status)
    }
    return (await jsonOf(answer)) ?? {}
  },
}

/** @type {Format} */
const fides = {
  // Fides takes an e-mail address as identity, and everything else as a field of its owner’s.
  encode: (form, entries) => {
    const {email, website, ...others} = objectOf(form, entries)
    const labels = new Map(fieldsOf(form).map(field => [nameOf(field), labelOf(field)]))
    const custom = Object.entries(others).map(([name, value]) => [
      name,
      {label: labels.get(name) ?? name, value},
    ])
    if (website) {
      throw new Refused("a robot’s") // Fides does not know the trap
    }
    return {
      headers: {...JSON_HEADERS, "X-Fides-Source": "fides-privacy-center"},
      body: JSON.stringify([
        {
          identity: {email, phone_number: null},
          custom_privacy_request_fields: Object.fromEntries(custom),
          policy_key: form.getAttribute("data-policy-key"),
          property_id: form.getAttribute("data-property-id"),
          source: "Privacy Center",
          location: form.getAttribute("data-location"),
        },
      ]),
    }
  },
  read: async answer => {
    const {succeeded, failed} = (await jsonOf(answer)) ?? {}
    if (!answer.ok || !succeeded?.length || failed?.length) {
      throw new Refused(answer.status)
    }
    return {}
  },
}

/** @type {Format} */
const netlify = {
  encode: (_form, entries) => ({headers: {}, body: new URLSearchParams(entries)}),
  read: async answer => {
    if (!answer.ok) {
      throw new Refused(answer.status)
    }
    return {}
  },
}

/** @type {Format} */
const formspree = {
  encode: (_form, entries) => {
    const body = new FormData()
    for (const [name, value] of entries) {
      body.append(name, value)
    }
    return {headers: {Accept: "application/json"}, body}
  },
  read: async answer => {
    const said = await jsonOf(answer)
    if (!answer.ok || !said) {
      // its messages are English: the page’s own words are said in their place
      throw new Refused(
        answer.status,
        errorsOf(said).map(({field}) => ({field, rule: "wrong"})),
      )
    }
    return {}
  },
}

/** @type {Format} */
const web3forms = {
  encode: (form, entries) => {
    const fields = Object.entries(objectOf(form, entries))
      .filter(([name]) => name !== "redirect") // we read the answer ourselves
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value])
    return {headers: JSON_HEADERS, body: JSON.stringify(Object.fromEntries(fields))}
  },
  read: async answer => {
    const said = await jsonOf(answer)
    if (!answer.ok || said?.success !== true) {
      throw new Refused(answer.status)
    }
    return {}
  },
}

/** @type {Record<string, Format>} */
const FORMATS = {json, fides, netlify, formspree, web3forms}

/** @param {HTMLFormElement} form */
const address = form => new URL(form.getAttribute("action") ?? "", location.href)

// Sends and waits; returns what the endpoint says of the request. Throws Refused.
/** @type {(form: HTMLFormElement, entries: Entry[]) => Promise<Answer>} */
export const send = async (form, entries) => {
  const {encode, read} = FORMATS[form.getAttribute("data-format") ?? ""]
  const {headers, body} = encode(form, entries)
  const given = new AbortController()
  const patience = setTimeout(() => given.abort(), PATIENCE)
  try {
    const answer = await fetch(address(form), {method: "POST", headers, body, signal: given.signal})
    return await read(answer)
  } catch (error) {
    // no connection, no leave (CORS), no answer in time, half an answer
    throw error instanceof Refused ? error : new Refused(0)
  } finally {
    clearTimeout(patience)
  }
}

// Posts as a form without script does, but exactly these fields; the browser leaves the page.
/** @type {(form: HTMLFormElement, entries: Entry[]) => void} */
export const post = (form, entries) => {
  const courier = document.createElement("form")
  courier.setAttribute("method", "post")
  courier.setAttribute("action", address(form).href)
  courier.setAttribute("accept-charset", "utf-8")
  courier.setAttribute("hidden", "")
  courier.append(
    ...entries.map(([name, value]) => {
      const control = document.createElement("textarea") // keeps the ends of lines
      return Object.assign(control, {name, value})
    }),
  )
  document.body.append(courier)
  HTMLFormElement.prototype.submit.call(courier)
  document.body.removeChild(courier)
}
