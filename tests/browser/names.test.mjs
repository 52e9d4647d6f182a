// What is operated has a name in the language of the page, and shows that it has the focus.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LANGUAGES, PAGES, SAMPLES, goTo, openMenu, press, reads, unfold, until } from "./acts.mjs";
import { startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

// Roles whose names readers hear.
const NAMED = new Set([
  "button", "link", "textbox", "slider", "combobox", "image", "figure", "region", "group", "navigation", "heading", "option",
  "columnheader", "math",
]);
// Rows, groups and cells may be without a name of their own; what is operated or looked at may not.
const MUST = new Set(["button", "link", "textbox", "slider", "combobox", "image", "figure", "region", "navigation"]);
const SAME_IN_BOTH = /^(PNG|SVG|CSV|EN|⋯|(BG|MBG|Pareto)\/NBD)$/;

async function namesOf(page) {
  const debug = await page.context().newCDPSession(page);
  const { nodes } = await debug.send("Accessibility.getFullAXTree");
  await debug.detach();
  return nodes
    .filter(({ ignored, role }) => !ignored && NAMED.has(role?.value))
    .map(({ role, name }) => ({ role: role.value, name: name?.value ?? "" }));
}

const hasHan = (text) => /\p{Script=Han}/u.test(text);
const hasLatin = (text) => /[A-Za-z]{2}/.test(text);
const isForeign = {
  zh: ({ name, role }) => role !== "math" && hasLatin(name) && !hasHan(name) && !SAME_IN_BOTH.test(name),
  en: ({ name }) => hasHan(name) && name !== "中文",
};

/** Says which names of the page, with a menu open or none, are missing or in the other language. */
async function checkNames(page, short, menus, where) {
  const nameless = ({ role, name }) => MUST.has(role) && name.trim() === "";
  // The browser builds its tree of names a little after the page.
  const wrong = async () => {
    const names = await namesOf(page);
    return names.length > 10 ? names.filter((named) => nameless(named) || isForeign[short](named)) : "hardly a name";
  };
  for (const opener of [null, ...menus]) {
    if (opener) await openMenu(opener);
    const menu = opener ? await opener.innerText() : "none";
    await until(wrong, []).catch((error) => assert.fail(`${where}, menu ${menu}: ${error.message}`));
    if (opener) await page.keyboard.press("Escape");
  }
}

test("every button, box and figure has a name, in both languages, in every sample", async () => {
  const page = await site.open();
  // The language in which a page was left is the one in which the next is entered.
  let shorts = Object.values(LANGUAGES);
  const titles = { zh: "打开这个案例: ", en: "Open this case: " };
  for (let sample = 0; sample < Object.keys(SAMPLES).length; sample += 1) {
    await goTo(page, PAGES.cases[shorts[0]]);
    const offered = page.getByRole("button", { name: new RegExp(`^${titles[shorts[0]]}`) });
    await until(() => offered.count(), Object.keys(SAMPLES).length);
    await offered.nth(sample).click();
    for (const words of Object.values(PAGES)) {
      await goTo(page, words[shorts[0]]);
      await reads(page.locator("h1"), words.question[shorts[0]]);
      await unfold(page);
      // The menus are the same in every case.
      const menus = sample === 0 ? (await page.locator(".menu > button").all()).slice(0, 5) : [];
      for (const short of shorts) {
        await press(page, short === "zh" ? "中文" : "EN");
        await reads(page.locator("h1"), words.question[short]);
        await checkNames(page, short, menus, `${words[short]} of sample ${sample}`);
      }
      shorts = shorts.toReversed();
    }
  }
  await page.close();
});

for (const [language, short] of Object.entries(LANGUAGES)) {
  test(`no text in the other language is seen, in ${language}`, async () => {
    const page = await site.open({ language });
    for (const words of Object.values(PAGES)) {
      await goTo(page, words[short]);
      await reads(page.locator("h1"), words.question[short]);
      const texts = await page.locator("body").evaluate((body) => {
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
          const { parentElement, textContent } = walker.currentNode;
          if (parentElement.checkVisibility() && !parentElement.closest("math, script")) found.push(textContent.trim());
        }
        return found;
      });
      const foreign = texts.map((name) => ({ name, role: "text" })).filter(isForeign[short]);
      assert.deepEqual(foreign.filter(({ name }) => !/^(CLV|AC|HK)/.test(name)), []);
    }
    await page.close();
  });
}

test("no two different boxes of a page share a name", async () => {
  const page = await site.open();
  for (const words of Object.values(PAGES)) {
    await goTo(page, words.zh);
    await reads(page.locator("h1"), words.question.zh);
    const boxes = await page.locator("main .number input[type=text]").evaluateAll((places) =>
      places.map((place) => ({ name: place.ariaLabel, value: place.value, part: place.closest("section.traps, section.tree, section.perception")?.className ?? "" })));
    const seen = new Map();
    for (const { name, part } of boxes) {
      // The tree and the guesses show numbers that stand elsewhere on the page too.
      if (/tree|perception/.test(part)) continue;
      assert.ok(!seen.has(name), `${name} twice on ${words.zh}`);
      seen.set(name, part);
    }
  }
  await page.close();
});

const THEMES = ["light", "dark", "projector"];

test("whatever has the focus shows it, in every theme", async () => {
  for (const hash of Object.keys(PAGES)) {
    const page = await site.open({ theme: "light", hash: `#/${hash}` });
    const unseen = new Set();
    let stops = 0;
    for (; stops < 260; stops += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate((themes) => {
        const at = document.activeElement;
        if (at === document.body || at.dataset.seen) return null;
        at.dataset.seen = "1";
        const root = document.documentElement;
        const isMarked = (element) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
        };
        // A theme colours alike what has the same classes and marks all the way up.
        const mark = ({ name, value }) => /^(class|data-(?!seen)|aria-(pressed|expanded|current|invalid|orientation))/.test(name) ? `${name}=${value}` : "";
        let kind = "";
        for (let up = at; up; up = up.parentElement) kind += `${up.tagName} ${[...up.attributes].map(mark).join(" ")}<`;
        globalThis.kinds ??= new Set();
        const isNew = !globalThis.kinds.has(kind);
        globalThis.kinds.add(kind);
        const unmarked = (isNew ? themes : themes.slice(0, 1)).filter((theme) => {
          if (isNew) root.dataset.theme = theme;
          return ![at, at.parentElement, ...at.children].some(isMarked);
        });
        if (isNew) root.dataset.theme = themes[0];
        const { width, height } = at.getBoundingClientRect();
        return {
          name: `${at.tagName} ${at.className} ${at.ariaLabel ?? at.innerText}`.slice(0, 80),
          unmarked,
          isThere: width > 0 && height > 0,
        };
      }, THEMES);
      if (!stop) break;
      if (stop.unmarked.length > 0 || !stop.isThere) unseen.add(`${stop.name} ${stop.unmarked}`);
    }
    assert.ok(stops > 10, `${stops} stops on ${hash}`);
    assert.deepEqual([...unseen], [], hash);
    await page.close();
  }
});
