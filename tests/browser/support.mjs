// What every browser test needs: the built page served, a browser, and pages that
// keep watch over themselves.
//
//   const site = await startSite();
//   after(() => site.stop());
//   const page = await site.open({ language: "zh-CN", theme: "dark", width: 390, height: 844 });
//   …
//   await page.close();   // throws if anything went wrong on the way
import { accessSync, constants, existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import axeCore from "axe-core";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const found = BROWSERS.find(runnable);
  if (!found) throw new Error("no Chromium found; run scripts/setup test, or name one in CHROMIUM");
  return found;
}

/**
 * Starts a server for the built page and one browser, for the whole of a test file. The page
 * is the one in `dist`, or in the folder that the variable DIST names.
 */
export async function startSite({ folder = resolve(root, process.env.DIST || "dist") } = {}) {
  if (!existsSync(join(folder, "index.html"))) throw new Error(`${folder} is empty; build it first: make dist`);
  const server = await serve(folder);
  const browser = await chromium.launch({ executablePath: browserPath(), args: FLAGS });
  return {
    address: server.address,
    browser,
    open: (options) => openPage(browser, server.address, options),
    async stop() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * Opens the page as one reader sees it.
 *
 * - `language`: the browser's ("zh-CN", "en", …); `theme`: the one kept ("light", "dark",
 *   "projector"; without it the system's, which `system` sets: "light" or "dark");
 * - `width`, `height`, `deviceScaleFactor`, `reducedMotion` ("reduce"), `touch`;
 * - `hash`: what follows the address; `storage`: more kept pairs, by their whole keys;
 * - `javaScript: false` switches scripts off;
 * - `prepare(page)`: called before the page is loaded, for routes and init scripts;
 * - `until`: what to wait for, "ready" (the page is mounted) or "loaded" (only the HTML).
 *
 * The page records in `page.problems` every console error and warning, every uncaught
 * error, every request to elsewhere and every request after the page was ready; `close()`
 * throws if there is one. `page.forgive(pattern)` takes expected ones out.
 */
async function openPage(browser, address, options = {}) {
  const {
    language = "zh-CN", theme, system = "light", width = 1280, height = 800, deviceScaleFactor = 1,
    reducedMotion = "no-preference", touch = false, hash = "", storage = {}, javaScript = true,
    prepare = () => {}, until = "ready",
  } = options;
  const kept = { ...storage, ...(theme ? { "customer-value.theme": theme } : {}) };
  const context = await browser.newContext({
    locale: language,
    colorScheme: system,
    viewport: { width, height },
    deviceScaleFactor,
    reducedMotion,
    hasTouch: touch,
    javaScriptEnabled: javaScript,
    acceptDownloads: true,
    storageState: {
      cookies: [],
      origins: [{
        origin: new URL(address).origin,
        localStorage: Object.entries(kept).map(([name, value]) => ({ name, value })),
      }],
    },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  watch(page, address);
  await page.addInitScript(() => {
    addEventListener("customer-value:ready", () => {
      globalThis.customerValueIsReady = true;
    });
  });
  await prepare(page);
  await page.goto(address + hash, { waitUntil: until === "ready" ? "load" : "domcontentloaded" });
  if (until === "ready") await page.ready();
  return page;
}

// Installs the guards.
function watch(page, address) {
  const problems = [];
  let isReady = false;
  page.problems = problems;
  page.forgive = (pattern) => {
    const left = problems.filter((problem) => !pattern.test(problem));
    problems.splice(0, problems.length, ...left);
  };
  /** Waits until the page is mounted; from then on it may request nothing. */
  page.ready = async () => {
    await page.waitForFunction(() => globalThis.customerValueIsReady === true);
    isReady = true;
  };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (request.isNavigationRequest() && url.startsWith(address)) isReady = false;
    if (/^(data|blob):/.test(url)) return;
    if (!url.startsWith(address)) problems.push(`request to elsewhere: ${url}`);
    else if (isReady) problems.push(`request after the page was ready: ${url}`);
  });
  page.on("websocket", (socket) => problems.push(`web socket: ${socket.url()}`));
  page.close = async () => {
    await page.context().close();
    if (problems.length > 0) throw new Error(`the page had problems:\n  ${problems.join("\n  ")}`);
  };
}

/**
 * What axe finds on the page, as short lines (empty when nothing is wrong). It is run
 * through the debugger, because the page's policy rightly allows no foreign script.
 */
export async function axe(page, { within = "document" } = {}) {
  const debug = await page.context().newCDPSession(page);
  const run = async (expression) => {
    const answer = await debug.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? "axe failed");
    return answer.result.value;
  };
  await run(`${axeCore.source}; undefined`);
  const target = within === "document" ? "document" : JSON.stringify(within);
  const options = JSON.stringify({ runOnly: { type: "tag", values: RULES }, resultTypes: ["violations"] });
  const violations = await run(`axe.run(${target}, ${options}).then((result) => result.violations)`);
  await debug.detach();
  return violations.map(({ id, help, nodes }) =>
    `${id}: ${help}\n    ${nodes.map((node) => `${node.target.join(" ")}  ${node.any[0]?.message ?? ""}`).join("\n    ")}`);
}

/** By how many pixels the page can be scrolled sideways; 0 is what it should be. */
export function sidewaysScroll(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
