"""A report page in headless Chromium, with what it must never do watched all the while."""

import base64
import gzip
import json
import os
import pathlib
import re
import sys
import tempfile
import time
import urllib.parse

SKIPPED = 77


def skip_all(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


try:
    from selenium import webdriver
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError:  # Debian's selenium belongs to Debian's Python
    system = "/usr/bin/python3"
    if os.path.exists(system) and os.path.realpath(sys.executable) != os.path.realpath(system):
        os.execv(system, [system, *sys.argv])
    skip_all("no selenium: apt-get install python3-selenium chromium chromium-driver")

WIDE, NARROW = (1280, 900), (400, 860)


class Failed(Exception):
    """A check that does not hold."""


class NotHere(Exception):
    """What a check needs is not in this report."""


def check(holds, message):
    if not holds:
        raise Failed(message)


def need(value, what):
    if not value:
        raise NotHere(what)
    return value


def read_data(path):
    """The data inside a report page."""
    page = pathlib.Path(path).read_text("utf-8")
    packed = re.search(r'<script type="application/octet-stream" id="data">([^<]*)</script>', page)
    check(packed, f"{path}: no data in it")
    return json.loads(gzip.decompress(base64.b64decode(packed.group(1))))


class Page:
    """The page at one window size. Paths are fragments without language: "commitments?state=passed"."""

    def __init__(self, path, size=WIDE):
        self.address = pathlib.Path(path).resolve().as_uri()
        options = webdriver.ChromeOptions()
        options.binary_location = next(
            (p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if os.path.exists(p)), ""
        )
        for argument in (
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-ipc-flooding-protection",  # it drops changes of the address that come fast
            "--lang=ru",
            f"--window-size={size[0]},{size[1]}",
        ):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        try:
            self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        except WebDriverException as error:
            skip_all(
                f"chromium does not start: {str(error).splitlines()[0]}; apt-get install chromium chromium-driver"
            )
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False},
        )
        # Alerts would block everything; whatever a payload calls is counted.
        self.driver.execute_cdp_cmd(
            "Page.addScriptToEvaluateOnNewDocument",
            {"source": "window.alert = () => { window.pwned = 'alert'; };"},
        )
        self.console, self.requests, self.blocked = [], {}, set()

    def close(self):
        self.watch()
        self.driver.quit()

    def watch(self):
        """Takes what the browser has logged since the last time."""
        self.console += [f"{entry['level']}: {entry['message']}" for entry in self.driver.get_log("browser")]
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if url.split("#")[0] != self.address and not url.startswith(("data:", "blob:")):
                    self.requests[message["params"]["requestId"]] = url
            elif message["params"].get("blockedReason") == "csp":
                self.blocked.add(message["params"]["requestId"])

    def saved(self, click):
        """What a click saves: (name of the file, its bytes)."""
        with tempfile.TemporaryDirectory() as folder:
            self.driver.execute_cdp_cmd(
                "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": folder}
            )
            click()
            until = time.monotonic() + 10
            while time.monotonic() < until:
                files = [path for path in pathlib.Path(folder).iterdir() if path.suffix == ".csv"]
                if files:
                    return files[0].name, files[0].read_bytes()
                time.sleep(0.05)
        raise Failed("nothing was saved within 10 s")

    def before_page(self, source):
        """A script that runs before those of each page; gives what takes it away again."""
        made = self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
        return lambda: self.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)

    def expected(self, *words):
        """Takes messages of the console that a test has provoked; what else there is stays a fault."""
        self.watch()
        found = [message for message in self.console if any(word in message for word in words)]
        self.console = [message for message in self.console if message not in found]
        return found

    # Going places
    def open(self, path="", language="ru"):
        """Loads the page anew at a fragment, as one who was sent the link."""
        self.driver.get("about:blank")
        joint = "&" if "?" in path else "?"
        self.driver.get(
            f"{self.address}#/{path}{joint}lang={language}" if language else f"{self.address}#/{path}"
        )
        self.wait("document.querySelector('main h1')", "the page shows a heading", 60)

    def follow(self, path, language="ru"):
        """Goes to a fragment within the loaded page."""
        joint = "&" if "?" in path else "?"
        if self.fragment() == urllib.parse.unquote(f"#/{path}{joint}lang={language}"):
            return
        self.js(
            "const old = document.querySelector('main h1'); old && old.setAttribute('data-old', ''); location.hash = arguments[0]",
            f"#/{path}{joint}lang={language}",
        )
        self.wait("document.querySelector('main h1:not([data-old])')", f"{path} is shown", 30)

    def wait(self, condition, what, seconds=10):
        self.until(lambda: self.js(f"return Boolean({condition})"), what, seconds)

    # The page moves on a moment after its address, later where the machine is busy.
    def until(self, met, what, seconds=10):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if met():
                return
            time.sleep(0.03)
        raise Failed(f"waited {seconds} s in vain until {what}; at {self.fragment()}")

    # Asking
    def js(self, code, *arguments):
        return self.driver.execute_script(code, *arguments)

    def fragment(self):
        return urllib.parse.unquote(self.js("return location.hash"))

    def text(self, selector):
        return self.js("return document.querySelector(arguments[0])?.textContent ?? null", selector)

    def texts(self, selector):
        return self.js(
            "return [...document.querySelectorAll(arguments[0])].map(one => one.textContent)", selector
        )

    def find(self, selector):
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        check(found, f"nothing is {selector} at {self.fragment()}")
        return found[0]

    def rows(self):
        """Texts of the first column of the list."""
        return self.texts(".list tbody tr td:first-child a")

    def count(self):
        """The number of rows that the list says it has."""
        digits = re.match(r"[\d\s\u00a0\u202f]+", self.text(".count") or "")
        return int(re.sub(r"\D", "", digits.group(0))) if digits else 0

    # Doing
    def press(self, *keys):
        webdriver.ActionChains(self.driver).send_keys(*keys).perform()

    def tab_until(self, condition, what, most=80):
        """Presses Tab until the focused element (`it`) fits."""
        for _ in range(most):
            self.press(Keys.TAB)
            if self.js(f"const it = document.activeElement; return Boolean({condition})"):
                return
        raise Failed(f"{most} times Tab do not reach {what} at {self.fragment()}")

    def choose(self, key, value):
        """Sets a filter as a reader does."""
        self.js(
            "const it = document.getElementById('filter-' + arguments[0]); it.value = arguments[1];"
            "it.dispatchEvent(new Event('input', {bubbles: true}))",
            key,
            value,
        )

    def scheme(self, name):
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"media": "", "features": [{"name": "prefers-color-scheme", "value": name}]},
        )

    def nodes(self):
        """The accessibility tree: what a screen reader is told."""
        self.driver.execute_cdp_cmd("Accessibility.enable", {})
        return self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]


