// Every page in both languages and all themes, wide and narrow: nothing for axe to find, nothing to scroll sideways.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LANGUAGES, PAGES, box, goTo, press, reads, type, unfold, until } from "./acts.mjs";
import { axe, sidewaysScroll, startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

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
  const page = await site.open({ width: 320, height: 640, touch: true });
  for (const [hash, words] of Object.entries(PAGES)) {
    await goTo(page, words.zh);
    await unfold(page);
    assert.deepEqual(await axe(page), [], hash);
  }
  await page.close();
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
  await press(page, "恢复案例原样");
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
