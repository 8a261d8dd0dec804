// Which of many is shown, where somebody chooses.

/**
 * Whether something has what is chosen; where nothing is, it need not.
 * @param {Record<string, string | undefined>} has the values of each name, separated by spaces
 * @param {[string, string][]} chosen
 */
export const fits = (has, chosen) =>
  chosen.every(([name, value]) => !value || (has[name] ?? "").split(" ").includes(value))
