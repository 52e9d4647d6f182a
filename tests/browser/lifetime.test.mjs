// Lifetime value: the worked examples of the field, the conversions, and where there is no number.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SAMPLES, answer, box, drag, figure, handle, holds, openSample, press, reads, rowsOf, textOf, type, undo, unfold, until, wayTo } from "./acts.mjs";
import { startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const openLifetime = (options) => site.open({ hash: "#/lifetime", ...options });

/** The key figures by name. */
const keyFigures = (page) => page.locator(".key-figures dl").evaluate((list) =>
  Object.fromEntries([...list.querySelectorAll("dt")].map((name) => [name.innerText, name.nextElementSibling.innerText])));

/** A margin of 100 a year, 80 % stay, 10 % a year, for ever, no acquisition cost. */
async function takeTheStandardCase(page) {
  await press(page, "直接填毛利");
  await type(box(page, "每期毛利（元）"), "100");
  await type(box(page, "保持率（%）"), "80");
  await type(box(page, "年折现率（%）"), "10");
  await type(box(page, "获客成本（元）"), "0");
  await press(page, "一直算下去");
}

test("the standard formula with both timings: 366.67 and 266.67", async () => {
  const page = await openLifetime();
  await takeTheStandardCase(page);
  await press(page, "现在就有");
  await reads(answer(page), "这位客户值 366.67 元（还没有扣获客成本）。");
  await press(page, "一期以后");
  await reads(answer(page), "这位客户值 266.67 元（还没有扣获客成本）。");
  for (const number of ["366.67 元", "266.67 元", "相差 100 元"]) {
    await reads(page.locator(".key-figures p"), (books) => books.includes(number));
  }
  await until(() => page.getByRole("math").getAttribute("aria-label"), /CLV = \(m · r\) \/ \(1 \+ i − r\)/);
  await page.close();
});

test("80 % for ten years leave 10.74 %", async () => {
  const page = await openLifetime();
  await takeTheStandardCase(page);
  await press(page, "算若干期");
  await type(box(page, "计算期（年）"), "10");
  const survival = figure(page, "还在的客户");
  await survival.getByRole("button", { name: "表", exact: true }).click();
  await until(async () => (await rowsOf(survival)).at(-1), ["10", "10.74%"]);
  await page.close();
});

test("the third sample: 1,600, 5.33 times, 3.75 months", async () => {
  const page = await site.open();
  await openSample(page, SAMPLES.rules, "终身价值");
  await reads(answer(page), "这位客户值 1,300 元，已扣掉赢得他的 300 元：值得。");
  // 100 × 80 % ÷ 5 % = 1,600; ÷ 300 = 5.33; 300 ÷ 80 = 3.75 months.
  await until(async () => (await keyFigures(page))["毛利现值"], "1,600 元");
  const figures = await keyFigures(page);
  assert.equal(figures["价值与获客成本之比"], "5.33 倍");
  assert.equal(figures["简单回收期"], "3.75 个月");
  await page.close();
});

test("cash flows of five years: 909.94 at 10 %, and as many rows as are added", async () => {
  const page = await openLifetime();
  await unfold(page);
  const finding = page.locator(".cash-flow .finding");
  await reads(finding, "净现值 909.94 元（不折现的合计是 1,300 元）。");
  await type(box(page, "年折现率（%）"), "0");
  await reads(finding, "净现值 1,300 元（不折现的合计是 1,300 元）。");
  await undo(page);
  await page.getByRole("button", { name: "加一年" }).click();
  await type(box(page, "第 5 年（元）"), "0");
  await reads(finding, "净现值 909.94 元（不折现的合计是 1,300 元）。");
  await type(box(page, "第 5 年（元）"), "-161.051");
  // 161.051 in five years is 100 today.
  await reads(finding, "净现值 809.94 元（不折现的合计是 1,138.95 元）。");
  await page.getByRole("button", { name: "第 5 年: 行操作" }).click();
  await press(page, "删除");
  await reads(finding, "净现值 909.94 元（不折现的合计是 1,300 元）。");
  await page.close();
});

test("a year of the cash flow is dragged", async () => {
  const page = await openLifetime();
  await unfold(page);
  const flows = figure(page, "逐年现金流");
  const finding = page.locator(".cash-flow .finding");
  // The first column ends at −500; at −400 the sum is 100 more.
  await drag(page, handle(flows, "第 0 年"), await wayTo(flows, { name: "第 0 年", now: -500, to: -400 }, { name: "第 1 年", now: -500 + 300 / 1.1 }));
  await holds(box(page, "第 0 年（元）"), "−400");
  await reads(finding, "净现值 1,009.94 元（不折现的合计是 1,400 元）。");
  await page.close();
});

test("the first trap: 24,000 a year is not 6,000 for life", async () => {
  const page = await openLifetime();
  await unfold(page);
  const traps = page.locator(".traps");
  await reads(traps.locator(".outcome", { hasText: "照书上写的" }), "照书上写的：总收入 ÷ 生命周期 24,000 元 每年");
  await reads(traps.locator(".outcome", { hasText: "真正要的" }), "真正要的：每单 × 次数 × 生命周期 6,000 元 终身");
  await type(box(traps, "平均生命周期（年）"), "1.5");
  await type(box(traps, "每单金额（元）"), "10");
  await type(box(traps, "每年次数"), "2.5");
  await reads(traps.locator(".outcome", { hasText: "真正要的" }), /37\.5 元 终身$/);
  await page.close();
});

test("the second trap: 600 with the rate, 4,548.94 with the factor 0.75816", async () => {
  const page = await openLifetime();
  await unfold(page);
  const traps = page.locator(".traps");
  await reads(traps.locator(".outcome", { hasText: "乘折现率（陷阱）" }), "乘折现率（陷阱） 就是它 600 元");
  await reads(traps.locator(".outcome", { hasText: "乘平均折现系数" }), "乘平均折现系数 4,548.94 元");
  await reads(traps.locator(".follows"), "平均折现系数 0.75816");
  await page.close();
});

test("retention, churn and lifetime are one number", async () => {
  const page = await openLifetime();
  const [retention, churn, life] = ["保持率（%）", "流失率（%）", "平均寿命（年）"].map((name) => box(page, name));
  const three = () => Promise.all([retention, churn, life].map((place) => place.inputValue()));
  await type(churn, "20");
  await until(three, ["80", "20", "5"]);
  await type(life, "10");
  await until(three, ["90", "10", "10"]);
  await type(retention, "50");
  await until(three, ["50", "50", "2"]);
  await retention.fill("96");
  await until(three, ["96", "4", "25"]);
  await type(retention, "100");
  await until(three, ["100", "0", "无穷"]);
  await type(churn, "25");
  await until(three, ["75", "25", "4"]);
  await page.close();
});

test("a year's rate and a month's are one number", async () => {
  const page = await openLifetime();
  const [year, month] = ["年折现率（%）", "合每月（%）"].map((name) => box(page, name));
  await type(year, "12.682503");
  // 1.01^12 = 1.12682503
  await until(async () => Number(await month.inputValue()).toFixed(6), "1.000000");
  await type(month, "2");
  // 1.02^12 = 1.268241795
  await until(async () => Number(await year.inputValue()).toFixed(5), "26.82418");
  await page.close();
});

test("months: the discount of a month is the twelfth root of the year's", async () => {
  const page = await openLifetime();
  await takeTheStandardCase(page);
  await press(page, "一个月");
  const q = 1.1 ** (1 / 12);
  const value = ((100 * q) / (q - 0.8)).toFixed(2);
  await reads(answer(page), `这位客户值 ${value} 元（还没有扣获客成本）。`);
  await page.close();
});

test("everyone stays for ever at no discount: a sentence in place of the figure, and back", async () => {
  const page = await openLifetime();
  await takeTheStandardCase(page);
  await type(box(page, "保持率（%）"), "100");
  await type(box(page, "年折现率（%）"), "0");
  await reads(answer(page), /^一直算下去、又没有东西让每期的钱变少/);
  await reads(figure(page, "累计折现价值").or(page.locator("figure.figure").first()).first(), /终身价值没有止境/);
  await until(() => page.locator(".key-figures").count(), 0);
  await press(page, "EN");
  await reads(answer(page), /^Counting for ever while nothing makes the margins shrink/);
  await press(page, "中文");
  await press(page, "算若干期");
  await type(box(page, "计算期（年）"), "8");
  await reads(answer(page), "这位客户值 800 元（还没有扣获客成本）。");
  await press(page, "一直算下去");
  await type(box(page, "年折现率（%）"), "10");
  // 100 × 1.1 ÷ 0.1
  await reads(answer(page), "这位客户值 1,100 元（还没有扣获客成本）。");
  await figure(page, "累计折现价值").locator("canvas").waitFor();
  await page.close();
});

test("growth as fast as money shrinks has no end either", async () => {
  const page = await openLifetime();
  await takeTheStandardCase(page);
  await type(box(page, "保持率（%）"), "100");
  await type(box(page, "毛利年增长（%）"), "10");
  await reads(answer(page), /终身价值没有止境/);
  await type(box(page, "毛利年增长（%）"), "5");
  // 100 × 1.1 ÷ (1.1 − 1.05)
  await reads(answer(page), "这位客户值 2,200 元（还没有扣获客成本）。");
  await page.close();
});

test("never paid back is said, not shown as a number", async () => {
  const page = await openLifetime();
  await takeTheStandardCase(page);
  await type(box(page, "获客成本（元）"), "1000");
  await reads(answer(page), "这位客户值 −633.33 元，已扣掉赢得他的 1,000 元：不值得。");
  await until(async () => (await keyFigures(page))["计入流失与折现的回收期"], "收不回来");
  assert.equal((await keyFigures(page))["简单回收期"], "10 年");
  await page.close();
});

for (const [title, up] of [["还在的客户", 40], ["累计折现价值", 30]]) {
  test(`dragging a curve changes the retention: ${title}`, async () => {
    const page = await openLifetime();
    const retention = box(page, "保持率（%）");
    const curve = handle(figure(page, title));
    const now = async () => Number(await retention.inputValue());
    await drag(page, curve, { y: -up });
    const higher = await until(now, (found) => found > 75);
    await until(async () => Number((100 - (await now())).toFixed(6)), Number(await box(page, "流失率（%）").inputValue()));
    await drag(page, curve, { y: 2 * up });
    await until(now, (found) => found < higher);
    await undo(page);
    await holds(retention, String(higher));
    await undo(page);
    await holds(retention, "75");
    await curve.focus();
    await page.keyboard.press("ArrowUp");
    await until(now, (found) => found > 75);
    await page.close();
  });
}

test("the dragged handle stays under the mouse", async () => {
  const page = await openLifetime();
  for (const title of ["还在的客户", "累计折现价值"]) {
    const curve = handle(figure(page, title));
    await curve.scrollIntoViewIfNeeded();
    const from = await curve.boundingBox();
    await drag(page, curve, { y: 25 }, { hold: true });
    await until(async () => Math.abs((await curve.boundingBox()).y - from.y - 25), (off) => off < 4);
    await page.mouse.up();
  }
  await page.close();
});

test("the table of the periods adds up to the answer", async () => {
  const page = await openLifetime();
  const rows = await rowsOf(page.getByRole("region", { name: "逐期计算" }));
  const number = (cell) => Number(cell.replace("−", "-").replaceAll(",", ""));
  assert.deepEqual(rows[1], ["获客成本", "", "", "", "−3,000", "−3,000"]);
  assert.equal(rows.length, 2 + 8);
  const sum = rows.slice(1).reduce((total, row) => total + number(row[4]), 0);
  assert.ok(Math.abs(sum - 2093.33) < 0.05);
  assert.equal(rows.at(-1)[5], "2,093.33");
  await page.close();
});
