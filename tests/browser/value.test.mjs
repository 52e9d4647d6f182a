// Price and economic value: the worked examples, dragging, whose number it is, and where there is no value.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SAMPLES, answer, box, choose, drag, dragByTouch, figure, goTo, handle, hintOf, holds, keptCase, openSample, press, reads, rowsOf, textOf, type, undo, unfold, until, wayTo } from "./acts.mjs";
import { axe, sidewaysScroll, startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const WATERFALL = "从对手的价格到对客户的价值";
const openValue = (options) => site.open({ hash: "#/value", ...options });

/** The tractor. */
async function openTractor(options) {
  const page = await site.open(options);
  await openSample(page, SAMPLES.caterpillar, "经济价值");
  await press(page, "知道了");
  return page;
}

const claims = (page) => page.getByRole("region", { name: "我们的话打个折，还成立吗" });
const difference = (page, name) => page.locator(".differences tbody").filter({ has: page.getByRole("textbox", { name: `${name}·把握（%）`, exact: true }) });

test("the tractor: worth 110,000, sold at 100,000, the client keeps 10,000", async () => {
  const page = await openTractor();
  await reads(answer(page), "对客户最多值 110,000 美元；卖 100,000 美元，客户留下 10,000 美元。");
  await reads(page.locator(".flag"), "谁都不亏：从底价 80,000 美元到上限 110,000 美元，价格只决定怎么分。");
  await until(async () => (await rowsOf(claims(page))).slice(1).map((row) => row.filter((cell) => !/把握/.test(cell))), [
    ["更耐用", "+7,000", "+3,500", "0"],
    ["更可靠", "+6,000", "+3,000", "0"],
    ["更好的服务", "+5,000", "+5,000", "+5,000"],
    ["更长的零件保修", "+2,000", "+2,000", "+2,000"],
    ["总经济价值", "110,000", "103,500", "97,000"],
    ["客户留下", "+10,000", "+3,500", "−3,000"],
    ["结果", "谁都不亏", "谁都不亏", "客户亏"],
  ]);
  await reads(page.getByText("我们说的只要兑现"), "我们说的只要兑现 23.08%，客户就不亏。");
  await until(() => page.getByRole("math").first().getAttribute("aria-label"), /= 90,000 \+ 7,000 \+ 6,000 \+ 5,000 \+ 2,000 = 110,000/);
  const waterfall = figure(page, WATERFALL);
  await waterfall.getByRole("button", { name: "表", exact: true }).click();
  await until(async () => (await rowsOf(waterfall)).map((row) => row.at(-1)), ["累计到", "90,000", "97,000", "103,000", "108,000", "110,000", "110,000", "100,000", "110,000"]);
  await page.close();
});

test("reference 300 and 350, 100, 200 more: 950; asking 825 to 850 leaves 125 to 100", async () => {
  const page = await openTractor();
  await type(box(page, "对手·价格（美元）"), "300");
  await type(box(page, "卡特彼勒·单位成本（美元）"), "500");
  await type(box(page, "更耐用·每单位值（美元）"), "350");
  await type(box(page, "更可靠·每单位值（美元）"), "100");
  await type(box(page, "更好的服务·每单位值（美元）"), "200");
  await choose(page, "更长的零件保修: 行操作", "删除");
  await type(box(page, "卡特彼勒·价格（美元）"), "850");
  await reads(answer(page), "对客户最多值 950 美元；卖 850 美元，客户留下 100 美元。");
  await type(box(page, "卡特彼勒·价格（美元）"), "825");
  await reads(answer(page), "对客户最多值 950 美元；卖 825 美元，客户留下 125 美元。");
  await type(box(page, "卡特彼勒·价格（美元）"), "1,000");
  await reads(answer(page), "对客户最多值 950 美元；卖 1,000 美元，客户亏 50 美元。");
  await reads(page.locator(".flag b"), "客户亏");
  await type(box(page, "卡特彼勒·价格（美元）"), "499");
  await reads(page.locator(".flag b"), "我们亏");
  await type(box(page, "卡特彼勒·单位成本（美元）"), "960");
  await reads(page.locator(".flag b"), "没有余地");
  await page.close();
});

test("two sides: 8,000 and 5,000 make 13,000; at −2,000 the client is exploited", async () => {
  const page = await openTractor();
  const sides = page.locator(".finding").filter({ hasText: "我们得" });
  await type(box(page, "卡特彼勒·单位成本（美元）"), "92,000");
  await type(box(page, "更耐用·每单位值（美元）"), "2,000");
  await reads(sides, "我们得 8,000 美元 + 客户得 5,000 美元 = 13,000 美元，双赢：我们分到 61.5%，客户分到 38.5%。");
  await type(box(page, "更可靠·每单位值（美元）"), "0");
  await type(box(page, "更好的服务·每单位值（美元）"), "4,000");
  await reads(sides, "我们得 8,000 美元 + 客户得 −2,000 美元 = 6,000 美元，榨取客户：客户吃亏，早晚会走。");
  await page.close();
});

test("willingness to pay: median 25, mean 28, demand in steps", async () => {
  const page = await openValue();
  await unfold(page);
  const section = page.locator(".willingness");
  await reads(section.locator(".finding"), "中位数 25 元，平均 28 元；收入最多卖 25 元或 20 元，利润最多卖 25 元。");
  await section.getByRole("button", { name: "表", exact: true }).click();
  await until(() => rowsOf(section.locator(".table")), [
    ["价格", "买的人", "收入", "利润"],
    ["20", "5", "100", "60"],
    ["25", "4", "100", "68"],
    ["30", "2", "60", "44"],
    ["40", "1", "40", "32"],
  ]);
  await section.getByRole("button", { name: "加一个回答" }).click();
  await type(box(page, "回答6·最多愿付（元）"), "１００");
  await reads(section.locator(".finding"), /^中位数 27\.5 元，平均 40 元/);
  for (let left = 6; left > 0; left -= 1) {
    await section.locator(".rungs .opener").first().click();
    await press(page, "删除");
  }
  await reads(section.locator(".no-figure"), "还没有人回答。问一问：你最多愿意付多少？");
  await undo(page);
  await reads(section.locator(".finding"), /^中位数 100 元/);
  await page.close();
});

/** Moves our price in the waterfall by 5,000 up, from a place told by the rival's handle. */
const up = (waterfall) => wayTo(waterfall, { name: "卡特彼勒·价格", now: 100_000, to: 105_000 }, { name: "对手·价格", now: 90_000 });

test("our price is dragged with mouse, finger and keys to the same result", async () => {
  const page = await openTractor();
  const price = box(page, "卡特彼勒·价格（美元）");
  const waterfall = figure(page, WATERFALL);
  await drag(page, handle(waterfall, "卡特彼勒·价格"), await up(waterfall));
  await holds(price, "105,000");
  await reads(answer(page), "对客户最多值 110,000 美元；卖 105,000 美元，客户留下 5,000 美元。");
  await undo(page);
  await holds(price, "100,000");
  await handle(waterfall, "卡特彼勒·价格").focus();
  for (let k = 0; k < 5; k += 1) await page.keyboard.press("ArrowRight");
  await holds(price, "105,000");
  // The same price everywhere.
  await goTo(page, "感知价值");
  await holds(box(page, "卡特彼勒·价格（美元）"), "105,000");
  await page.close();
  const phone = await openTractor({ width: 390, height: 844, touch: true });
  const there = figure(phone, WATERFALL);
  await handle(there, "卡特彼勒·价格").scrollIntoViewIfNeeded();
  await dragByTouch(phone, handle(there, "卡特彼勒·价格"), await up(there));
  await holds(box(phone, "卡特彼勒·价格（美元）"), "105,000");
  await phone.close();
});

test("the alternative's price and a difference are dragged", async () => {
  const page = await openTractor();
  const waterfall = figure(page, WATERFALL);
  const mark = { name: "卡特彼勒·价格", now: 100_000 };
  await drag(page, handle(waterfall, "更耐用·每单位值"), await wayTo(waterfall, { name: "更耐用·每单位值", now: 97_000, to: 100_000 }, mark));
  await until(async () => Math.abs(Number((await box(page, "更耐用·每单位值（美元）").inputValue()).replace(",", "")) - 10_000), (off) => off <= 200);
  await undo(page);
  await holds(box(page, "更耐用·每单位值（美元）"), "7,000");
  await drag(page, handle(waterfall, "对手·价格"), await wayTo(waterfall, { name: "对手·价格", now: 90_000, to: 95_000 }, mark));
  await holds(box(page, "对手·价格（美元）"), "95,000");
  await reads(answer(page), /^对客户最多值 115,000 美元/);
  await undo(page);
  await handle(waterfall, "更可靠·每单位值").focus();
  await page.keyboard.press("ArrowLeft");
  await until(async () => (await box(page, "更可靠·每单位值（美元）").inputValue()) !== "6,000", true);
  await page.close();
});

test("the price on the square and on the steps of demand is the same price", async () => {
  const page = await openValue();
  await unfold(page);
  const price = box(page, "星巴克·价格（元）");
  for (const title of ["两边各得多少", "每个价格有几个人买"]) {
    await handle(figure(page, title), "星巴克·价格").focus();
    await page.keyboard.press("ArrowRight");
    await holds(price, "25.5");
    await undo(page);
    await holds(price, "25");
    // A figure that has just come into view may be painted a moment later.
    await until(() => handle(figure(page, title), "星巴克·价格").getAttribute("aria-valuetext"), "25 元");
    await drag(page, handle(figure(page, title), "星巴克·价格"), { x: 60 });
    await until(async () => Number(await price.inputValue()), (found) => found > 25);
    await undo(page);
    await holds(price, "25");
  }
  await page.close();
});

test("whose number it is decides what counts when our claims are doubted", async () => {
  const page = await openTractor();
  await press(page, "只用客户的数");
  await reads(answer(page), "对客户最多值 97,000 美元；卖 100,000 美元，客户亏 3,000 美元。");
  await page.getByRole("combobox", { name: "更耐用·谁的数" }).selectOption({ label: "✓ 客户" });
  await reads(answer(page), "对客户最多值 104,000 美元；卖 100,000 美元，客户留下 4,000 美元。");
  await page.getByRole("combobox", { name: "更耐用·比对手" }).selectOption({ label: "更差" });
  await reads(answer(page), "对客户最多值 90,000 美元；卖 100,000 美元，客户亏 10,000 美元。");
  await reads(difference(page, "更耐用").locator(".counted"), "−7,000");
  await undo(page);
  await undo(page);
  await undo(page);
  await reads(answer(page), /^对客户最多值 110,000 美元/);
  await type(box(page, "更耐用·把握（%）"), "50");
  await type(box(page, "更耐用·归功我们（%）"), "8成");
  await type(box(page, "更耐用·数量"), "2");
  await reads(difference(page, "更耐用").locator(".counted"), "+5,600");
  await page.close();
});

test("the price that leaves the client a share can be taken", async () => {
  const page = await openTractor();
  await type(box(page, "留给客户（%）"), "50");
  const pricing = page.locator(".finding").filter({ hasText: "共同得益" });
  await reads(pricing, /^共同得益的 50% 留给客户：卖 95,000 美元。/);
  await press(page, "用作我们的价格");
  await reads(answer(page), "对客户最多值 110,000 美元；卖 95,000 美元，客户留下 15,000 美元。");
  await page.close();
});

test("the client's money: what is paid more, and when it is back", async () => {
  const page = await site.open();
  await openSample(page, SAMPLES.machine, "经济价值");
  await unfold(page);
  const money = page.locator(".client-money");
  const figures = () => money.locator("dl").evaluate((list) =>
    Object.fromEntries([...list.querySelectorAll("dt")].map((name) => [name.innerText, name.nextElementSibling.innerText])));
  await reads(money.locator(".finding"), "净现值 20,693 元，计入折现 2.79 年收回。");
  await until(figures, {
    现在多付: "28,000 元", 净现值: "20,693 元", 投资回报率: "82.96%", "回收期（不折现）": "2.44 年",
    "回收期（折现）": "2.79 年", 内部收益率: "31.58%", 好处至少要兑现: "64.73%",
  });
  await reads(answer(page), /^对客户最多值 140,693 元/);
  await type(box(page, "第一年兑现（%）"), "0");
  await type(box(page, "计算期（年）"), "1");
  await reads(money.locator(".finding"), /计入折现收不回来。$/);
  await press(page, "每份合计");
  await reads(answer(page), /^对客户最多值 105,100 元/);
  await page.close();
});

test("what cannot be read changes nothing and says so; no rival, no value", async () => {
  const page = await openTractor();
  const unit = box(page, "更耐用·每单位值（美元）");
  for (const [text, hint] of [["abc", /./], ["-1", /不能小于 0/], ["1e400", /./], ["", /./]]) {
    await unit.fill(text);
    await until(() => unit.getAttribute("aria-invalid"), "true");
    await until(() => hintOf(unit).innerText(), hint);
    await reads(answer(page), /^对客户最多值 110,000 美元/);
  }
  await type(unit, "1万");
  await reads(answer(page), /^对客户最多值 113,000 美元/);
  await goTo(page, "感知价值");
  await choose(page, "对手: 行操作", "删除");
  await goTo(page, "经济价值");
  await reads(answer(page), "只有我们一个方案，没有可比的。在“感知价值”页加一个对手。");
  await reads(page.locator(".no-figure").first(), /没有可比的/);
  await until(() => claims(page).count(), 0);
  await press(page, "EN");
  await reads(answer(page), /^Ours is the only offer/);
  assert.deepEqual(await axe(page), []);
  await undo(page);
  await reads(answer(page), "To the client it is worth $113,000; at $100,000 they keep $13,000.");
  await page.close();
});

test("the alternative is the best rival until one is named, and keeps its name and colour everywhere", async () => {
  const page = await openValue();
  const against = page.getByRole("combobox", { name: "和谁比" });
  assert.equal(await textOf(against.locator("option:checked")), "最强的对手（现在是便利店）");
  await against.selectOption({ label: "办公室速溶" });
  await reads(answer(page), /^对客户最多值 23\.5 元/);
  await goTo(page, "感知价值");
  await page.locator(".offers .name").nth(2).fill("速溶");
  await page.locator(".offers .name").nth(2).blur();
  await goTo(page, "经济价值");
  await holds(box(page, "速溶·价格（元）"), "3");
  await until(async () => (await keptCase(page))?.worth.against, 13);
  await page.close();
});

test("as many differences and answers as there may be, on a phone, nothing scrolls sideways", async () => {
  const page = await openValue({ width: 320, height: 640, touch: true });
  await unfold(page);
  for (const add of ["加一项差异", "加一个回答"]) {
    const button = page.getByRole("button", { name: add });
    while (await button.isEnabled()) await button.click();
  }
  await until(() => page.locator(".differences tbody").count(), 8);
  assert.equal(await sidewaysScroll(page), 0);
  assert.deepEqual(await axe(page), []);
  await page.close();
});
