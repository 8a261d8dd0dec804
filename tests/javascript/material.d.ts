// What Material for MkDocs puts into a page, as far as the scripts use it.

interface Pages {
  /** Calls at once, and again whenever instant navigation has brought another page. */
  subscribe(tend: () => void): void
}

/** For scripts that come after Material's own. */
declare const document$: Pages

interface Window {
  /** Missing on a page without Material's script. */
  document$?: Pages
  __md_get(key: string): unknown
  __md_set(key: string, value: unknown, ...where: unknown[]): void
  /** Consent tools, where one runs on the page. */
  CookieConsent?: {showPreferences(): void}
  klaro?: {show(config?: unknown, modal?: boolean): void}
  tarteaucitron?: {userInterface?: {openPanel(): void}}
}
