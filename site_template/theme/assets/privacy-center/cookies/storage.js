// What a browser keeps for this page, as far as a script can see it. Only names are read.

/** @typedef {"cookie" | "local_storage" | "session_storage" | "indexed_db"} StorageType */
/** @typedef {{type: StorageType, name: string}} Stored */

/**
 * The names of cookies, each once. What has no name is left out, for its text is a value.
 * @param {string} cookies as `document.cookie` has them
 */
export const namesOfCookies = cookies => [
  ...new Set(
    cookies
      .split("; ")
      .filter(cookie => cookie.indexOf("=") > 0)
      .map(cookie => cookie.slice(0, cookie.indexOf("="))),
  ),
]

/**
 * The value of a cookie, as it was written.
 * @param {string} cookies
 * @param {string} name
 */
export const valueOfCookie = (cookies, name) =>
  cookies
    .split("; ")
    .find(cookie => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? null

/**
 * All that must be written to be rid of a cookie: nobody knows for which domain and path it was set,
 * and whether it is kept apart for this site.
 * @param {string} name
 * @param {{hostname: string, pathname: string}} place
 * @param {boolean} isSecure
 */
export const expirationsOf = (name, {hostname, pathname}, isSecure) => {
  const labels = hostname.split(".")
  const isAddress = /^[\d.]+$|:/.test(hostname)
  const domains = isAddress
    ? []
    : labels.slice(0, -1).map((_, index) => `; Domain=${labels.slice(index).join(".")}`)
  const folders = pathname.split("/").slice(1)
  const paths = folders.flatMap((_, index) => {
    const path = `/${folders.slice(0, index).join("/")}`
    return path === "/" ? [path] : [path, `${path}/`]
  })
  const marks = isSecure ? ["; Secure", "; Secure; SameSite=None; Partitioned"] : [""]
  return [...new Set([...paths, pathname])].flatMap(path =>
    ["", ...domains].flatMap(domain =>
      marks.map(mark => `${name}=; Max-Age=0; Path=${path}${domain}${mark}`),
    ),
  )
}

// A browser may refuse a page its storage: then there is nothing to see.
/** @type {(open: () => Storage) => Storage | null} */
const opened = open => {
  try {
    return open()
  } catch {
    return null
  }
}

/** @type {Record<"local_storage" | "session_storage", () => Storage>} */
const STORAGES = {
  local_storage: () => localStorage,
  session_storage: () => sessionStorage,
}

/** @param {"local_storage" | "session_storage"} type */
export const storageOf = type => opened(STORAGES[type])

const namesOfDatabases = async () => {
  try {
    const databases = await indexedDB.databases()
    return databases.flatMap(({name}) => (name ? [name] : []))
  } catch {
    return [] // an older browser, or one that refuses
  }
}

/**
 * All that this page can see.
 * @returns {Promise<Stored[]>}
 */
export const readStorage = async () => {
  /** @type {(type: StorageType, names: string[]) => Stored[]} */
  const of = (type, names) => names.map(name => ({type, name}))
  return [
    ...of("cookie", namesOfCookies(document.cookie)),
    ...of("local_storage", Object.keys(storageOf("local_storage") ?? {})),
    ...of("session_storage", Object.keys(storageOf("session_storage") ?? {})),
    ...of("indexed_db", await namesOfDatabases()),
  ]
}

/** @param {string} name */
const deleteDatabase = name =>
  new Promise(resolve => {
    const asked = indexedDB.deleteDatabase(name)
    asked.onsuccess = asked.onerror = asked.onblocked = resolve
  })

/**
 * Deletes it, as far as a script can; says whether it is gone.
 * @param {Stored} stored
 */
export const erase = async ({type, name}) => {
  if (type === "cookie") {
    for (const expired of expirationsOf(name, location, window.isSecureContext)) {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API cannot name every path
      document.cookie = expired
    }
  } else if (type === "indexed_db") {
    await deleteDatabase(name)
  } else {
    storageOf(type)?.removeItem(name)
  }
  const left = await readStorage()
  return !left.some(stored => stored.type === type && stored.name === name)
}
