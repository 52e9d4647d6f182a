// Before the page is there, and when it breaks: loading, failures, panics, crash loops,
// the theme and the language of the first paint.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { until } from "./acts.mjs";
import { axe, sidewaysScroll, startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const FAILURE = ".boot-failure";
const CASE = "customer-value.case";

/** A page whose wasm never comes: the loading screen stays. */
const neverArrives = (page) => page.route("**/*.wasm", () => {});
/** A page that runs but never says that it is there. */
const neverReady = (page) => page.addInitScript(() => {
  addEventListener("customer-value:ready", (event) => event.stopImmediatePropagation(), true);
});

const kind = (page) => page.locator(FAILURE).getAttribute("data-kind");
const panic = (page, message) => page.evaluate((detail) => {
  dispatchEvent(new CustomEvent("customer-value:panic", { detail }));
}, message);

for (const language of ["zh-CN", "en"]) {
  test(`starts without a word of complaint, ${language}`, async () => {
    const page = await site.open({ language });
    assert.equal(await page.locator("#boot").count(), 0);
    assert.equal(await page.evaluate(() => document.documentElement.lang), language);
    assert.equal(await page.evaluate(() => sessionStorage.getItem("customer-value.boots")), null);
    await page.close();
  });
}

for (const theme of ["light", "dark", "projector"]) {
  for (const language of ["zh-CN", "en"]) {
    test(`loading screen, ${theme}, ${language}`, async () => {
      const page = await site.open({ language, theme, width: 320, until: "loaded", prepare: neverArrives });
      const text = await page.locator("#boot").innerText();
      assert.match(text, /客户价值/);
      assert.match(text, /Customer value/);
      assert.equal(await page.title(), language === "en" ? "Customer value" : "客户价值");
      assert.equal(await sidewaysScroll(page), 0);
      assert.deepEqual(await axe(page), []);
      await page.close();
    });
  }
}

const BACKGROUND = { light: "rgb(252, 252, 250)", dark: "rgb(21, 24, 26)", projector: "rgb(255, 255, 255)" };
const FIRST_THEMES = [
  { theme: "dark", system: "light", shown: "dark" },
  { theme: "light", system: "dark", shown: "light" },
  { theme: "projector", system: "dark", shown: "projector" },
  { system: "dark", shown: "dark" },
  { system: "light", shown: "light" },
];
for (const { theme, system, shown } of FIRST_THEMES) {
  test(`the first paint has the right theme: kept ${theme ?? "none"}, system ${system}`, async () => {
    const page = await site.open({
      theme, system, until: "loaded",
      // What the theme is by the time there is a body to paint.
      prepare: async (opened) => {
        await neverArrives(opened);
        await opened.addInitScript(() => {
          new MutationObserver((_, observer) => {
            if (!document.body) return;
            globalThis.themeAtBody = document.documentElement.dataset.theme;
            observer.disconnect();
          }).observe(document, { childList: true, subtree: true });
        });
      },
    });
    assert.equal(await page.evaluate(() => globalThis.themeAtBody), shown);
    const background = await page.locator("#boot").evaluate((screen) => getComputedStyle(screen).backgroundColor);
    assert.equal(background, BACKGROUND[shown]);
    await page.close();
  });
}

const FIRST_LANGUAGES = [
  { language: "zh-TW", shown: "zh-CN" },
  { language: "en-GB", shown: "en" },
  { language: "de-DE", shown: "zh-CN" },
  { language: "en-US", kept: "zh", shown: "zh-CN" },
  { language: "zh-CN", kept: "en", shown: "en" },
];
for (const { language, kept, shown } of FIRST_LANGUAGES) {
  test(`the first language is ${shown} for a browser in ${language}, kept ${kept ?? "none"}`, async () => {
    const page = await site.open({
      language, until: "loaded", prepare: neverArrives, storage: kept ? { "customer-value.language": kept } : {},
    });
    assert.equal(await page.evaluate(() => document.documentElement.lang), shown);
    await page.close();
  });
}

test("starts without storage too", async () => {
  const page = await site.open({
    until: "loaded",
    prepare: (opened) => opened.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
      }
    }),
  });
  await page.ready();
  await page.close();
});

test("shows how much of the wasm has arrived", async () => {
  const page = await site.open({
    until: "loaded",
    prepare: async (opened) => {
      const debug = await opened.context().newCDPSession(opened);
      await debug.send("Network.enable");
      await debug.send("Network.emulateNetworkConditions", {
        offline: false, latency: 0, downloadThroughput: 400_000, uploadThroughput: 400_000,
      });
    },
  });
  const bar = page.locator("#boot-progress");
  await page.waitForFunction(() => {
    const shown = Number(document.getElementById("boot-progress")?.ariaValueNow);
    return shown > 5 && shown < 95;
  }, null, { polling: 20 });
  assert.ok(await bar.isVisible());
  await page.ready();
  await page.close();
});

test("a part that is not found: says so, and tries again", async () => {
  let missing = true;
  const page = await site.open({
    until: "loaded",
    prepare: (opened) => opened.route("**/*.wasm", (route) => (missing ? route.fulfill({ status: 404 }) : route.fallback())),
  });
  await page.locator(FAILURE).waitFor();
  assert.equal(await kind(page), "download");
  assert.deepEqual(await axe(page), []);
  missing = false;
  await page.getByRole("button", { name: "再试一次" }).click();
  await page.ready();
  page.forgive(/404/);
  await page.close();
});

