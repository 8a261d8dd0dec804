// Which version of a policy applies on a day.

import {find, findAll} from "./elements.js"

/**
 * The version that applies on a day; nothing before the first. Of two from one day, the one that
 * was announced last.
 * @template {{effective: string}} Version
 * @param {string} day
 * @param {Version[]} newestFirst
 */
export const inForceOn = (day, newestFirst) =>
  newestFirst.find(version => version.effective <= day) ?? null

/**
 * The versions that the page lists, the newest first.
 * @param {HTMLElement} timeline
 */
export const versionsIn = timeline =>
  findAll(timeline, ":scope > [data-effective]", HTMLElement).map(item => ({
    effective: item.dataset.effective ?? "",
    link: find(item, ".pc-version-link", HTMLAnchorElement),
  }))