CONTRAST = r"""
const parse = (text) => { const n = text.match(/[\d.]+/g).map(Number); return [n[0], n[1], n[2], n.length > 3 ? n[3] : 1]; };
const over = (top, under) => top.slice(0, 3).map((c, k) => c * top[3] + under[k] * (1 - top[3]));
const luminance = (rgb) => { const [r, g, b] = rgb.map((c) => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ground = (element) => { const layers = []; for (let e = element; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
  return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]); };
const bad = new Map(); let seen = 0;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !element.getClientRects().length || element.closest('.hidden, :disabled, noscript, option')) continue;
  const style = getComputedStyle(element); const size = parseFloat(style.fontSize);
  if (style.visibility === 'hidden') continue;
  const back = ground(element); const fore = over(parse(style.color), back);
  const [a, b] = [luminance(fore), luminance(back)].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05); const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  ++seen;
  if (ratio < (large ? 3 : 4.5)) bad.set(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`, walker.currentNode.data.trim().slice(0, 30));
}
return [seen, [...bad].slice(0, 8).map((one) => one.join(': '))];
"""

# What hostile data could have made: scripts, handlers, frames, addresses that run.
INTRUDERS = r"""
const found = [...document.body.querySelectorAll('script, iframe, object, embed, base, meta, style, link, svg, math, img, form[action]')];
const handlers = [...document.body.querySelectorAll('*')].filter((one) => [...one.attributes].some(({name}) => name.startsWith('on') || name === 'srcdoc'));
const addresses = [...document.body.querySelectorAll('[href], [src]')].filter((one) => !/^(#|https?:)/.test(one.getAttribute('href') || one.getAttribute('src')));
return [window.pwned ?? null, ...[...found, ...handlers, ...addresses].slice(0, 3).map((one) => one.outerHTML.slice(0, 120))];
"""
