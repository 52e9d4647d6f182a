// Measures with cost, payback and order of merit; the trap detector; the share of the market.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { box, drag, dragByTouch, figure, handle, holds, press, reads, rowsOf, textOf, type, undo, until, wayTo } from "./acts.mjs";
import { startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const MEASURES = "提高终身价值的措施";
const TRAPS = "公式陷阱侦探";
const STANDING = "结果：市场份额";

/** Opens a section of a page. */
async function open(hash, name, options) {
  const page = await site.open({ hash, height: 700, ...options });
  const place = page.locator("section.fold").filter({ has: page.locator(".fold-head", { hasText: name }) });
  await place.locator(".fold-head").click();
  return { page, place };
}
/** What the section says; it is the only one that is open. */
const says = (place, wanted) => reads(place.locator(".sketch .finding"), wanted);
const merits = (place) => rowsOf(place.getByRole("region", { name: "先后次序", exact: true }));
const number = (text) => Number(text.replaceAll(",", "").replace("−", "-"));

/** E8: 480 a year, a fifth leaves, undiscounted, for ever, nothing spent to win the customer. */
async function takeE8(page) {
  await press(page, "收入 × 毛利率");
  const values = { "每期收入（元）": "1200", "毛利率（%）": "40", "流失率（%）": "20", "年折现率（%）": "0", "毛利年增长（%）": "0", "获客成本（元）": "0" };
  for (const [name, text] of Object.entries(values)) await type(box(page, name), text);
  await press(page, "现在就有");
  await press(page, "一直算下去");
}

/** Leaves only the first of the measures. */
async function onlyTheFirst(page, place) {
  for (const name of ["个性化优惠", "客户细分", "增值服务"]) {
    await press(place, `${name}: 行操作`);
    await page.locator(".menu .list").getByRole("button", { name: "删除", exact: true }).click();
  }
}

test("E13: churn 20 to 16 % is 600 more; 40 a year cost 250, net +350; break-even at 96 a year", async () => {
  const { page, place } = await open("#/lifetime", MEASURES);
  await takeE8(page);
  await onlyTheFirst(page, place);
  const points = box(place, "会员计划·保持率加几个点（%）");
  const cost = box(place, "会员计划·每年花费（元）");
  await type(points, "4");
  await type(cost, "40");
  await says(place, "先做“会员计划”：每位客户多值 600 元，花 250 元，净得 +350 元；5 年后回本，每年花到 96 元才打平。");
  await until(async () => (await merits(place)).at(-1), ["会员计划", "600", "250", "350", "5 年", "96"]);
  await reads(place.locator(".measures .remark"), "流失率 20% → 16%，毛利不变");
  await type(cost, "96");
  await says(place, /^没有一项划算：最好的是“会员计划”，每位客户多值 600 元，花 600 元，净得 0 元。$/);
  await undo(page);
  await holds(cost, "40");
  await type(points, "20");
  await reads(place.locator("figure"), /终身价值没有止境/);
  await reads(place.locator(".measures .remark"), /没有止境/);
  await undo(page);
  await press(page, "EN");
  await says(page, 'First comes "会员计划": a gain'.replace("会员计划", "Loyalty programme") + " of ¥600 for each customer at a cost of ¥250, net +¥350; paid back after 5 years; it breaks even at ¥96 a year.");
  await page.close();
});

test("E13: the handles of the bars: retention and the cost a year, by mouse, finger and keyboard", async () => {
  const { page, place } = await open("#/lifetime", MEASURES, { touch: true });
  await takeE8(page);
  await onlyTheFirst(page, place);
  const points = box(place, "会员计划·保持率加几个点（%）");
  const cost = box(place, "会员计划·每年花费（元）");
  const bars = figure(page, MEASURES);
  const [added, yearly] = ["会员计划·保持率加几个点", "会员计划·每年花费"];
  // 96 a year are 600, as much as the gain; three quarters of it are 72.
  const across = await wayTo(bars, { name: yearly, now: 250, to: 450 }, { name: added, now: 600 });
  await drag(page, handle(bars, yearly), across);
  const near = (wanted, gap) => (found) => Math.abs(number(found) - wanted) <= gap;
  await until(() => cost.inputValue(), near(72, 1));
  await undo(page);
  await holds(cost, "40");
  await dragByTouch(page, handle(bars, yearly), across);
  await until(() => cost.inputValue(), near(72, 1));
  await undo(page);
  await holds(cost, "40");
  // A gain of 343 is a life of 5.714 years: retention 82.5 %.
  const back = await wayTo(bars, { name: added, now: 600, to: 342.86 }, { name: yearly, now: 250 });
  await drag(page, handle(bars, added), back);
  await until(() => points.inputValue(), near(2.5, 0.1));
  await undo(page);
  await holds(points, "4");
  await handle(bars, added).focus();
  for (let k = 0; k < 5; k += 1) await page.keyboard.press("ArrowRight");
  await holds(points, "4.5");
  for (let k = 0; k < 5; k += 1) await page.keyboard.press("ArrowLeft");
  await holds(points, "4");
  await handle(bars, yearly).focus();
  await page.keyboard.press("ArrowRight");
  await until(() => cost.inputValue(), (found) => number(found) > 40);
  await page.close();
});

test("measures are added, renamed, moved and removed; none leaves a sentence", async () => {
  const { page, place } = await open("#/lifetime", MEASURES);
  await place.getByRole("button", { name: "加一项措施" }).click();
  const names = () => place.locator(".measures .name").evaluateAll((boxes) => boxes.map((one) => one.value));
  await until(names, ["会员计划", "个性化优惠", "客户细分", "增值服务", "措施5"]);
  const last = place.locator(".measures .name").last();
  await last.fill("生日礼物");
  await last.blur();
  await type(box(place, "生日礼物·毛利增加（%）"), "5成");
  await says(place, /^先做“生日礼物”/);
  await press(place, "生日礼物: 行操作");
  await page.locator(".menu .list").getByRole("button", { name: "上移", exact: true }).click();
  await until(names, ["会员计划", "个性化优惠", "客户细分", "生日礼物", "增值服务"]);
  // The order of merit does not ask for the order of the list.
  await until(async () => (await merits(place))[1][0], "生日礼物");
  for (const name of ["会员计划", "个性化优惠", "客户细分", "生日礼物", "增值服务"]) {
    await press(place, `${name}: 行操作`);
    await page.locator(".menu .list").getByRole("button", { name: "删除", exact: true }).click();
  }
  await reads(place.locator("figure"), /还没有措施/);
  await undo(page);
  await says(place, /增值服务/);
  const cost = box(place, "增值服务·每年花费（元）");
  await type(cost, "−3");
  await until(() => cost.getAttribute("aria-invalid"), "true");
  await page.close();
});

const outcome = (place, name) => textOf(place.locator(".outcome", { hasText: name }));

test("T2 and E6: 600 is the rate in place of the factor; the line is dragged to another reading", async () => {
  const { page, place } = await open("#/lifetime", TRAPS);
  const found = box(place, "别人算出来的数（元）");
  await type(found, "600");
  await says(place, "600 元是这样来的：最后乘了折现率，该乘折现系数；该是 4,548.94 元。");
  await until(() => outcome(place, "乘折现率（陷阱）"), "乘折现率（陷阱） 就是它 600 元");
  await until(() => outcome(place, "乘平均折现系数"), "乘平均折现系数 4,548.94 元");
  await type(found, "3200");
  await says(place, /第一笔毛利一年以后才有，没有错；另一种算法是 4,400 元。$/);
  await type(found, "1.5万");
  await says(place, /一辈子的收入，没有减成本，也没有折现；该是 4,548.94 元。$/);
  await type(found, "700");
  await says(place, /^这里没有一种读法得到 700 元。最近的是“利润 × 折现率”600 元，差 100 元。/);
  await until(() => place.locator(".outcome.hit").count(), 0);
  const lines = figure(page, TRAPS);
  const line = handle(lines, "别人算出来的数");
  await line.focus();
  for (let k = 0; k < 10; k += 1) await page.keyboard.press("ArrowLeft");
  await holds(found, "600");
  await until(() => place.locator(".outcome.hit").count(), 1);
  const from = number(await line.getAttribute("aria-valuenow"));
  await drag(page, line, { x: 60 });
  await until(async () => number(await found.inputValue()), (now) => now > from + 500);
  // The steps of the keys and the drag that followed them are one step.
  await undo(page);
  await holds(found, "700");
  await type(found, "600");
  await type(box(place, "公式里的折现率（%）"), "20");
  await until(() => outcome(place, "乘折现率（陷阱）"), "乘折现率（陷阱） 1,200 元");
  await press(page, "EN");
  await says(page, /^None of these readings gives ¥600. The nearest is "profit × rate", ¥1,200, ¥600 away./);
  await page.close();
});

test("T1 and E1: 24,000 a year, 6,000 for life, and what cannot be read", async () => {
  const { page, place } = await open("#/lifetime", TRAPS);
  const found = box(place, "别人算出来的数（元）");
  await type(found, "2.4万");
  await says(place, "24,000 元是这样来的：平均收入法照书上写的，总收入 ÷ 生命周期：这是一年的收入，不是终身价值。");
  await until(() => outcome(place, "照书上写的"), "照书上写的：总收入 ÷ 生命周期 就是它 24,000 元 每年");
  await type(found, "6000");
  await until(() => outcome(place, "真正要的"), "真正要的：每单 × 次数 × 生命周期 就是它 6,000 元 终身");
  await found.fill("多少");
  await until(() => found.getAttribute("aria-invalid"), "true");
  await says(place, /^6,000 元是这样来的/);
  await page.close();
});

test("D5: the followers come to 39 %, as large as the first", async () => {
  const { page, place } = await open("#/curve", STANDING);
  const shares = [12, 10, 8, 6, 3];
  for (const [k, share] of shares.entries()) await type(box(place, `跟随者 ${k + 1}（%）`), String(share));
  await type(box(place, "我们的份额（%）"), "39");
  await says(place, "我们占 39%，后面五家合计 39%：一样大，是第二名的 3.25 倍。");
  const bars = figure(page, STANDING);
  const way = await wayTo(bars, { name: "我们的份额", now: 0.39, to: 0.3 }, { name: "跟随者 1", now: 0.12 });
  await drag(page, handle(bars, "我们的份额"), way);
  await until(async () => number(await box(place, "我们的份额（%）").inputValue()), (found) => Math.abs(found - 30) <= 0.5);
  await undo(page);
  await handle(bars, "跟随者 5").focus();
  await page.keyboard.press("ArrowRight");
  await holds(box(place, "跟随者 5（%）"), "3.5");
  await type(box(place, "我们的份额（%）"), "70");
  await reads(place.locator("figure"), /市场没有这么大/);
  await page.close();
});