for (const part of ["wasm", "js"]) {
  test(`no network for the ${part}: says so`, async () => {
    const page = await site.open({
      until: "loaded",
      prepare: (opened) => opened.route(`**/customer-value-*.${part}`, (route) => route.abort("internetdisconnected")),
    });
    await page.locator(FAILURE).waitFor();
    assert.equal(await kind(page), "download");
    page.forgive(/ERR_INTERNET_DISCONNECTED|preload/);
    await page.close();
  });
}

test("a wasm the browser cannot read: asks for another browser", async () => {
  const page = await site.open({
    until: "loaded",
    prepare: (opened) => opened.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "\0asm\x01\0\0\0\x7f" })),
  });
  await page.locator(FAILURE).waitFor();
  assert.equal(await kind(page), "unsupported");
  await page.close();
});

test("a browser without WebAssembly: asks for another browser", async () => {
  const page = await site.open({
    until: "loaded", width: 320, prepare: (opened) => opened.addInitScript(() => delete globalThis.WebAssembly),
  });
  await page.locator(FAILURE).waitFor();
  assert.equal(await kind(page), "unsupported");
  assert.equal(await sidewaysScroll(page), 0);
  assert.deepEqual(await axe(page), []);
  page.forgive(/preload/);
  await page.close();
});

test("without JavaScript: says that it is needed", async () => {
  const page = await site.open({ until: "loaded", javaScript: false });
  const text = await page.locator("#boot").innerText();
  assert.match(text, /请在浏览器设置中允许 JavaScript/);
  assert.match(text, /Please allow JavaScript/);
  await page.close();
});

for (const theme of ["light", "dark", "projector"]) {
  test(`a panic: the screen, ${theme}`, async () => {
    const page = await site.open({ theme, width: 320, language: theme === "dark" ? "en" : "zh-CN" });
    await page.evaluate(() => {
      globalThis.customerValueCase = '{"app":"customer-value"}';
      const open = document.createElement("dialog");
      open.append("A dialog that was open when it happened");
      document.body.append(open);
      open.showModal();
    });
    await panic(page, "index out of bounds");
    const screen = page.getByRole("alertdialog");
    await screen.waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    // A second Escape closes it whatever the page says; it opens again a task later.
    await until(() => screen.evaluate((shown) => shown.contains(document.activeElement)), true);
    assert.ok(await screen.evaluate((shown) => shown.contains(document.elementFromPoint(160, 300))));
    for (const closed of await screen.locator("summary").all()) await closed.click();
    assert.match(await screen.innerText(), /index out of bounds/);
    assert.equal(await page.locator("textarea").inputValue(), '{"app":"customer-value"}');
    assert.equal(await sidewaysScroll(page), 0);
    assert.deepEqual(await axe(page), []);
    await page.close();
  });
}

test("a panic: the case as the page last kept it can be downloaded", async () => {
  const page = await site.open();
  await page.evaluate(() => {
    globalThis.customerValueCase = '{"名":"咖啡"}';
  });
  await panic(page, "broken");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "下载案例" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "customer-value.json");
  assert.equal(await readFile(await download.path(), "utf8"), '{"名":"咖啡"}');
  await page.close();
});

test("a panic: restarting with the sample sets the stored case aside", async () => {
  const page = await site.open({ until: "loaded", prepare: neverArrives, storage: { [CASE]: "what was kept" } });
  await panic(page, "broken");
  await page.getByRole("button", { name: "用示例重新开始" }).click();
  await page.waitForFunction(() => localStorage.getItem("customer-value.case.broken") !== null);
  await page.locator("#boot-progress").waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem("customer-value.case.broken")), "what was kept");
  assert.equal(await page.evaluate(() => localStorage.getItem("customer-value.case")), null);
  await page.close();
});

test("a trap in the wasm shows the screen, an error of something else does not", async () => {
  const page = await site.open();
  await page.evaluate(() => setTimeout(() => { throw new Error("from an extension"); }));
  await page.waitForTimeout(50);
  assert.equal(await page.locator(FAILURE).count(), 0);
  await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
  await page.locator(FAILURE).waitFor();
  assert.equal(await kind(page), "panic");
  page.forgive(/from an extension|unreachable/);
  await page.close();
});

test("after two starts in vain the third asks first", async () => {
  let fetched = 0;
  const page = await site.open({ until: "loaded", prepare: neverReady, storage: { [CASE]: "what was kept" } });
  page.on("request", (request) => {
    if (/customer-value[^/]*\.wasm$/.test(request.url())) fetched += 1;
  });
  const starts = (count) => page.waitForFunction(
    (wanted) => Number(sessionStorage.getItem("customer-value.boots")) === wanted, count);
  await starts(1);
  await page.reload();
  await starts(2);
  fetched = 0;
  await page.reload();
  await page.locator(FAILURE).waitFor();
  assert.equal(await kind(page), "loop");
  assert.equal(fetched, 0);
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "重新开始 Restart", exact: true }).click();
  await starts(1);
  await page.close();
});

test("the policy holds: no inline script, no eval, no way out", async () => {
  const page = await site.open();
  const results = await page.evaluate(async () => {
    const tried = {};
    const script = document.createElement("script");
    script.textContent = "globalThis.inlineRan = true";
    document.body.append(script);
    tried.inline = globalThis.inlineRan === true;
    tried.request = await fetch("http://127.0.0.1:9/").then(() => true, () => false);
    return tried;
  });
  assert.deepEqual(results, { inline: false, request: false });
  page.forgive(/Content Security Policy|Refused|127\.0\.0\.1:9\b/);
  await page.close();
});
