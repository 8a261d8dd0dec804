// How a request travels: one encoder for each format, and what counts as received.
// Sources: our own contract (/exports/request.openapi.json), and for the services
// ethyca/fides clients/privacy-center (PrivacyRequestCreate.ts), docs.netlify.com/forms/setup,
// help.formspree.io “Submit forms with JavaScript (AJAX)”, docs.web3forms.com.

import {fieldsOf, labelOf, namesOfSeveral} from "./fields.js"

const PATIENCE = 20_000

// What was not received: by which fields, if the endpoint says so.
export class Refused extends Error {
  constructor(status, errors = []) {
    super(`not received: ${status}`)
    this.status = status
    this.errors = errors
  }
}

const JSON_HEADERS = {"Content-Type": "application/json", Accept: "application/json"}

// An object of names and values; a name of checkboxes has an array.
const objectOf = (form, entries) => {
  const several = namesOfSeveral(form)
  const fields = Object.create(null) // a field may be called `constructor`
  for (const [name, value] of entries) {
    if (several.has(name)) {
      (fields[name] ??= []).push(value)
    } else {
      fields[name] = value
    }
  }
  return fields
}

const jsonOf = async answer => {
  try {
    return await answer.json()
  } catch {
    return null
  }
}

const errorsOf = said => Array.isArray(said?.errors) ? said.errors.filter(Boolean) : []

const isHtml = answer => answer.headers.get("Content-Type")?.startsWith("text/html")

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
  read: async (form, answer) => {
    if (!answer.ok) {
      throw new Refused(answer.status, errorsOf(await jsonOf(answer)))
    }
    if (isHtml(answer)) {
      throw new Refused(answer.status)
    }
    return await jsonOf(answer) ?? {}
  },
}

const fides = {
  // Fides takes an e-mail address as identity, and everything else as a field of its owner’s.
  encode: (form, entries) => {
    const {email, website, ...others} = objectOf(form, entries)
    const labels = new Map(fieldsOf(form).map(field => [field.dataset.field, labelOf(field)]))
    const custom = Object.entries(others).map(([name, value]) =>
      [name, {label: labels.get(name) ?? name, value}])
    if (website) {
      throw new Refused("a robot’s") // Fides does not know the trap
    }
    return {
      headers: {...JSON_HEADERS, "X-Fides-Source": "fides-privacy-center"},
      body: JSON.stringify([{
        identity: {email, phone_number: null},
        custom_privacy_request_fields: Object.fromEntries(custom),
        policy_key: form.getAttribute("data-policy-key"),
        property_id: form.getAttribute("data-property-id"),
        source: "Privacy Center",
        location: form.getAttribute("data-location"),
      }]),
    }
  },
  read: async (form, answer) => {
    const {succeeded, failed} = await jsonOf(answer) ?? {}
    if (!answer.ok || !succeeded?.length || failed?.length) {
      throw new Refused(answer.status)
    }
    return {}
  },
}

const netlify = {
  encode: (form, entries) => ({headers: {}, body: new URLSearchParams(entries)}),
  read: async (form, answer) => {
    if (!answer.ok) {
      throw new Refused(answer.status)
    }
    return {}
  },
}

const formspree = {
  encode: (form, entries) => {
    const body = new FormData()
    entries.forEach(([name, value]) => body.append(name, value))
    return {headers: {Accept: "application/json"}, body}
  },
  read: async (form, answer) => {
    const said = await jsonOf(answer)
    if (!answer.ok || !said) {
      // its messages are English: the page’s own words are said in their place
      throw new Refused(answer.status, errorsOf(said).map(({field}) => ({field, rule: "wrong"})))
    }
    return {}
  },
}

const web3forms = {
  encode: (form, entries) => {
    const fields = Object.entries(objectOf(form, entries))
      .filter(([name]) => name !== "redirect") // we read the answer ourselves
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value])
    return {headers: JSON_HEADERS, body: JSON.stringify(Object.fromEntries(fields))}
  },
  read: async (form, answer) => {
    const said = await jsonOf(answer)
    if (!answer.ok || said?.success !== true) {
      throw new Refused(answer.status)
    }
    return {}
  },
}

const FORMATS = {json, fides, netlify, formspree, web3forms}

const address = form => new URL(form.getAttribute("action"), location.href)

// Sends and waits; returns what the endpoint says of the request. Throws Refused.
export const send = async (form, entries) => {
  const {encode, read} = FORMATS[form.getAttribute("data-format")]
  const {headers, body} = encode(form, entries)
  const given = new AbortController()
  const patience = setTimeout(() => given.abort(), PATIENCE)
  try {
    const answer = await fetch(address(form), {method: "POST", headers, body, signal: given.signal})
    return await read(form, answer)
  } catch (error) {
    // no connection, no leave (CORS), no answer in time, half an answer
    throw error instanceof Refused ? error : new Refused(0)
  } finally {
    clearTimeout(patience)
  }
}

// Posts as a form without script does, but exactly these fields; the browser leaves the page.
export const post = (form, entries) => {
  const courier = document.createElement("form")
  const attributes = {method: "post", action: address(form), "accept-charset": "utf-8", hidden: ""}
  Object.entries(attributes).forEach(([name, value]) => courier.setAttribute(name, value))
  courier.append(...entries.map(([name, value]) => {
    const control = document.createElement("textarea") // keeps the ends of lines
    return Object.assign(control, {name, value})
  }))
  document.body.append(courier)
  HTMLFormElement.prototype.submit.call(courier)
  document.body.removeChild(courier)
}
