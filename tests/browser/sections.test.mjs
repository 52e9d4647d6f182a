// The sections that open: what value is made of, expected against felt, work and its result; share
// of wallet, conflict of interest, four contributions, methods side by side.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, box, choose, drag, dragByTouch, figure, handle, hintOf, holds, press, reads, rowsOf, type, undo, until, wayTo } from "./acts.mjs";
import { axe, sidewaysScroll, startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const NAMES = {
  "#/perceived": { zh: ["价值的构成", "超越期望", "工作、结果、感动"], en: ["What value is made of", "Beyond expectation", "Work, result, moved"] },
  "#/lifetime": {
    zh: ["几种算法对照", "顾客份额", "利益冲突", "四个维度的贡献", "提高终身价值的措施", "公式陷阱侦探"],
    en: ["Methods side by side", "Share of wallet", "Conflict of interest", "Four contributions", "Measures to raise lifetime value", "Trap detector"],
  },
  "#/curve": { zh: ["结果：市场份额"], en: ["The result: share of the market"] },
};

/** The section with this heading. */
const section = (page, name) => page.locator("section.fold").filter({ has: page.locator(".fold-head", { hasText: name }) });

/** Opens a section. */
async function unfolded(page, name) {
  const place = section(page, name);
  await place.locator(".fold-head").click();
  return place;
}

const open = async (hash, name, options) => {
  const page = await site.open({ hash, height: 700, ...options });
  return { page, place: await unfolded(page, name) };
};
const says = (place, wanted) => reads(place.locator(".finding"), wanted);
/** What is said under a box. */
const keep = async (place, values) => {
  for (const [name, text] of Object.entries(values)) await type(box(place, name), text);
};

test("A7: the weights on two levels, and a kind weighed anew", async () => {
  const { page, place } = await open("#/perceived", "价值的构成");
  await choose(page, "换成现成的标准", "产品 服务 品牌 体验（11 项）");
  const scores = { 质量: 8, 功能: 7, 创新: 6, 性价比: 5, 售前服务: 9, 售后服务: 8, 定制服务: 4, 知名度: 6, 品牌形象: 7, 品牌文化: 8, 购买体验: 8 };
  for (const [name, score] of Object.entries(scores)) await type(box(place, `星巴克·${name}·得分（分）`), String(score));
  await says(place, "星巴克总分 7 分（满分 10 分）。最值得下功夫的是产品：做到满分，总分高 1.4 分。");
  const kinds = () => place.locator(".kind").evaluateAll((rows) => rows.map((row) => [...row.cells].slice(2).map((cell) => cell.innerText)));
  await until(kinds, [["40%", "6.5"], ["25%", "7.0"], ["20%", "8.0"], ["15%", "7.0"]]);
  await type(box(place, "产品·整类的分量"), "60");
  await holds(box(place, "质量·分量"), "15");
  await until(kinds, [["50%", "6.5"], ["20.83%", "7.0"], ["16.67%", "8.0"], ["12.5%", "7.0"]]);
  // The same weights on the main table.
  await holds(box(page, "创新·分量"), "15");
  await undo(page);
  await holds(box(place, "产品·整类的分量"), "40");
  await page.close();
});

test("A7: a border is dragged, by mouse, finger and keyboard", async () => {
  const { page, place } = await open("#/perceived", "价值的构成", { touch: true });
  const blocks = figure(page, "价值的构成");
  const weight = box(place, "产品·整类的分量");
  const border = handle(blocks, "产品·整类的分量");
  // 30 of 100: at half of the width the kind weighs as much as the 70 of the others.
  const way = await wayTo(blocks, { name: "产品·整类的分量", now: 0.3, to: 0.5 }, { name: "服务·整类的分量", now: 0.5 });
  await drag(page, border, way);
  const near = (found) => Math.abs(Number(found) - 70) <= 1;
  await until(() => weight.inputValue(), near);
  await undo(page);
  await holds(weight, "30");
  await dragByTouch(page, border, way);
  await until(() => weight.inputValue(), near);
  await undo(page);
  await holds(weight, "30");
  await border.focus();
  await page.keyboard.press("ArrowRight");
  await holds(weight, "30.5");
  await page.keyboard.press("ArrowLeft");
  await holds(weight, "30");
  await page.close();
});

test("A8: beyond expectation by 1.1, below it by 0.5", async () => {
  const { page, place } = await open("#/perceived", "超越期望");
  await press(page, "品牌: 行操作");
  await press(page, "删除");
  const names = ["口味", "环境与氛围", "服务"];
  for (const [k, name] of names.entries()) {
    await type(box(page, `${name}·分量`), String([50, 30, 20][k]));
    await type(box(place, `${name}·期望（分）`), String([7, 8, 6][k]));
    await type(box(place, `星巴克·${name}·得分（分）`), String([8, 8, 9][k]));
  }
  await type(box(place, "容忍的差距（分）"), "0");
  await says(place, "加权合计 +1.1 分，超越期望。没有一项低于期望。");
  for (const [k, name] of names.entries()) await type(box(place, `星巴克·${name}·得分（分）`), String([6, 8, 6][k]));
  await says(place, "加权合计 −0.5 分，低于期望。低于期望的有：口味。");
  // What was felt is the customer's score: dragged here, it moves in the main table.
  const wishes = figure(page, "超越期望");
  const way = await wayTo(wishes, { name: "星巴克·口味·得分", now: 6, to: 8 }, { name: "口味·期望", now: 7 });
  await drag(page, handle(wishes, "星巴克·口味·得分"), way);
  await until(async () => Number(await box(page, "星巴克·口味·得分（分）").inputValue()), (found) => Math.abs(found - 8) <= 0.1);
  await undo(page);
  await handle(wishes, "口味·期望").focus();
  await page.keyboard.press("ArrowLeft");
  await holds(box(place, "口味·期望（分）"), "6.9");
  await page.close();
});

test("A9: 20, 12, 3 make 60 %, 25 %, 15 %; and what cannot be is said", async () => {
  const { page, place } = await open("#/perceived", "工作、结果、感动");
  await keep(place, { 工作: "20", 结果: "12", 感动: "3" });
  await says(place, "20 件工作里 12 件有结果（60%），其中 3 件打动了客户（25%）：从头到尾 15%。");
  await type(box(place, "感动"), "13");
  await reads(place.locator("figure"), /感动不能比结果多/);
  await undo(page);
  const funnel = figure(page, "工作、结果、感动");
  await handle(funnel, "结果").focus();
  await page.keyboard.press("ArrowRight");
  await holds(box(place, "结果"), "13");
  const way = await wayTo(funnel, { name: "结果", now: 13, to: 10 }, { name: "工作", now: 20 });
  await drag(page, handle(funnel, "结果"), way);
  await holds(box(place, "结果"), "10");
  await says(place, /其中 3 件打动了客户（30%）：从头到尾 15%。$/);
  await page.close();
});

test("A18: ten points of 10,000 are 1,000 a year, 3,790.79 in five years", async () => {
  const { page, place } = await open("#/lifetime", "顾客份额");
  await keep(place, { "他一年一共花（元）": "1万", "其中在我们这里（元）": "3,500", "再争取的份额（%）": "10", 这样的客户数: "1", "每位要花（一次）（元）": "0", "计算期（年）": "5" });
  await says(place, "他一年花 10,000 元，在我们这里 3,500 元：顾客份额 35%。再争取 10 个百分点，每年多 1,000 元，5 年合今天的 3,790.79 元。");
  // 3,500 a year at a price of 25 are 140 purchases: the lifetime value follows.
  await holds(box(page, "每期购买次数"), "140");
  await until(async () => (await rowsOf(place)).slice(1), [
    ["份额：每位多 10 个百分点", "1,000 元", "3,790.79 元", "0 元"],
    ["人数：再赢得 0.29 位", "1,000 元", "3,790.79 元", "857.14 元"],
  ]);
  await type(box(place, "其中在我们这里（元）"), "12000");
  await reads(place.locator("figure"), /他在我们这里花的比他一共花的还多/);
  await undo(page);
  await type(box(place, "再争取的份额（%）"), "66");
  await reads(place.locator("figure"), /不能超过 100%/);
  await undo(page);
  const purse = figure(page, "顾客份额");
  const way = await wayTo(purse, { name: "再争取的份额", now: 4500, to: 5500 }, { name: "其中在我们这里", now: 3500 });
  await drag(page, handle(purse, "再争取的份额"), way);
  await until(async () => Number(await box(place, "再争取的份额（%）").inputValue()), (found) => Math.abs(found - 20) <= 1);
  await page.close();
});

test("A16: 200 now against 30 % of 1,500; break-even at 13.3 %", async () => {
  const { page, place } = await open("#/lifetime", "利益冲突");
  await press(page, "直接填毛利");
  await keep(page, { "每期毛利（元）": "300", "保持率（%）": "80", "年折现率（%）": "0" });
  await press(page, "一直算下去");
  await keep(place, { "眼前多赚（元）": "200", "失去他的风险（%）": "30" });
  await says(place, "眼前多赚 200 元，却有 30% 的机会失去他今后的 1,500 元，平均损失 450 元：净得 −250 元，不划算。风险到 13.33% 就打平。");
  const line = figure(page, "利益冲突");
  const risk = handle(line, "失去他的风险");
  const there = box(place, "失去他的风险（%）");
  await risk.focus();
  for (let k = 0; k < 20; k += 1) await page.keyboard.press("ArrowLeft");
  await holds(there, "10");
  await says(place, /净得 \+50 元，算起来划得来/);
  const way = await wayTo(line, { name: "失去他的风险", now: 0.1, to: 0.3 }, { name: "眼前多赚", now: 0 });
  await drag(page, risk, way);
  await until(async () => Number(await there.inputValue()), (found) => Math.abs(found - 30) <= 1);
  await type(box(page, "每期毛利（元）"), "-5");
  await reads(place.locator("figure"), /失去他没有什么可损失的/);
  await page.close();
});

test("A12: an index of 69.0, and 6,420 in money", async () => {
  const { page, place } = await open("#/lifetime", "四个维度的贡献");
  await press(page, "直接填毛利");
  await keep(page, { "每期毛利（元）": "1000", "保持率（%）": "80", "年折现率（%）": "0", "获客成本（元）": "0" });
  await press(page, "一直算下去");
  await says(place, "他一共值 6,420 元：自己购买 5,000 元，另外带来 1,420 元。按分数算，贡献指数 69.0（满分 100）。");
  await reads(place.locator(".index"), "69.0");
  const steps = figure(page, "四个维度的贡献");
  await handle(steps, "他推荐给几人").focus();
  await page.keyboard.press("ArrowUp");
  await holds(box(place, "他推荐给几人"), "3");
  await says(place, /^他一共值 6,900 元/);
  await type(box(place, "交易·分量"), "０");
  await reads(place.locator(".index"), "61.7");
  await page.close();
});

test("E4, E5 and E7: 23,000 and 9,000, and which method answers which question", async () => {
  const { page, place } = await open("#/lifetime", "几种算法对照");
  await says(place, /历史 \+ 当前 \+ 潜在 = 23,000 元。$/);
  await until(() => place.locator(".fits").count(), 1);
  await press(place, "投入划算吗？");
  await says(place, /收入 − 开发 \+ 节约 − 优惠 = 9,000 元。$/);
  await press(place, "什么在推动它？");
  await says(place, /= 9,000 元；（收入 − 成本）× 年数 × 折现系数 = 4,548.94 元。$/);
  await until(() => place.locator(".fits").count(), 2);
  await press(place, "他的一生值多少？");
  await type(box(place, "实现的机会（%）"), "5成");
  await says(place, /= 25,000 元。$/);
  await undo(page);
  const career = figure(page, "历史 + 当前 + 潜在");
  const way = await wayTo(career, { name: "当前价值", now: 15000, to: 14000 }, { name: "历史价值", now: 12000 });
  await drag(page, handle(career, "当前价值"), way);
  await until(async () => Number((await box(place, "当前价值（元）").inputValue()).replace(",", "")), (found) => Math.abs(found - 2000) <= 100);
  await page.close();
});

test("boxes of the sections take what people write, and refuse the rest in a sentence", async () => {
  const { page, place } = await open("#/lifetime", "顾客份额");
  const spend = box(place, "他一年一共花（元）");
  const hint = hintOf(spend);
  for (const [text, wanted] of [["１２３００", /^$/], ["2万", /^= 20,000 元$/], ["−1", /^不能小于 0 元。$/], ["1e400", /^这个数太大了/], ["", /^这里还没有数/], ["多", /^看不懂这个数/], ["$5000", /^这个案例的货币是人民币/]]) {
    await spend.fill(text);
    await reads(hint, wanted);
  }
  await spend.press("Escape");
  const years = box(place, "计算期（年）");
  await years.fill("一年半");
  await reads(hintOf(years), "= 1.5 年");
  await years.fill("1年6");
  await reads(hintOf(years), /^这个数可以有两种读法。请把单位写全/);
  await page.close();
});

for (const [hash, names] of Object.entries(NAMES)) {
  for (const [language, locale] of [["zh", "zh-CN"], ["en", "en"]]) {
    test(`${hash} in ${language} with its sections open: nothing for axe to find, nothing to scroll sideways`, async () => {
      const page = await site.open({ hash, language: locale, width: 320, height: 800 });
      for (const name of names[language]) {
        const place = await unfolded(page, name);
        await reads(place.locator(".finding"), (words) => words.length > 10);
      }
      assert.deepEqual(await axe(page, { within: "main" }), []);
      assert.equal(await sidewaysScroll(page), 0);
      assert.ok((await answer(page).innerText()).length > 5);
      await page.close();
    });
  }
}
