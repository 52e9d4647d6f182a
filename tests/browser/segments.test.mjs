// Segments: who chooses what, heads against value, our price, and positions that move.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, box, choose, drag, dragByTouch, figure, handle, holds, press, reads, redo, rowsOf, textOf, type, undo, until } from "./acts.mjs";
import { axe, sidewaysScroll, startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const OPERATORS = "两家电信公司打平，怎么破";
const RISE = "涨多少，胜算减半（元）";

/** The page with a case of the library on it. */
async function openSegments({ sample = OPERATORS, ...options } = {}) {
  const page = await site.open({ hash: "#/cases", ...options });
  await press(page, `打开这个案例: ${sample}`);
  await page.evaluate(() => {
    location.hash = "#/segments";
  });
  await reads(page.locator("h1"), "谁会选我们？");
  return page;
}

/** Opens a section by its heading. */
const unfold = (page, name) => page.locator(".fold-head").filter({ hasText: name }).click();

const asTable = (place) => place.getByRole("button", { name: "表", exact: true }).click();

test("five segments: heads against value", async () => {
  const page = await openSegments();
  await reads(page.locator(".flag"), /人最多的是实利主义型（35%），最值钱的是经典独立型（占价值 32\.8%）。全部客户一共值 3,050,000 元，平均每位 305 元。/);
  const equity = figure(page, "人多，还是值钱？");
  await asTable(equity);
  const rows = await rowsOf(equity);
  const column = (k) => rows.slice(1, 6).map((row) => row[k]);
  assert.deepEqual(column(1), ["1,500", "2,000", "3,500", "1,000", "2,000"]);
  assert.deepEqual(column(4), ["450,000", "1,000,000", "700,000", "800,000", "100,000"]);
  assert.deepEqual(rows[6], ["全部客户", "10,000", "100%", "305", "3,050,000", "100%"]);
  await type(box(page, "客户人数"), "2万");
  await reads(page.locator(".flag"), /一共值 6,100,000 元，平均每位 305 元/);
  await page.close();
});

test("the ready division puts the five into any case, and undo takes them out", async () => {
  const page = await openSegments({ sample: "一杯咖啡为什么值 25 元" });
  await choose(page, "换成现成的细分", "五个细分：传统 独立 实利 时尚 价格");
  await until(() => page.locator(".segments .name").evaluateAll((names) => names.map((name) => name.value)),
    ["传统型", "经典独立型", "实利主义型", "时尚追随型", "价格导向型"]);
  await reads(page.locator(".flag"), /人最多的是实利主义型（35%），最值钱的是经典独立型（占价值 32\.8%）/);
  await undo(page);
  await until(() => page.locator(".segments .name").count(), 4);
  await page.close();
});

/** Two equal firms; a point of service is worth one, and one more on the price divides the odds by e. */
async function takeTwoFirms(page) {
  await choose(page, "换成现成的细分", "不细分：全部客户一群");
  await type(box(page, "满分方案值（元）"), "10");
  await page.evaluate(() => {
    location.hash = "#/perceived";
  });
  for (const [criterion, weight] of [["质量", "0"], ["成本", "0"], ["服务", "1"], ["创新", "0"]]) {
    await type(box(page, `${criterion}·分量`), weight);
  }
  await type(box(page, "甲公司·服务·得分（分）"), "7");
  await type(box(page, "乙公司·服务·得分（分）"), "7");
  await page.evaluate(() => {
    location.hash = "#/segments";
  });
  await type(box(page, `全部客户·${RISE}`), "0.693147");
}

test("price or difference: equal firms share, a point of service brings 73.1 %", async () => {
  const page = await openSegments();
  await takeTwoFirms(page);
  await reads(answer(page), "50% 的客户选甲公司，50% 选乙公司。");
  await unfold(page, "打价格，还是打差异？");
  const table = page.getByRole("region", { name: "打价格，还是打差异？" });
  await until(async () => (await rowsOf(table)).find((row) => row[0] === "服务 +1 分")?.filter((_, k) => k !== 2), ["服务 +1 分", "73.1%", "1"]);
  await page.evaluate(() => {
    location.hash = "#/perceived";
  });
  await type(box(page, "甲公司·服务·得分（分）"), "8");
  await page.evaluate(() => {
    location.hash = "#/segments";
  });
  await reads(answer(page), "73.1% 的客户选甲公司，26.9% 选乙公司。");
  await page.close();
});

test("our price is dragged with the mouse, with a finger and with the keys to the same price", async () => {
  const price = (page) => box(page, "甲公司·价格（元）");
  for (const touch of [false, true]) {
    const page = await openSegments({ touch });
    const profit = figure(page, "我们的价格与利润");
    const knob = handle(profit, "甲公司·价格");
    // Its scale, from where one step takes it.
    await knob.scrollIntoViewIfNeeded();
    const from = await knob.boundingBox();
    await (touch ? dragByTouch : drag)(page, knob, { x: 40 });
    await until(() => price(page).inputValue().then(Number), (now) => now > 60);
    const dragged = await price(page).inputValue();
    const to = await knob.boundingBox();
    assert.ok(Math.abs(to.x - from.x - 40) < 12, `${from.x} ${to.x}`);
    await undo(page);
    await holds(price(page), "59");
    await knob.focus();
    for (let now = 59; now < Number(dragged) - 1e-9; now = Number(await price(page).inputValue())) {
      await page.keyboard.press("ArrowRight");
      await until(() => price(page).inputValue().then(Number), (value) => value > now);
    }
    await holds(price(page), dragged);
    await page.close();
  }
});

test("the price that earns most is taken, and no other earns more", async () => {
  const page = await openSegments();
  const line = page.locator(".pricing .remark").first();
  await reads(line, /定价 59 元，利润 147,584 元；利润最大的价格是 55\.55 元，利润 148,818 元。现在涨价 1%，销量约少 2\.0%。 用这个价格/);
  await press(page, "用这个价格");
  await holds(box(page, "甲公司·价格（元）"), "55.55");
  await reads(line, /利润 148,818 元.*现在的价格就是利润最大的价格。$/);
  await undo(page);
  await holds(box(page, "甲公司·价格（元）"), "59");
  await page.close();
});

test("alone, with nothing else to turn to, no price earns most; buying nothing mends it", async () => {
  const page = await openSegments();
  await page.evaluate(() => {
    location.hash = "#/perceived";
  });
  await page.getByRole("button", { name: "乙公司: 行操作" }).click();
  await press(page, "删除");
  await page.evaluate(() => {
    location.hash = "#/segments";
  });
  const line = page.locator(".pricing .remark").first();
  await reads(line, /客户没有别的可选，涨多少都得买/);
  await reads(answer(page), /^100% 的客户选甲公司/);
  await press(page, "可以不买");
  await reads(line, /利润最大的价格是/);
  await reads(answer(page), /^\d\d(\.\d)?% 的客户选甲公司/);
  await page.close();
});

test("ten points from cost to service: 6.9 and 6.9, then 7.0 and 6.6", async () => {
  const page = await openSegments();
  await unfold(page, "动态价值定位");
  const finding = page.locator(".later .finding");
  await reads(finding, "现在：甲公司 6.90，乙公司 6.90。5 年后：甲公司 7.00，乙公司 6.60。");
  await type(box(page, "看哪一刻（年）"), "2.5");
  await reads(finding, /2\.5 年后：甲公司 6\.95，乙公司 6\.75。$/);
  // The moment is dragged back to the end.
  const positions = figure(page, "动态价值定位");
  const knob = handle(positions, "看哪一刻");
  const before = await knob.boundingBox();
  await drag(page, knob, { x: 300 });
  await until(() => box(page, "看哪一刻（年）").inputValue().then(Number), (at) => at > 3);
  assert.ok((await knob.boundingBox()).x > before.x);
  await knob.focus();
  await page.keyboard.press("End");
  await reads(finding, /5 年后：甲公司 7\.00，乙公司 6\.60。$/);
  await type(box(page.locator(".later"), "成本·分量的变化"), "20");
  await type(box(page.locator(".later"), "服务·分量的变化"), "-20");
  await reads(finding, /乙公司 7\.50。$/);
  await page.close();
});

test("four elements of a service as a ready list", async () => {
  const page = await openSegments();
  await unfold(page, "动态价值定位");
  await choose(page, "换成现成的标准", "速度 创新 方便 成本");
  await until(async () => (await rowsOf(page.locator(".later"))).slice(1).map((row) => row[0]), ["速度", "创新", "方便", "成本"]);
  await page.close();
});

test("weights and values alike or each its own", async () => {
  const page = await openSegments();
  const group = (name) => page.getByRole("group", { name, exact: true });
  assert.equal(await box(page, "传统型·质量·分量").inputValue(), "40");
  await group("看重什么").getByRole("button", { name: "都一样" }).click();
  await until(() => page.getByRole("textbox", { name: "传统型·质量·分量" }).count(), 0);
  await group("每位客户的价值").getByRole("button", { name: "都一样" }).click();
  await reads(page.locator(".inputs"), /都是“终身价值”页的 [\d.,]+ 元/);
  await undo(page);
  await undo(page);
  await holds(box(page, "传统型·质量·分量"), "40");
  await redo(page);
  await until(() => page.getByRole("textbox", { name: "传统型·质量·分量" }).count(), 0);
  await page.close();
});

test("segments are added, renamed and removed; shares need not add up", async () => {
  const page = await openSegments();
  await page.getByRole("button", { name: "加一个细分" }).click();
  await until(() => page.locator(".segments li").count(), 6);
  await holds(box(page, "细分6·人数占比（%）"), "10");
  const name = page.locator(".segments .name").last();
  await name.fill("<b>老客户</b>");
  await name.blur();
  await reads(page.locator(".grid thead"), /<b>老客户<\/b>/);
  await page.getByRole("button", { name: "<b>老客户</b>: 行操作" }).click();
  await press(page, "删除");
  await reads(page.locator(".inputs"), /合计 90%，按比例当作 100% 来算。/);
  await page.close();
});

test("what cannot be read stays where it is typed; what has no answer says why", async () => {
  const page = await openSegments();
  const heads = box(page, "客户人数");
  const said = await textOf(answer(page));
  for (const text of ["很多", "-1", "1e400", ""]) {
    await heads.fill(text);
    await until(() => heads.getAttribute("aria-invalid"), "true");
    await reads(answer(page), said);
  }
  await type(heads, "１２３");
  await holds(heads, "123");
  await type(heads, "50万");
  await holds(heads, "500,000");
  await type(heads, "0");
  await reads(answer(page), /^一位客户也没有/);
  await type(heads, "100");
  for (const criterion of ["质量", "成本", "服务", "创新"]) {
    await type(box(page, `传统型·${criterion}·分量`), "0");
  }
  await reads(answer(page), /^有一群客户的分量全是零/);
  await undo(page);
  await reads(answer(page), /的客户选甲公司/);
  await page.close();
});

test("both languages, every theme, phone and projector", async () => {
  for (const [theme, width] of [["light", 390], ["dark", 1366], ["projector", 1920], ["light", 320]]) {
    const page = await openSegments({ theme, width });
    for (const name of ["打价格，还是打差异？", "动态价值定位"]) {
      await unfold(page, name);
    }
    await press(page, "EN");
    await reads(page.locator("h1"), "Who will choose us?");
    await reads(answer(page), "42.2% of customers choose Operator A, most of all Classic independent (60.9%).");
    assert.equal(await sidewaysScroll(page), 0, `${width}`);
    assert.deepEqual(await axe(page), []);
    assert.doesNotMatch(await page.locator("main").innerText(), /[\u4e00-\u9fff]/);
    await page.close();
  }
});
