// With instant navigation the pages of a site come and go under one script, which runs once.

/**
 * Tends the page that is there, and each that comes in its place.
 * @param {() => void} tend
 */
export const onEveryPage = tend => {
  if (window.document$) {
    window.document$.subscribe(tend)
  } else {
    tend()
  }
}
