// The index of the search is half of what a first visit would load, and the script that looks
// through it a tenth. Before Material's script, which asks for both at once: they wait until
// somebody turns to the search. The index is that of the language of the page, where there is one.
// A block, for what stands outside one is global in a classic script.
{
  const whole = /\bsearch_index\.json$/
  const own = document.querySelector("[data-search-index]")?.getAttribute("data-search-index")
  const {open, send} = XMLHttpRequest.prototype
  const WorkerOfBrowser = window.Worker

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

  // gets its first message when the index is there
  class WaitingWorker extends EventTarget {
    /** @param {string | URL} address */
    constructor(address) {
      super()
      this.address = address
      /** @type {Worker | undefined} */
      this.started = undefined
    }

    /** @param {unknown} message */
    postMessage(message) {
      this.started ??= this.start()
      this.started.postMessage(message)
    }

    start() {
      const worker = new WorkerOfBrowser(this.address)
      worker.addEventListener("message", ({data}) => {
        this.dispatchEvent(new MessageEvent("message", {data}))
      })
      return worker
    }
  }

  window.Worker = new Proxy(WorkerOfBrowser, {
    construct: (_, [address, options]) =>
      /\/workers\/search\b/.test(address)
        ? new WaitingWorker(address)
        : new WorkerOfBrowser(address, options),
  })

  const begin = () => {
    const request = waiting
    isWanted = true
    waiting = undefined
    request?.send()
  }
  document.querySelector("[data-md-component=search]")?.addEventListener("focusin", begin)
  document.getElementById("__search")?.addEventListener("change", begin)
}
