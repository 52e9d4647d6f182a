// The loyalty claims: each put to the test with our own numbers, and the sums that take it as given.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, box, drag, dragByTouch, figure, goTo, handle, holds, keptCase, isSaved, press, reads, rowsOf, textOf, type, undo, until, wayTo } from "./acts.mjs";
import { axe, sidewaysScroll, startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const HASH = "#/claims";
const NAMES = {
  zh: ["从满意到非常满意", "走一位，补一位", "坏口碑", "要打几个电话", "推荐来的客户", "越用越多的资产", "从接触到客户", "补救一次失误"],
  en: ["From satisfied to very satisfied", "Lost and replaced", "Word of mouth", "Calls for a sale", "Customers who were referred", "The asset that grows with use", "From touch to customer", "Making good a failure"],
};
const openPage = (options) => site.open({ hash: HASH, height: 900, ...options });
const retention = (page) => box(page.locator(".inputs"), "保持率（%）");
const curve = (page) => figure(page, "什么时候才成立");
const claim = (page, name) => page.locator(".head .choice").getByRole("button", { name, exact: true }).click();
/** The section with this heading, opened. */
async function unfolded(page, name) {
  const place = page.locator("section.fold").filter({ has: page.locator(".fold-head", { hasText: name }) });
  await place.locator(".fold-head").click();
  return place;
}
const says = (place, wanted) => reads(place.locator(".finding"), wanted);
const asNumber = async (place) => Number((await place.inputValue()).replaceAll(",", ""));
const near = (wanted, slack) => (found) => Math.abs(found - wanted) <= slack;

test("B2: five points double the life from 90 % only", async () => {
  const page = await openPage();
  await type(retention(page), "80");
  await reads(answer(page), "你的保持率是 80%，再多 5 个百分点，寿命延长 33.3%，不是 100%。只有保持率是 90% 时才成立。");
  await type(retention(page), "60");
  await reads(answer(page), /寿命延长 14.3%，不是 100%/);
  await type(retention(page), "９０");
  await reads(answer(page), /寿命延长 100%：这句话对你成立/);
  await press(page, "折现，第一笔现在就有");
  await reads(answer(page), /终身价值多 33.3%，不是 100%。这样算，没有哪个保持率能让它成立。$/);
  await press(page, "折现，第一笔一期以后");
  await reads(answer(page), /终身价值多 40.7%，不是 100%/);
  await press(page, "寿命，不折现");
  // The working, with the same numbers.
  await reads(page.locator(".formula"), /10/);
  const spoken = await page.locator(".formula [role=math]").getAttribute("aria-label");
  assert.match(spoken, /^L0 = \(1\) \/ \(1 − r\) = \(1\) \/ \(1 − 0\.9\) = 10 L1 = \(1\) \/ \(1 − 0\.95\) = 20 /);
  // What satisfaction and retention are is told beside it, with the sources of both.
  const origins = page.locator(".origins");
  await until(async () => (await rowsOf(origins)).slice(1).map((row) => row.slice(1, 3)), [["保持率", "假想公司的算例"], ["满意度（问卷）", "课上流传"]]);
  await type(retention(page), "97");
  await reads(answer(page), /就没有人走了/);
  await page.close();
});

test("B7 and B8: where they hold, by mouse, finger and keyboard", async () => {
  const page = await openPage({ touch: true });
  await claim(page, "5 个点 → 25%–85%");
  await reads(answer(page), /寿命延长 25%，不是 85%。只有保持率是 89.1% 时才成立。$/);
  const grab = handle(curve(page), "保持率");
  const canvas = await curve(page).locator("canvas").first().boundingBox();
  assert.ok(canvas.width > 300);
  await grab.focus();
  for (let k = 0; k < 5; k += 1) await page.keyboard.press("ArrowRight");
  await holds(retention(page), "80");
  await reads(answer(page), /寿命延长 33.3%，不是 85%/);
  await page.keyboard.press("Tab");
  // Ten points by keyboard tell how many pixels they are.
  const { x: from } = await grab.boundingBox();
  await grab.focus();
  for (let k = 0; k < 9; k += 1) await page.keyboard.press("ArrowRight");
  await holds(retention(page), "89");
  await page.waitForTimeout(200);
  const { x: to } = await grab.boundingBox();
  await page.keyboard.press("Tab");
  await undo(page);
  await holds(retention(page), "80");
  await drag(page, grab, { x: to - from });
  await until(() => asNumber(retention(page)), near(89, 0.3));
  await undo(page);
  await holds(retention(page), "80");
  await dragByTouch(page, grab, { x: to - from });
  await until(() => asNumber(retention(page)), near(89, 0.3));
  await type(retention(page), "85");
  await claim(page, "−5 个点 → −25%");
  await reads(answer(page), /少 5 个百分点，寿命缩短 25%：这句话对你成立/);
  await type(retention(page), "90");
  await reads(answer(page), /寿命缩短 33.3%，不是 25%。只有保持率是 85% 时才成立。$/);
  // The retention is the case's.
  await goTo(page, "终身价值");
  await holds(box(page, "保持率（%）"), "90");
  await page.close();
});

test("T3 and T5: figures that disagree are shown side by side", async () => {
  const page = await openPage();
  await claim(page, "1∶8");
  const inputs = page.locator(".inputs");
  await type(box(inputs, "获客成本（元）"), "400");
  await reads(answer(page), "你赢得一位花 400 元，留住一位花 50 元，是 8 倍：这句话对你成立。");
  await claim(page, "1/5");
  await reads(answer(page), "你赢得一位花 400 元，留住一位花 50 元，是 8 倍，不是 5 倍。只有留住一位花 80 元时才成立。");
  const printed = async () => (await rowsOf(page.locator(".origins"))).slice(1).map((row) => row[3]);
  await until(printed, ([first, second]) => first === "查不到出处" && /Service Recovery.*，1990 年$/.test(second));
  await type(box(inputs, "获客成本（元）"), "0");
  await reads(answer(page), /获客成本是零，没有几倍可比/);
  await reads(page.locator(".head figure"), /获客成本是零/);
  await undo(page);
  await claim(page, "1∶6");
  await reads(answer(page), /满意客户有 10% 再买，6 倍就是 60%：有可能.*超过 16.7%，就不可能了。$/);
  const sixes = async () => (await rowsOf(page.locator(".origins"))).slice(1).map((row) => row[0]);
  await until(sixes, ["6 倍", "6 倍", "7 倍（照字面）"]);
  await claim(page, "50%∶15%");
  await reads(answer(page), "你对老客户成交 50%，对生人 15%，好卖 3.33 倍：和这句话说的一样。");
  await claim(page, "六成靠推荐");
  await reads(answer(page), /占 200 位新客的 10%，不是 60%。要每位带来 1.2 位才成立。$/);
  await claim(page, "一传五");
  await reads(answer(page), /告诉 5 人，就让你少赚 150 元；补救他花 100 元/);
  await page.close();
});

test("a claim of one's own, and all of them at a glance", async () => {
  const page = await openPage();
  await claim(page, "自己填");
  const points = box(page, "保持率变几个百分点（%）");
  await reads(answer(page), /寿命延长 25%：这句话对你成立/);
  await type(box(page, "据说利润变多少（%）"), "95");
  await reads(answer(page), /不是 95%。只有保持率是 89.7% 时才成立。$/);
  await type(points, "0");
  await reads(answer(page), "变 0 个百分点，什么也不会跟着变。");
  const hint = page.locator(".number", { has: points }).locator(".hint");
  await points.fill("60");
  await reads(hint, /^不能大于 50%。$/);
  await points.fill("很多");
  await reads(hint, /^看不懂这个数/);
  await points.press("Escape");
  const rows = async () => (await rowsOf(page.locator(".glance"))).slice(1);
  await until(rows, (found) => found.length === 9 && found.every((row) => row.every((cell) => cell.length > 0)));
  await until(async () => (await rows())[1], ["5%∶100%", "保持率 90%", "75%", "+25%：不成立"]);
  await page.close();
});

test("the sums of the rows are there at once", async () => {
  const page = await openPage();
  const wanted = [
    "100 位客户，满意时 10 位再买，非常满意时 60 位：多 50 次购买。",
    "失去 100 位再赢回一样多，花 40,000 元；留住他们花 5,000 元：多花 35,000 元。按 1∶8 多花 35,000 元，按 1/5 多花 20,000 元。",
    "1,000 位客户里 30 位不满，150 人会听到，少卖 15 笔：利润 −4,500 元。",
    "卖成 30 笔，向老客户要打 60 个电话，每笔花 160 元；向生人要 200 个，每笔花 533.33 元。",
    "200 位新客里 120 位是推荐来的，每位省下 400 元的获客花费：共省 48,000 元。",
    "100 位客户，留下的加上带来的是每年 ×1.05，5 年后有 127.6 位。14.2 年翻一番。",
    "1,000 次接触，最后带来 12 位新客户。最弱的一环是“听了会买的比例”：每提高 1 个百分点，多 1.2 位。",
    "补救花 100 元，让他留下的机会多 10 个百分点；他值 1,500 元，平均挽回 150 元：净得 +50 元，回报率 50%。多 6.67 个百分点就打平。",
  ];
  for (const [k, name] of NAMES.zh.entries()) await says(await unfolded(page, name), wanted[k]);
  await page.close();
});

// Each section: a handle, where it is, where it goes, another handle that tells the scale, the box
// it sets, and what that then holds; and how far one step of the keyboard goes.
const DRAGS = [
  ["从满意到非常满意", { name: "满意客户的复购率", now: 10, to: 15 }, { name: "非常满意是它的几倍", now: 60 }, "满意客户的复购率（%）", 15, ["ArrowRight", "11"]],
  ["走一位，补一位", { name: "赢得一位是它的几倍", now: 40000, to: 25000 }, { name: "留住一位花", now: 5000 }, "赢得一位是它的几倍（倍）", 5, ["ArrowRight", "8.5"]],
  ["坏口碑", { name: "每人告诉几人", now: 150, to: 90 }, { name: "不满意的比例", now: 30 }, "每人告诉几人", 3, null],
  ["要打几个电话", { name: "对生人的成交率", now: 0.15, to: 0.3 }, { name: "对老客户的成交率", now: 0.5 }, "对生人的成交率（%）", 30, ["ArrowRight", "16"]],
  ["越用越多的资产", { name: "每位一年带来几位", now: 105, to: 115 }, { name: "现有客户数", now: 100 }, "每位一年带来几位", 0.3, ["ArrowUp", "0.25"]],
  ["从接触到客户", { name: "每人说给几人听", now: 120, to: 240 }, { name: "接触次数", now: 1000 }, "每人说给几人听", 4, null],
  ["补救一次失误", { name: "留下的机会多几个百分点", now: 150, to: 120 }, { name: "派人送去花", now: 100 }, "留下的机会多几个百分点（%）", 8, ["ArrowRight", "11"]],
];
for (const [name, from, other, label, there, step] of DRAGS) {
  test(`${name}: by mouse and by keyboard`, async () => {
    const page = await openPage();
    const place = await unfolded(page, name);
    const number = box(place, label);
    const was = await number.inputValue();
    const picture = figure(page, name);
    await handle(picture, from.name).waitFor();
    const way = name === "越用越多的资产" ? { y: await upTo(picture) } : await wayTo(picture, from, other);
    await drag(page, handle(picture, from.name), way);
    await until(() => asNumber(number), near(there, Math.abs(there) * 0.12));
    await undo(page);
    await holds(number, was);
    await handle(picture, from.name).focus();
    await page.keyboard.press(step?.[0] ?? "ArrowRight");
    if (step) await holds(number, step[1]);
    else await until(() => number.inputValue(), (found) => found !== was);
    await page.close();
  });
}
/** Pixels for ten customers more after a year: the axis of the figure begins at none. */
async function upTo(picture) {
  const both = [handle(picture, "现有客户数"), handle(picture, "每位一年带来几位")];
  const [now, then] = await Promise.all(both.map((place) => place.boundingBox()));
  return 2 * (then.y - now.y);
}

test("the share of the referred is dragged to its half", async () => {
  const page = await openPage();
  const place = await unfolded(page, "推荐来的客户");
  const picture = figure(page, "推荐来的客户");
  const share = box(place, "靠推荐来的比例（%）");
  const grab = handle(picture, "靠推荐来的比例");
  const at = await grab.boundingBox();
  await grab.focus();
  for (let k = 0; k < 10; k += 1) await page.keyboard.press("ArrowLeft");
  await holds(share, "50");
  await page.waitForTimeout(200);
  await page.keyboard.press("Tab");
  await undo(page);
  await holds(share, "60");
  await drag(page, grab, { x: -at.width });
  await until(() => asNumber(share), (found) => found < 60);
  await page.close();
});

test("F1: the customer of the case, and the two ratios as buttons", async () => {
  const page = await openPage();
  const place = await unfolded(page, "补救一次失误");
  await reads(place, /退回来的 100 元的商品按标价的 70% 卖掉，亏 30 元。/);
  await place.getByRole("button", { name: "用本案例的终身价值", exact: true }).click();
  await until(() => box(place, "这位客户值（元）").count(), 0);
  await says(place, /他值 5,093.33 元/);
  await isSaved(page);
  assert.equal((await keptCase(page)).claims.own_worth, true);
  await undo(page);
  await says(place, /他值 1,500 元/);
  const lost = await unfolded(page, "走一位，补一位");
  const five = lost.getByRole("button", { name: "按 1/5", exact: true });
  await five.click();
  await holds(box(lost, "赢得一位是它的几倍（倍）"), "5");
  assert.equal(await five.getAttribute("aria-pressed"), "true");
  await says(lost, /多花 20,000 元。按 1∶8/);
  await page.close();
});

test("what cannot be is said in place, and the last good result stays", async () => {
  const page = await openPage();
  const place = await unfolded(page, "从满意到非常满意");
  await type(box(place, "满意客户的复购率（%）"), "20");
  await reads(place.locator("figure"), /非常满意的客户要买的比全部人还多/);
  await undo(page);
  await says(place, /多 50 次购买/);
  await box(place, "提升的客户数").fill("一百多");
  await reads(place.locator(".hint").filter({ hasText: /\S/ }).first(), /看不懂/);
  await says(place, /多 50 次购买/);
  const calls = await unfolded(page, "要打几个电话");
  await type(box(calls, "对生人的成交率（%）"), "0");
  await reads(calls.locator("figure"), /成交率是零/);
  await page.close();
});

test("in English the same is said, and undo goes on", async () => {
  const page = await openPage({ language: "en" });
  await reads(answer(page), "With your 75%, 5 more points of retention lengthen a lifetime by 25%, not 100%. The claim holds only at 90%.");
  await claim(page, "1:6");
  await reads(answer(page), /possible, but count it/);
  await page.getByRole("button", { name: "中文", exact: true }).click();
  await reads(answer(page), /有可能，但要自己去数/);
  await undo(page);
  await reads(answer(page), /寿命延长 25%/);
  assert.match(await textOf(page.locator(".flag")), /满意度升 5 分/);
  await page.close();
});

for (const [language, locale] of [["zh", "zh-CN"], ["en", "en"]]) {
  test(`in ${language} with all sections open: nothing for axe to find, nothing to scroll sideways`, async () => {
    const page = await openPage({ language: locale, width: 320 });
    for (const name of NAMES[language]) {
      const place = await unfolded(page, name);
      await reads(place.locator(".finding"), (words) => words.length > 10);
    }
    assert.deepEqual(await axe(page, { within: "main" }), []);
    assert.equal(await sidewaysScroll(page), 0);
    await page.close();
  });
}
