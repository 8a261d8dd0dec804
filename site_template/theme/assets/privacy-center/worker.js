// Material starts the worker of its search on every page, for searches that few make. Before its
// script: start it with the first message, which brings the index. A block, for what stands outside
// one is global in a classic script.
{
  class LateWorker extends EventTarget {
    /** @param {() => Worker} start */
    constructor(start) {
      super()
      this.start = start
    }

    /** @param {unknown} message */
    postMessage(message) {
      if (!this.started) {
        this.started = this.start()
        this.started.addEventListener("message", ({data}) =>
          this.dispatchEvent(new MessageEvent("message", {data})),
        )
      }
      this.started.postMessage(message)
    }
  }

  window.Worker = new Proxy(window.Worker, {
    construct: (Started, [address, ...options]) =>
      /\/workers\/search\.[^/]*$/.test(`${address}`)
        ? new LateWorker(() => new Started(address, ...options))
        : new Started(address, ...options),
  })
}
