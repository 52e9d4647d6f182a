// Every page in both languages and all themes: accessible, quiet, as wide as the screen, and taken along.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { PAGES, SAMPLES, answer, box, figure, goTo, press, reads, region, rowsOf, textOf, type, unfold, until } from "./acts.mjs";
import { axe, sidewaysScroll, startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const LANGUAGES = { "zh-CN": "zh", en: "en" };
const BRAND = { zh: "客户价值", en: "Customer value" };
// The last two are 1366 and 1920 at 200 %.
const WIDTHS = [320, 390, 768, 1366, 1920, 683, 960];

/** All that is asked of a page in one state. */
async function isSound(page, where) {
  assert.deepEqual(await axe(page), [], `${where}: axe`);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await until(() => sidewaysScroll(page), 0).catch(() => assert.fail(`${where}: scrolls sideways at ${width}`));
  }
  assert.deepEqual(await axe(page), [], `${where}: axe at ${WIDTHS.at(-1)}`);
}

for (const [name, words] of Object.entries(PAGES)) {
  for (const [language, short] of Object.entries(LANGUAGES)) {
    for (const theme of ["light", "dark", "projector"]) {
      test(`${name}, ${language}, ${theme}`, async () => {
        const page = await site.open({ language, theme, hash: `#/${name}` });
        await reads(page.locator("h1"), words.question[short]);
        await unfold(page);
        assert.equal(await page.title(), `${words[short]} · ${BRAND[short]}`);
        assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), theme);
        // Themes change colours, not widths.
        if (theme === "light") await isSound(page, name);
        else assert.deepEqual(await axe(page), [], `${name}: axe`);
        await page.close();
      });
    }
  }
}

test("on a phone axe finds nothing either", async () => {
  for (const hash of Object.keys(PAGES)) {
    const page = await site.open({ hash: `#/${hash}`, width: 320, height: 640, touch: true });
    await unfold(page);
    assert.deepEqual(await axe(page), [], hash);
    await page.close();
  }
});

test("sound in its other states: tables, open menus, bad text, no result, messages, long names", async () => {
  const page = await site.open();
  await unfold(page);
  for (const table of await page.getByRole("button", { name: "表", exact: true }).all()) await table.click();
  await type(box(page, "方案·名称"), "一个特别特别长的方案名称".repeat(16));
  await type(box(page, "满分方案值（元）"), "999999999999");
  await isSound(page, "tables and long names");
  for (const figureTab of await page.getByRole("button", { name: "图", exact: true }).all()) await figureTab.click();
  await isSound(page, "figures with long names");
  await type(box(page, "口味·分量"), "abc");
  await page.getByRole("button", { name: "案例文件" }).click();
  await isSound(page, "bad text and a menu");
  await press(page, "回到示例");
  for (const name of ["口味", "环境与氛围", "服务", "品牌"]) await type(box(page, `${name}·分量`), "0");
  await isSound(page, "no result, and a message");
  await page.close();
});

test("sound with as many offers and criteria as there may be", async () => {
  const page = await site.open();
  await unfold(page);
  for (const add of ["加一个方案", "加一项标准", "加一级"]) {
    const button = page.getByRole("button", { name: add });
    while (await button.isEnabled()) await button.click();
  }
  await isSound(page, "full");
  await page.close();
});

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

for (const [language, short] of Object.entries(LANGUAGES)) {
  test(`every button, box and figure has a name, in ${language}`, async () => {
    const page = await site.open({ language });
    const titles = { zh: "打开这个案例: ", en: "Open this case: " };
    const count = await (async () => {
      await goTo(page, PAGES.cases[short]);
      return page.getByRole("button", { name: new RegExp(`^${titles[short]}`) }).count();
    })();
    assert.equal(count, Object.keys(SAMPLES).length);
    for (let sample = 0; sample < count; sample += 1) {
      await goTo(page, PAGES.cases[short]);
      await page.getByRole("button", { name: new RegExp(`^${titles[short]}`) }).nth(sample).click();
      for (const words of Object.values(PAGES)) {
        await goTo(page, words[short]);
        await reads(page.locator("h1"), words.question[short]);
        await unfold(page);
        // The menus are the same in every case.
        const menus = sample === 0 ? (await page.locator(".menu > button").all()).slice(0, 5) : [];
        for (const opener of [null, ...menus]) {
          if (opener) await opener.click();
          const nameless = ({ role, name }) => MUST.has(role) && name.trim() === "";
          const wrong = async () => (await namesOf(page)).filter((named) => nameless(named) || isForeign[short](named));
          // The browser builds its tree of names a little after the page.
          const where = `${words[short]} of sample ${sample}, menu ${opener ? await opener.innerText() : "none"}`;
          await until(wrong, []).catch((error) => assert.fail(`${where}: ${error.message}`));
          assert.ok((await namesOf(page)).length > 10, where);
          if (opener) await page.keyboard.press("Escape");
        }
      }
    }
    await page.close();
  });

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

test("deep links, back and forward, and an unknown address", async () => {
  const page = await site.open({ hash: "#/lifetime" });
  const heading = page.locator("h1");
  const isAt = async (name) => {
    await reads(heading, PAGES[name].question.zh);
    await reads(page.getByRole("navigation").locator("[aria-current=page]"), PAGES[name].zh);
    await until(() => page.title(), `${PAGES[name].zh} · 客户价值`);
  };
  await isAt("lifetime");
  await goTo(page, "案例库");
  await isAt("cases");
  await goTo(page, "感知价值");
  await isAt("perceived");
  await page.goBack();
  await isAt("cases");
  await page.goBack();
  await isAt("lifetime");
  await page.goForward();
  await isAt("cases");
  await page.evaluate(() => {
    location.hash = "#/nowhere?x=1";
  });
  await isAt("perceived");
  await page.close();
});

test("another page begins at its top", async () => {
  for (const [width, height] of [[1366, 768], [390, 844]]) {
    const page = await site.open({ width, height });
    await page.evaluate(() => scrollTo(0, 1500));
    await page.evaluate(() => {
      location.hash = "#/lifetime";
    });
    await reads(page.locator("h1"), PAGES.lifetime.question.zh);
    await until(() => page.evaluate(() => scrollY), (y) => y < 200);
    await page.close();
  }
});

test("the skip link jumps over the navigation and leaves the address alone", async () => {
  const page = await site.open({ hash: "#/lifetime" });
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.innerText), "跳到正文");
  assert.ok(await page.getByRole("link", { name: "跳到正文" }).isVisible());
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
  assert.match(page.url(), /#\/lifetime$/);
  await page.close();
});

