// Boxes and menus in tables: each shows all of its number, and nothing lies over what is pressed next.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { box, goTo, holds, openMenu, openSample, PAGES, press, region, SAMPLES, type, unfold, until } from "./acts.mjs";
import { startSite } from "./support.mjs";

const SIZES = [{ width: 1366, height: 768 }, { width: 390, height: 844 }];
/** Pages with a case in them. */
const NAMES = Object.keys(PAGES).filter((name) => name !== "cases");

let site;
before(async () => { site = await startSite(); });
after(() => site.stop());

const openPage = (name, size) => site.open({ language: "zh-CN", hash: `#/${name}`, ...size });

/** Boxes whose number does not fit into them. */
const cutBoxes = (page) => page.locator(".box input").evaluateAll((boxes) => boxes
  .filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth)
  .map((box) => `${box.getAttribute("aria-label")}: ${box.value} (${box.scrollWidth} > ${box.clientWidth})`));

/** What the words under the box in use lie over, or are cut off by. */
const coveredByWords = (used) => used.evaluate((input) => {
  const note = [...input.closest(".number").querySelectorAll(".hint, .original")]
    .find((words) => words.checkVisibility({ visibilityProperty: true }) && words.textContent.trim());
  if (!note) return ["no words under the box"];
  const place = note.getBoundingClientRect();
  const meets = (other) => {
    const { left, right, top, bottom } = other.getBoundingClientRect();
    return left < place.right - 1 && right > place.left + 1 && top < place.bottom - 1 && bottom > place.top + 1;
  };
  const others = [...document.querySelectorAll("main :is(input, button, select)")]
    .filter((other) => !note.contains(other) && other.checkVisibility({ visibilityProperty: true }));
  return others.filter(meets).map((other) => other.getAttribute("aria-label") || other.textContent);
});

for (const size of SIZES) {
  for (const name of NAMES) {
    test(`${name} at ${size.width}: the words under a box in a table cover no other control`, async () => {
      const page = await openPage(name, size);
      await unfold(page);
      const tables = page.locator(".grid:has(td .box input)");
      for (let k = 0; k < await tables.count(); k += 1) {
        const rows = tables.nth(k).locator("tr:has(.box input)");
        for (const row of new Set([0, await rows.count() - 1])) {
          const used = rows.nth(row).locator(".box input").last();
          const kept = await used.inputValue();
          for (const text of ["?", `${Number(kept.replaceAll(",", "")) + 1}`]) {
            await used.fill(text);
            await until(() => used.evaluate((input) => input.closest(".number").className), /trouble|changed/);
            assert.deepEqual(await coveredByWords(used), [], `${await used.getAttribute("aria-label")}: ${text}`);
          }
        }
      }
      await page.close();
    });

    test(`${name} at ${size.width}: everything in the menu of the last row of a table can be pressed`, async () => {
      const page = await openPage(name, size);
      await unfold(page);
      const openers = page.locator(".grid tbody:last-child tr:last-child .act .opener, .grid tbody:last-child tr:nth-last-child(2) .act .opener");
      for (const opener of await openers.all()) {
        await openMenu(opener);
        const list = opener.locator("xpath=..").locator(".list button");
        await until(() => list.count(), 3);
        const hidden = await list.evaluateAll((items) => items.filter((item) => {
          const { left, top, width, height } = item.getBoundingClientRect();
          return !item.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }).map((item) => item.textContent));
        assert.deepEqual(hidden, [], await opener.getAttribute("aria-label"));
        await page.keyboard.press("Escape");
      }
      await page.close();
    });
  }

  test(`the box below takes the next number at ${size.width}, and the one before it stays`, async () => {
    const page = await openPage("perceived", size);
    const first = box(page, "星巴克·价格（元）");
    const next = box(page, "星巴克·时间（分钟）");
    await first.fill("128000");
    await next.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await next.boundingBox();
    await page.mouse.click(x + width / 2, y + height / 2);
    assert.ok(await next.evaluate((input) => input === document.activeElement));
    await page.keyboard.type("7");
    await holds(first, "128,000");
    await page.close();
  });

  test(`a number of many digits is seen whole at ${size.width}`, async () => {
    const page = await openPage("perceived", size);
    for (const [text, shown] of [["128000", "128,000"], ["9999999.5", "9,999,999.5"]]) {
      for (const offer of ["星巴克", "便利店"]) {
        await type(box(page, `${offer}·价格（元）`), text);
        await holds(box(page, `${offer}·价格（元）`), shown);
      }
      assert.deepEqual(await cutBoxes(page), []);
    }
    await page.close();
  });
}

test("every box shows all of its number at every width, in every sample", async () => {
  const page = await openPage("cases", SIZES[0]);
  for (const title of Object.values(SAMPLES)) {
    await openSample(page, title, PAGES.perceived.zh);
    for (const name of NAMES) {
      await goTo(page, PAGES[name].zh);
      await unfold(page);
      for (const { width, height } of SIZES) {
        await page.setViewportSize({ width, height });
        await until(() => cutBoxes(page), []).catch((error) => assert.fail(`${title}, ${name}, ${width}: ${error.message}`));
      }
    }
  }
  await page.close();
});

test("the last row of a table goes by mouse", async () => {
  const page = await openPage("perceived", SIZES[0]);
  const rows = region(page, "客户看重什么").locator("tbody tr");
  const count = await rows.count();
  await rows.last().locator(".opener").click();
  await rows.last().locator(".list button").last().click();
  await until(() => rows.count(), count - 1);
  await press(page, "撤销");
  await until(() => rows.count(), count);
  await page.close();
});
