// With instant navigation Material puts this page in the place of another, under the policy and the
// scripts of that one. Load it as itself. Nothing happens where it was loaded as itself.
{
  const [loaded] = performance.getEntriesByType("navigation")
  if (loaded && new URL(loaded.name).pathname !== location.pathname) {
    location.reload()
  }
}