for (const theme of ["light", "dark", "projector"]) {
  test(`whatever has the focus shows it, ${theme}`, async () => {
    for (const hash of Object.keys(PAGES)) {
      const page = await site.open({ theme, hash: `#/${hash}` });
      const unseen = new Set();
      let stops = 0;
      for (; stops < 260; stops += 1) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const at = document.activeElement;
          if (at === document.body || at.dataset.seen) return null;
          at.dataset.seen = "1";
          const marks = (element, part) => {
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
            return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
          };
          const { width, height } = at.getBoundingClientRect();
          return {
            name: `${at.tagName} ${at.className} ${at.ariaLabel ?? at.innerText}`.slice(0, 80),
            isMarked: [at, at.parentElement, ...at.children].some((element) => marks(element)),
            isThere: width > 0 && height > 0,
          };
        });
        if (!stop) break;
        if (!stop.isMarked || !stop.isThere) unseen.add(stop.name);
      }
      assert.ok(stops > 10, `${stops} stops on ${hash}`);
      assert.deepEqual([...unseen], [], hash);
      await page.close();
    }
  });
}

test("Tab goes into a figure and out of it, never round and round", async () => {
  const page = await site.open();
  await figure(page, "利益与代价").getByRole("img").focus();
  for (let k = 0; k < 5; k += 1) await page.keyboard.press("Tab");
  assert.ok(!(await figure(page, "利益与代价").evaluate((place) => place.contains(document.activeElement))), "three prices, then on");
  await page.close();
});

