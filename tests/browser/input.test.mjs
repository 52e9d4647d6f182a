// The boxes: what they make of good, odd and bad text, and how numbers are changed without typing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, box, goTo, hintOf, holds, keptCase, numberOf, press, reads, region, textOf, type, undo, unfold, until } from "./acts.mjs";
import { startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const FIRST = "星巴克，净价值 +20 元，比便利店多 7.8 元。";
const OLD = { zh: /最后一次有效的结果/, en: /the last result that could be worked out/ };
const costs = (page) => region(page, "客户付出什么");
const priceBox = (page) => box(costs(page), "星巴克·价格（元）");

const isInvalid = async (place) => (await place.getAttribute("aria-invalid")) === "true";

const NOT_A_NUMBER = ["看不懂这个数。", "This does not read as a number."];
const EMPTY = ["这里还没有数。", "No number here yet."];
const WRONG_UNIT = ["这里不用这个单位。", "This unit does not fit here."];
const AMBIGUOUS = ["这个数可以有两种读法。", "This can be read in two ways."];
const TOO_LARGE = ["这个数太大了。", "This number is too large."];
const BAD = {
  "a price": {
    page: "#/perceived", names: ["星巴克·价格（元）", "Starbucks · Price (¥)"], was: "25",
    texts: {
      abc: NOT_A_NUMBER, "": EMPTY, Infinity: NOT_A_NUMBER, NaN: NOT_A_NUMBER, "−": NOT_A_NUMBER,
      "−1": ["不能小于 0 元。", "Cannot be less than ¥0."],
      "(5)": ["不能小于 0 元。", "Cannot be less than ¥0."],
      "1e13": ["不能大于 1,000,000,000,000 元。", "Cannot be more than ¥1,000,000,000,000."],
      "1e400": TOO_LARGE, "1,5": AMBIGUOUS, "1万5": AMBIGUOUS, "3成": WRONG_UNIT, "8折": WRONG_UNIT, "5%": WRONG_UNIT,
      ["9".repeat(5000)]: TOO_LARGE, ["x".repeat(20000)]: NOT_A_NUMBER,
    },
  },
  "a weight": {
    page: "#/perceived", names: ["口味·分量", "Taste · Weight"], was: "30",
    texts: { abc: NOT_A_NUMBER, "": EMPTY, "-1": ["不能小于 0。", "Cannot be less than 0."], "5元": WRONG_UNIT, "1.2.3": AMBIGUOUS },
  },
  "a score": {
    page: "#/perceived", names: ["星巴克·口味·得分（分）", "Starbucks · Taste · Score"], was: "8",
    texts: { 11: ["不能大于 10 分。", "Cannot be more than 10."], "−0.5": ["不能小于 0 分。", "Cannot be less than 0."] },
  },
  "the retention": {
    page: "#/lifetime", names: ["保持率（%）", "Retention rate (%)"], was: "75",
    texts: {
      101: ["不能大于 100%。", "Cannot be more than 100%."], "-3%": ["不能小于 0%。", "Cannot be less than 0%."],
      "10折": AMBIGUOUS, "5年": WRONG_UNIT, "": EMPTY,
    },
  },
  "the horizon": {
    page: "#/lifetime", names: ["计算期（年）", "Horizon (years)"], was: "8",
    texts: { 0: ["不能小于 1 年。", "Cannot be less than 1 year."], 601: ["不能大于 600 年。", "Cannot be more than 600 years."], "6m": AMBIGUOUS },
  },
};

for (const [what, { page: hash, names, was, texts }] of Object.entries(BAD)) {
  test(`bad text in ${what}: said in its place in both languages, and nothing is lost`, async () => {
    const page = await site.open({ hash });
    const good = await textOf(answer(page));
    for (const [text, [zh, en]] of Object.entries(texts)) {
      const place = box(page, names[0]);
      await type(place, text);
      await reads(hintOf(place), (hint) => hint.startsWith(zh));
      assert.ok(await isInvalid(place), `${text.slice(0, 20)} is marked`);
      assert.equal(await textOf(answer(page)), good, "the last good answer stays");
      await until(() => page.locator(".answer.stale").count(), 1);
      await reads(page.locator("main"), OLD.zh);
      await press(page, "EN");
      const english = box(page, names[1]);
      await reads(hintOf(english), (hint) => hint.startsWith(en));
      await reads(page.locator("main"), OLD.en);
      await holds(english, text);
      await press(page, "中文");
      await place.focus();
      await page.keyboard.press("Escape");
      await holds(place, was);
      assert.ok(!(await isInvalid(place)));
      await until(() => page.locator(".answer.stale").count(), 0);
    }
    assert.equal(await textOf(answer(page)), good);
    await page.close();
  });
}

const GOOD = [
  ["#/perceived", "星巴克·价格（元）", [
    ["１２３", "123", ""], ["50万", "500,000", "= 500,000 元"], ["1,234.5", "1,234.5", ""], ["三百二十", "320", "= 320 元"],
    ["¥20", "20", "= 20 元"], ["20元", "20", ""], ["2k", "2,000", "= 2,000 元"], [" 0 ", "0", ""], ["1e3", "1,000", "= 1,000 元"],
  ]],
  ["#/perceived", "星巴克·时间（分钟）", [["2小时", "120", "= 120 分钟"], ["15", "15", ""]]],
  ["#/lifetime", "保持率（%）", [["3成", "30", "= 30%"], ["8折", "80", "= 80%"], ["82%", "82", ""], ["0.5", "0.5", ""]]],
  ["#/lifetime", "第 0 年（元）", [["(500)", "−500", "= −500 元"], ["−1万", "−10,000", "= −10,000 元"]]],
];
for (const [hash, name, texts] of GOOD) {
  test(`the ways to write a number: ${name}`, async () => {
    const page = await site.open({ hash });
    await unfold(page);
    for (const [text, shown, echo] of texts) {
      const place = box(page, name);
      await place.fill(text);
      await reads(hintOf(place), echo);
      assert.ok(!(await isInvalid(place)));
      assert.equal(await place.inputValue(), text, "the text is the reader's while the box has the focus");
      await place.blur();
      await holds(place, shown);
      await reads(hintOf(place), "");
    }
    await page.close();
  });
}

test("Enter writes the number our way, and the box keeps the focus", async () => {
  const page = await site.open();
  const price = priceBox(page);
  await price.fill("1200");
  await page.keyboard.press("Enter");
  await holds(price, "1,200");
  assert.ok(await price.evaluate((place) => place === document.activeElement));
  await page.close();
});

test("every key is answered while typing, and typing is one step back", async () => {
  const page = await site.open();
  await priceBox(page).selectText();
  await page.keyboard.type("2");
  await reads(answer(page), /净价值 \+43 元/);
  await page.keyboard.type("4");
  await reads(answer(page), /净价值 \+21 元/);
  await page.keyboard.type(".");
  await page.keyboard.type("5");
  await reads(answer(page), /净价值 \+20\.5 元/);
  await priceBox(page).blur();
  await undo(page);
  await reads(answer(page), FIRST);
  assert.ok(await page.getByRole("button", { name: "撤销" }).isDisabled());
  await page.close();
});

test("Escape takes back what was typed, readable or not", async () => {
  const page = await site.open();
  await priceBox(page).selectText();
  await page.keyboard.type("30");
  await reads(answer(page), /净价值 \+15 元/);
  await page.keyboard.press("Escape");
  await holds(priceBox(page), "25");
  await reads(answer(page), FIRST);
  await page.close();
});

test("undo from within the box: the box shows what is in force again", async () => {
  const page = await site.open();
  await priceBox(page).selectText();
  await page.keyboard.type("30");
  await undo(page);
  await reads(answer(page), FIRST);
  await holds(priceBox(page), "25");
  await page.close();
});

test("undo while a box cannot be read: it is not left looking like a good number", async () => {
  const page = await site.open();
  await type(box(page, "口味·分量"), "40");
  await type(priceBox(page), "abc");
  await page.locator("h1").click();
  await undo(page);
  await holds(box(page, "口味·分量"), "30");
  const stands = await priceBox(page).inputValue();
  assert.ok(stands === "25" || (await isInvalid(priceBox(page))), `the box says ${stands} and is not marked`);
  await page.close();
});

test("one box in trouble leaves the others working", async () => {
  const page = await site.open();
  await type(priceBox(page), "abc");
  await type(box(costs(page), "便利店·价格（元）"), "6");
  await reads(answer(page), "星巴克，净价值 +20 元，比便利店多 1.8 元。");
  await until(() => page.locator(".answer.stale").count(), 1);
  await type(priceBox(page), "24");
  await reads(answer(page), "星巴克，净价值 +21 元，比便利店多 2.8 元。");
  await until(() => page.locator(".answer.stale").count(), 0);
  await page.close();
});

test("two boxes of one number: only the one with the bad text is marked, and a good number in the other mends it", async () => {
  const page = await site.open();
  await unfold(page);
  const leaf = box(page.locator("section.tree"), "星巴克·价格（元）");
  await type(priceBox(page), "abc");
  await until(() => isInvalid(priceBox(page)), true);
  assert.ok(!(await isInvalid(leaf)), "25 in the tree is no bad number");
  await type(leaf, "24");
  await reads(answer(page), /净价值 \+21 元/);
  await holds(priceBox(page), "24");
  assert.ok(!(await isInvalid(priceBox(page))));
  await page.close();
});

test("a page that is left takes its bad text with it, and brings it again while the number is the same", async () => {
  const page = await site.open();
  await type(priceBox(page), "abc");
  await goTo(page, "终身价值");
  await until(() => page.locator(".answer.stale").count(), 0);
  await goTo(page, "感知价值");
  await holds(priceBox(page), "abc");
  await until(() => page.locator(".answer.stale").count(), 1);
  await goTo(page, "双赢定价");
  await type(box(page, "星巴克·价格（元）"), "26");
  await goTo(page, "感知价值");
  await holds(priceBox(page), "26");
  await page.close();
});

test("an input method is not disturbed while it composes, and its text is taken at the end", async () => {
  const page = await site.open();
  const price = priceBox(page);
  const debug = await page.context().newCDPSession(page);
  await price.selectText();
  for (const text of ["s", "sh", "shi", "shi w", "shi wan", "十万"]) {
    await debug.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await holds(price, text);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    assert.equal(await price.inputValue(), text);
    assert.equal(await textOf(answer(page)), FIRST, "nothing is taken yet");
    assert.ok(!(await isInvalid(price)), "and nothing is refused yet");
  }
  await debug.send("Input.insertText", { text: "十万" });
  await holds(price, "十万");
  await reads(hintOf(price), "= 100,000 元");
  await reads(answer(page), /^便利店，净价值 \+12\.2 元/);
  await price.blur();
  await holds(price, "100,000");
  await page.close();
});

test("a composition in the middle of a number, and one that is given up", async () => {
  const page = await site.open();
  const price = priceBox(page);
  const debug = await page.context().newCDPSession(page);
  const compose = (text) => debug.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await price.fill("2");
  await page.keyboard.press("End");
  await compose("bai");
  await holds(price, "2bai");
  await debug.send("Input.insertText", { text: "百" });
  await holds(price, "2百");
  await reads(hintOf(price), "= 200 元");
  await compose("wan");
  await compose("");
  await holds(price, "2百");
  await price.blur();
  await holds(price, "200");
  await page.close();
});

test("back to the number of the sample", async () => {
  const page = await site.open();
  const price = priceBox(page);
  await type(price, "30");
  const cell = numberOf(price);
  await price.focus();
  await reads(cell, /原来是 25 元/);
  await cell.getByRole("button", { name: /恢复/ }).click();
  await holds(price, "25");
  await until(() => cell.getByText("原来是").count(), 0);
  await reads(answer(page), FIRST);
  await undo(page);
  await holds(price, "30");
  await page.close();
});

test("Tab leads from a number that was typed to the next one, Shift+Tab to the way back", async () => {
  const page = await site.open();
  const costs = region(page, "客户付出什么");
  const names = ["星巴克·价格（元）", "便利店·价格（元）", "办公室速溶·价格（元）"];
  await box(costs, names[0]).click();
  for (const text of ["26", "13", "4"]) {
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  for (const [k, text] of ["26", "13", "4"].entries()) await holds(box(costs, names[k]), text);
  await box(costs, names[1]).focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await holds(box(costs, names[1]), "12");
  await holds(box(costs, names[0]), "26");
  await page.close();
});

test("bad text goes too when the number of the sample is restored", async () => {
  const page = await site.open();
  const perfect = box(page, "满分方案值（元）");
  await type(perfect, "70");
  await perfect.fill("abc");
  await numberOf(perfect).getByRole("button", { name: /恢复/ }).click();
  await holds(perfect, "60");
  assert.ok(!(await isInvalid(perfect)));
  await page.close();
});

test("the slider and the box by keyboard, by steps of one", async () => {
  const page = await site.open();
  const perfect = box(page, "满分方案值（元）");
  const slider = page.getByRole("slider", { name: /^满分方案值.*滑块$/ });
  await slider.focus();
  for (const [key, value] of [["ArrowRight", "61"], ["ArrowUp", "62"], ["ArrowLeft", "61"], ["PageUp", "71"], ["PageDown", "61"]]) {
    await page.keyboard.press(key);
    await holds(perfect, value);
    await until(() => slider.getAttribute("aria-valuetext"), `${value} 元`);
  }
  await perfect.focus();
  await page.keyboard.press("ArrowUp");
  await holds(perfect, "62");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await holds(perfect, "60");
  await reads(answer(page), FIRST);
  await page.close();
});

test("the slider by mouse, one step back", async () => {
  const page = await site.open();
  const slider = page.getByRole("slider", { name: /^满分方案值.*滑块$/ });
  const { x, y, width, height } = await slider.boundingBox();
  await page.mouse.move(x + width * 0.3, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.75, y + height / 2, { steps: 5 });
  await page.mouse.up();
  // The slider goes to 200.
  const perfect = box(page, "满分方案值（元）");
  await until(async () => Math.abs(Number(await perfect.inputValue()) - 150), (off) => off <= 10);
  await undo(page);
  await holds(perfect, "60");
  await page.close();
});

test("the step buttons, each a step back", async () => {
  const page = await site.open();
  const perfect = box(page, "满分方案值（元）");
  await press(page, "增大·满分方案值（元）");
  await press(page, "增大·满分方案值（元）");
  await holds(perfect, "62");
  await press(page, "减小·满分方案值（元）");
  await holds(perfect, "61");
  await undo(page);
  await holds(perfect, "62");
  await undo(page);
  await undo(page);
  await holds(perfect, "60");
  await page.close();
});

test("a number beyond the slider's end is taken, and the slider follows", async () => {
  const page = await site.open();
  await type(box(page, "满分方案值（元）"), "5000");
  const slider = page.getByRole("slider", { name: /^满分方案值.*滑块$/ });
  await until(() => slider.getAttribute("aria-valuetext"), "5,000 元");
  assert.ok(Number(await slider.getAttribute("max")) >= 5000);
  await page.close();
});

test("names: any text is taken as text", async () => {
  const page = await site.open();
  const nasty = `<img src=x onerror="alert(1)"> & "quotes" ${"长".repeat(300)}`;
  const name = box(page, "方案·名称");
  await type(name, nasty);
  await until(async () => (await name.inputValue()).length, 200);
  await reads(answer(page), (text) => text.startsWith('<img src=x onerror="alert(1)"> & "quotes"'));
  await until(() => page.locator("main img[src]").count(), 0);
  await until(async () => (await keptCase(page))?.offers[0].name?.length, 200);
  await page.close();
});

test("what is refused leaves the number it had, letter by letter, and stands there again when its page does", async () => {
  const page = await site.open();
  const price = priceBox(page);
  await type(price, "6800");
  await price.click();
  await price.pressSequentially("1,5");
  await reads(hintOf(price), (hint) => hint.length > 5);
  assert.ok(await isInvalid(price));
  await until(async () => (await keptCase(page)).offers[0].price, 6800);
  await price.blur();
  await goTo(page, "双赢定价");
  await holds(box(page, "星巴克·价格（元）"), "6,800");
  await goTo(page, "感知价值");
  await holds(price, "1,5");
  await price.focus();
  await page.keyboard.press("Escape");
  await holds(price, "6,800");
  await page.close();
});

test("the click into a box selects its number; the next one puts the caret", async () => {
  const page = await site.open();
  const price = priceBox(page);
  await price.click();
  await page.keyboard.type("31");
  await holds(price, "31");
  await price.click();
  await page.keyboard.press("End");
  await page.keyboard.type("5");
  await holds(price, "315");
  await page.close();
});

test("a finger that scrolls over a slider moves nothing", async () => {
  const page = await site.open({ width: 390, height: 844, touch: true, hash: "#/win-win" });
  const slider = page.getByRole("slider", { name: /^星巴克·单位成本/ }).first();
  await slider.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 60));
  const cost = box(page, "星巴克·单位成本（元）");
  const before = await cost.inputValue();
  const { x, y, width, height } = await slider.boundingBox();
  const debug = await page.context().newCDPSession(page);
  const top = await page.evaluate(() => scrollY);
  const finger = (down) => ({ x: x + 0.8 * width, y: y + height / 2 - down });
  await debug.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [finger(0)] });
  for (let down = 12; down <= 240; down += 12) {
    await debug.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [finger(down)] });
    await page.waitForTimeout(16);
  }
  await debug.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await until(() => page.evaluate(() => scrollY), (now) => now > top + 50);
  await holds(cost, before);
  await page.close();
});
