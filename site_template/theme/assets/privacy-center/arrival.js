// With instant navigation Material puts this page in the place of another, under the policy and the
// scripts of that one. Load it as itself; and when somebody goes back, load that other one, which the
// history takes for the same document. A block, for what stands outside one is global in a classic
// script.
{
  const loadAsItself = () => {
    const [loaded] = performance.getEntriesByType("navigation")
    if (loaded && new URL(loaded.name).pathname !== location.pathname) {
      location.reload()
    }
  }
  loadAsItself()
  window.addEventListener("popstate", loadAsItself)
}
