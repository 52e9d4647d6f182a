// What all pages share: addresses, the keyboard, menus and themes, and what is taken along.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { PAGES, SAMPLES, answer, figure, goTo, press, reads, region, rowsOf, textOf, unfold, until } from "./acts.mjs";
import { startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

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

test("a page can be left by the browser's way back whatever has the focus", async () => {
  const page = await site.open({ hash: "#/cases" });
  for (const [name, words] of Object.entries(PAGES).filter(([name]) => name !== "cases")) {
    await goTo(page, words.zh);
    await unfold(page);
    // One of each kind of what can have the focus.
    const kinds = ["main .number:not(.bare) .box input", "main .bare .box input", "main .slider input", "main input.name", "main .grab:not(.quiet)", "main canvas", "main select"];
    for (const kind of kinds) {
      const place = page.locator(kind).first();
      if (!(await place.count())) continue;
      await place.focus();
      await page.goBack();
      await until(() => page.locator("h1").innerText(), (question) => question !== words.question.zh);
      await page.goForward();
      await reads(page.locator("h1"), words.question.zh);
      assert.deepEqual(page.problems, [], `${name}: ${kind}`);
    }
  }
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
  const page = await site.open();
  await page.emulateMedia({ media: "print" });
  for (const [hash, words] of Object.entries(PAGES)) {
    await page.evaluate((address) => { location.hash = address; }, `#/${hash}`);
    await reads(page.locator("h1"), words.question.zh);
    await answer(page).waitFor();
    // The customers' figures are drawn once another program has found the numbers.
    if (hash !== "cases") await page.locator("canvas").first().waitFor();
    assert.ok(!(await page.getByRole("navigation").isVisible()));
    const left = await page.locator(".toolbar button, .menu, .messages, .skip, .tabs button, .step, .add, input[type=range], .grab")
      .evaluateAll((places) => places.filter((place) => place.checkVisibility()).map((place) => place.className));
    assert.deepEqual(left, [], words.zh);
  }
  await page.close();
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
