"""What a visitor does with a phone, and what a test asks of it, in browsers with other drivers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from shutil import copytree
from typing import Any, Protocol

from playwright.sync_api import Error, Page
from selenium.common.exceptions import (
    ElementNotInteractableException,
    NoSuchElementException,
    WebDriverException,
)
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from site_checks.browser import start_browser, visit_and_watch
from site_checks.webkit import start_webkit

WIDTH, HEIGHT = 390, 844

PATIENCE = 30
"""For so many seconds something may take, since a busy machine is slow."""


class Phone(Protocol):
    """A page on a small screen; what is named by a selector is the first that it finds."""

    def open(self, address: str) -> list[str]:
        """Go there, and return what the browser says went wrong."""

    def click(self, selector: str) -> None: ...

    def choose(self, selector: str, value: str) -> None: ...

    def fill(self, selector: str, words: str) -> None: ...

    def type(self, keys: str) -> None:
        """Type where the focus is."""

    def press(self, key: str) -> None: ...

    def ask(self, expression: str) -> Any:
        """The value of an expression of JavaScript."""


class _Firefox:
    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, address: str) -> list[str]:
        return visit_and_watch(self.page, address)

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def choose(self, selector: str, value: str) -> None:
        self.page.locator(selector).first.select_option(value)

    def fill(self, selector: str, words: str) -> None:
        self.page.locator(selector).first.fill(words)

    def type(self, keys: str) -> None:
        self.page.keyboard.type(keys)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def ask(self, expression: str) -> Any:
        return self.page.evaluate(expression)


class _WebKit:
    def __init__(self, driver: WebKitGTK) -> None:
        self.driver = driver

    def open(self, address: str) -> list[str]:
        self.driver.get(address)
        return [f"{address}: sets cookie {one['name']}" for one in self.driver.get_cookies()]

    def click(self, selector: str) -> None:
        self.once_it_can(selector, lambda element: element.click())

    def choose(self, selector: str, value: str) -> None:
        self.once_it_can(selector, lambda element: Select(element).select_by_value(value))

    def fill(self, selector: str, words: str) -> None:
        def fill(element: WebElement) -> None:
            if element.get_attribute("type") == "date":  # whose keys depend on the system
                self.driver.execute_script("arguments[0].value = arguments[1]", element, words)
            else:
                element.send_keys(words)

        self.once_it_can(selector, fill)

    def type(self, keys: str) -> None:
        self.driver.switch_to.active_element.send_keys(keys)

    def press(self, key: str) -> None:
        self.type(getattr(Keys, key.upper()))

    def ask(self, expression: str) -> Any:
        return self.driver.execute_script(f"return {expression}")

    def once_it_can(self, selector: str, act: Callable[[WebElement], None]) -> None:
        """Do something once the element is there and shown, as Playwright waits by itself."""

        def try_it(driver: WebDriver) -> bool:
            element = driver.find_element(By.CSS_SELECTOR, selector)
            # the driver does so too, but not for the options of a list
            driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
            act(element)
            return True

        not_yet = (NoSuchElementException, ElementNotInteractableException)
        WebDriverWait(self.driver, PATIENCE, 0.05, not_yet).until(try_it)


@contextmanager
def _firefox() -> Iterator[Phone]:
    with start_browser("firefox") as browser:
        yield _Firefox(browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}))


@contextmanager
def _webkit() -> Iterator[Phone]:
    with start_webkit(WIDTH, HEIGHT) as driver:
        yield _WebKit(driver)


PHONES: Mapping[str, Callable[[], AbstractContextManager[Phone]]] = {
    "firefox": _firefox,
    "webkit": _webkit,
}


def wait_for(phone: Phone, expression: str) -> None:
    """Wait until an expression is true in the page that is there by then."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            answer = phone.ask(expression)
        except (Error, WebDriverException) as error:  # asked of a page that goes away
            answer = error
        if answer is True:
            return
        assert time.monotonic() < deadline, f"{expression} is {answer}"
        time.sleep(0.05)


_TAKE = r"""(() => {
  const complaints = sessionStorage.complaints ?? ""
  sessionStorage.removeItem("complaints")
  return complaints.split("\n").filter(Boolean)
})()"""


def take_complaints(phone: Phone) -> list[str]:
    """What went wrong in pages of `complaining` since this was asked before."""
    complaints: list[str] = phone.ask(_TAKE)
    return complaints


_COMPLAIN = r"""
const complain = words => {
  sessionStorage.complaints = `${sessionStorage.complaints ?? ""}${location.pathname} ${words}\n`
}
addEventListener("error", ({message, target}) => {
  if (message) complain(message)
  else if (target.rel !== "next") complain(`does not load: ${target.src ?? target.href}`)
}, true) // Firefox fetches the next page beforehand, in vain when somebody goes elsewhere
addEventListener("unhandledrejection", ({reason}) => complain(`rejects: ${reason}`))
addEventListener("securitypolicyviolation", ({effectiveDirective, blockedURI}) => {
  complain(`is refused: ${effectiveDirective} ${blockedURI}`)
})
for (const level of ["error", "warn"]) console[level] = (...words) => complain(words.join(" "))
"""


def complaining(site: Path, folder: Path) -> Path:
    """A copy of a site whose pages keep what goes wrong: WebKit’s driver does not tell."""
    copytree(site, folder)
    (folder / "complain.js").write_text(_COMPLAIN, encoding="utf-8")
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        first = '<head><script src="/complain.js"></script>'
        page.write_text(text.replace("<head>", first, 1), encoding="utf-8")
    return folder
