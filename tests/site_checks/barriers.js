// What axe-core finds on a page, or within a part of it: `rule - element` for each violation; and
// the looks whose colours are all right. Those of `known` looks are not looked at.
async ({within = "html", onlyColors = false, known = []}) => {
  const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
  const COLORS = ["color-contrast", "link-in-text-block"]
  const PLAIN = "rgba(0, 0, 0, 0) none none 1 static"

  const run = async (elements, rules) => {
    const options = {...rules, resultTypes: ["violations"], preload: false}
    const {violations} = await axe.run(elements, options)
    return violations.flatMap(rule => rule.nodes.map(node => `${rule.id} - ${node.target}`))
  }

  const grounds = new Map()

  // What its ancestors put behind an element.
  const groundOf = element => {
    if (!element) {
      return ""
    }
    if (!grounds.has(element)) {
      const {backgroundColor, backgroundImage, filter, opacity, position} = getComputedStyle(element)
      const own = [backgroundColor, backgroundImage, filter, opacity, position].join(" ")
      grounds.set(element, groundOf(element.parentElement) + (own === PLAIN ? "" : `/${own}`))
    }
    return grounds.get(element)
  }

  const hasWords = element =>
    [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())

  const lookOf = element => {
    const style = getComputedStyle(element)
    const {color, display, fontSize, fontWeight, textDecoration, textShadow, visibility} = style
    const own = [color, display, fontSize, fontWeight, textDecoration, textShadow, visibility]
    const around = element.parentElement
    const words = hasWords(around) && getComputedStyle(around).color
    return [groundOf(element), ...own, element.matches("a[href]") && words].join("|")
  }

  // Contrasts take nine tenths of the time, and a thousand grey words have one answer.
  const oneOfEachNewLook = () => {
    const looks = new Map()
    for (const element of document.querySelectorAll(`${within} *`)) {
      // what is hidden, axe-core does not look at
      if ((element.matches("a[href]") || hasWords(element)) && element.checkVisibility()) {
        const look = lookOf(element)
        looks.set(look, looks.get(look) ?? element)
      }
    }
    for (const look of known) {
      looks.delete(look)
    }
    return looks
  }

  await new Promise(requestAnimationFrame) // scripts hear of a resize in the next frame
  const colors = {runOnly: {type: "rule", values: COLORS}}
  const others = Object.fromEntries(COLORS.map(name => [name, {enabled: false}]))
  const allButColors = {runOnly: TAGS, rules: {...others, "target-size": {enabled: true}}}
  const barriers = onlyColors ? [] : await run(within, allButColors)
  const looks = oneOfEachNewLook()
  const pale = looks.size > 0 ? await run([...looks.values()], colors) : []
  return {barriers: [...barriers, ...pale], good: pale.length > 0 ? [] : [...looks.keys()]}
}