async function exported(page, title, kind) {
  const place = figure(page, title);
  await place.getByRole("button", { name: /^(保存图表|Save figure)/ }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), place.getByRole("button", { name: kind, exact: true }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const FIGURES = {
  perceived: ["利益与代价", "什么最能改变结果", "价格阶梯", "我们猜的，客户给的"],
  ownership: ["拥有成本，按项目", "到每年年底省了多少", "差在哪里", "逐年付出"],
  value: ["从对手的价格到对客户的价值", "两边各得多少", "客户多付的钱什么时候收回", "每个价格有几个人买"],
  map: ["价值图", "四条规则并排"],
  lifetime: ["累计折现价值", "还在的客户", "什么最能改变终身价值", "逐年现金流"],
  cycle: ["收入、成本与两块面积", "一年年累计下来", "购买五阶段的成本"],
  "win-win": ["一个价格，两边的得失", "双赢还是一头赢"],
  claims: ["什么时候才成立", "走一位，补一位", "越用越多的资产"],
};
for (const [hash, titles] of Object.entries(FIGURES)) {
  test(`figures are taken along as PNG, SVG and CSV: ${hash}`, async () => {
    const page = await site.open({ hash: `#/${hash}` });
    await unfold(page);
    for (const title of titles) {
      const png = await exported(page, title, "PNG");
      assert.equal(png.name, `${title}.png`);
      assert.deepEqual([...png.bytes.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
      assert.ok(png.bytes.readUInt32BE(16) >= 1920, "wide enough to print");
      assert.ok(png.bytes.length > 5000, "not empty");

      const svg = await exported(page, title, "SVG");
      assert.equal(svg.name, `${title}.svg`);
      const read = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
        return {
          error: parsed.querySelector("parsererror")?.textContent ?? null,
          root: parsed.documentElement.localName,
          title: parsed.querySelector("title")?.textContent,
          texts: parsed.querySelectorAll("text").length,
        };
      }, svg.bytes.toString("utf8"));
      assert.deepEqual({ error: read.error, root: read.root, title: read.title }, { error: null, root: "svg", title });
      assert.ok(read.texts > 3);

      const csv = await exported(page, title, "CSV");
      assert.equal(csv.name, `${title}.csv`);
      assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
      const lines = csv.bytes.toString("utf8").slice(1).trimEnd().split("\r\n");
      await figure(page, title).getByRole("button", { name: "表", exact: true }).click();
      const rows = await rowsOf(figure(page, title));
      assert.equal(lines.length, rows.length, `${title}: as many lines as the table has rows`);
      assert.ok(rows[0].every((cell) => lines[0].includes(cell)));
    }
    await page.close();
  });
}

test("the numbers of a CSV are numbers", async () => {
  const page = await site.open();
  const csv = await exported(page, "利益与代价", "CSV");
  const lines = csv.bytes.toString("utf8").slice(1).trimEnd().split("\r\n");
  assert.equal(lines[0], '"元","星巴克","便利店","办公室速溶"');
  assert.ok(lines.includes('"净价值",20,12.2,11.5'), lines.join("\n"));
  await page.close();
});

test("on paper there is the content without what is pressed", async () => {
  for (const [hash, words] of Object.entries(PAGES)) {
    const page = await site.open({ hash: `#/${hash}` });
    await page.emulateMedia({ media: "print" });
    await page.locator("h1").waitFor();
    await answer(page).waitFor();
    // The customers' figures are drawn once another program has found the numbers.
    if (hash !== "cases") await page.locator("canvas").first().waitFor();
    assert.ok(!(await page.getByRole("navigation").isVisible()));
    const left = await page.locator(".toolbar button, .menu, .messages, .skip, .tabs button, .step, .add, input[type=range], .grab")
      .evaluateAll((places) => places.filter((place) => place.checkVisibility()).map((place) => place.className));
    assert.deepEqual(left, [], words.zh);
    await page.close();
  }
});

test("less motion where less is asked for", async () => {
  const page = await site.open({ reducedMotion: "reduce" });
  const moving = await page.locator("body *").evaluateAll((places) => places.filter((place) => {
    const { animationName, animationDuration, transitionDuration } = getComputedStyle(place);
    const long = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
    return (animationName !== "none" && long(animationDuration)) || long(transitionDuration);
  }).map((place) => place.className));
  assert.deepEqual(moving, []);
  await page.close();
});

test("the theme is changed, kept, and given back to the system", async () => {
  const page = await site.open({ system: "dark" });
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  assert.equal(await theme(), "dark");
  const take = async (name) => {
    await page.getByRole("button", { name: "外观" }).click();
    await press(page, name);
  };
  await take("投影");
  await until(theme, "projector");
  await page.reload();
  await page.ready();
  assert.equal(await theme(), "projector");
  await take("跟随系统");
  await until(theme, "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await until(theme, "light");
  await page.close();
});

test("a menu closes on Escape, on a choice, and when the focus leaves it", async () => {
  const page = await site.open();
  const opener = page.getByRole("button", { name: "外观" });
  const isOpen = async () => (await opener.getAttribute("aria-expanded")) === "true";
  await opener.click();
  await until(isOpen, true);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await until(isOpen, false);
  assert.ok(await opener.evaluate((place) => place === document.activeElement), "the focus is back on its button");
  await opener.click();
  await page.locator("h1").click();
  await until(isOpen, false);
  await page.close();
});

test("the picture is sharp and not empty", async () => {
  for (const hash of ["perceived", "lifetime"]) {
    const page = await site.open({ hash: `#/${hash}`, width: 390 });
    for (const canvas of await page.locator("canvas").all()) {
      await until(() => canvas.evaluate((place) => {
        const { data } = place.getContext("2d").getImageData(0, 0, place.width, place.height);
        let drawn = 0;
        for (let k = 3; k < data.length; k += 4) drawn += data[k] > 0 ? 1 : 0;
        return place.width >= 2 * place.clientWidth - 2 && drawn > 500;
      }), true);
    }
    await page.close();
  }
});

test("the cases, each with its lesson, one of them open", async () => {
  const page = await site.open({ hash: "#/cases" });
  const cards = page.getByRole("listitem");
  await until(() => cards.count(), Object.keys(SAMPLES).length);
  assert.match(await textOf(cards.first()), /正在用/);
  await cards.nth(1).getByRole("button").click();
  // It is shown on the page it is about.
  await reads(page.locator("h1"), PAGES.value.question.zh);
  await goTo(page, "案例库");
  await reads(cards.nth(1), /正在用/);
  assert.doesNotMatch(await textOf(cards.first()), /正在用/);
  await goTo(page, "感知价值");
  await reads(answer(page), "卡特彼勒，净价值 +10,000 美元，比对手多 10,000 美元。");
  await until(() => region(page, "两条规则的排名").count(), 1);
  await page.close();
});
