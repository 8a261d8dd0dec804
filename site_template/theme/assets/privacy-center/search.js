// The index of the search is half of what a first visit would load. Before Material's script, which
// asks for it at once: the request waits until somebody turns to the search, and is for the index
// of the language of the page where there is one. A block, for what stands outside one is global.
{
  const whole = /\bsearch_index\.json$/
  const own = document.querySelector("[data-search-index]")?.getAttribute("data-search-index")
  const {open, send} = XMLHttpRequest.prototype

  // a link shared from the search has what was sought, one that was found what to mark
  const {searchParams} = new URL(location.href)
  let isWanted = searchParams.has("q") || searchParams.has("h")
  /** @type {XMLHttpRequest | undefined} */
  let waiting

  /**
   * @param {string} method
   * @param {string | URL} address
   * @param {any[]} rest
   */
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    const isForIndex = whole.test(`${address}`)
    if (isForIndex && !isWanted) {
      waiting = this
    }
    // @ts-expect-error: of two ways to call it, one has no rest
    open.call(this, method, isForIndex && own ? `${address}`.replace(whole, own) : address, ...rest)
  }

  XMLHttpRequest.prototype.send = function (body) {
    if (waiting !== this) {
      send.call(this, body)
    }
  }

  const begin = () => {
    const request = waiting
    isWanted = true
    waiting = undefined
    request?.send()
  }
  document.querySelector("[data-md-component=search]")?.addEventListener("focusin", begin)
  document.getElementById("__search")?.addEventListener("change", begin)
}
