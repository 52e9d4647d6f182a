// The value curve: the hotel's numbers on the page, points that are dragged, moves that are chosen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SAMPLES, answer, box, drag, dragByTouch, figure, goTo, handle, holds, openSample, press, reads, region, rowsOf, textOf, type, undo, unfold, until, wayTo } from "./acts.mjs";
import { axe, startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const BED = "福缪勒第一·床的质量·得分";
const FOOD = "福缪勒第一·餐饮设施·得分";
const levels = (page) => region(page, "因素和水平");
const bed = (page) => box(levels(page), `${BED}（分）`);
const food = (page) => box(levels(page), `${FOOD}（分）`);
const open = (page, title) => page.locator(".fold-head", { hasText: title }).click();
const curves = (page) => figure(page, "价值曲线");

async function openHotel(options) {
  const page = await site.open(options);
  await page.getByRole("navigation").getByRole("link", { name: "案例库", exact: true, includeHidden: true }).evaluate((link) => link.click());
  await press(page, `打开这个案例: ${SAMPLES.hotel}`);
  await page.evaluate(() => {
    location.hash = "#/curve";
  });
  await reads(page.locator("h1"), "我们和别人有什么不一样？");
  return page;
}

/** The factors of each of the four moves. */
const moves = (page) => page.locator(".four > div").evaluateAll((quarters) =>
  Object.fromEntries(quarters.map((quarter) => [quarter.dataset.move, [...quarter.querySelectorAll("li")].map((item) => item.innerText)])));
const moveOf = (page, factor) => page.getByRole("combobox", { name: `${factor}·动作`, exact: true });

test("the hotel: what it eliminates, reduces, raises and creates, and how far it parts", async () => {
  const page = await openHotel();
  await reads(answer(page), "福缪勒第一在 9 个因素里有 9 个和所有对手都不一样：剔除 2，减少 4，增加 3。");
  await reads(page.locator(".head .flag"), /^曲线分得开：和最像的.星旅馆，相关系数也只有 0\.50。$/);
  await until(() => moves(page), {
    Eliminate: ["餐饮设施", "大堂"],
    Raise: ["床的质量", "卫生", "安静"],
    Reduce: ["建筑美感", "客房大小", "前台服务", "家具和便利"],
    Create: [],
  });
  const checks = await rowsOf(region(page, "三项检验"));
  assert.deepEqual(checks[1], ["各因素合计", "31", "26", "53"]);
  assert.deepEqual(checks[2], ["核心因素合计", "26", "10", "19"]);
  assert.deepEqual(checks[5], ["和我们的相关系数", "", "0.50", "0.50"]);
  await reads(page.locator(".checks dd").nth(1), /一星旅馆和二星旅馆彼此平行（相关系数 1\.00）/);
  await curves(page).getByRole("button", { name: "表", exact: true }).click();
  await until(async () => (await rowsOf(curves(page))).at(-2), ["价格", "3.0", "3.6", "8.0", "减少"]);
  await press(page, "EN");
  await reads(answer(page), "Formule 1 parts from every rival on 9 of 9 factors: eliminate 2, reduce 4, raise 3.");
  await page.close();
});

test("a level is dragged with the mouse, and it is the score of perceived value", async () => {
  const page = await openHotel({ width: 1600, height: 1000 });
  await drag(page, handle(curves(page), BED), await wayTo(curves(page), { name: BED, now: 8, to: 5 }, { name: FOOD, now: 0 }));
  await holds(bed(page), "5");
  await reads(answer(page), /8 个和所有对手都不一样：剔除 2，减少 4，增加 2。$/);
  await until(() => moveOf(page, "床的质量").inputValue(), "2");
  await goTo(page, "感知价值");
  await holds(box(page, `${BED}（分）`), "5");
  await goTo(page, "价值曲线");
  await undo(page);
  await holds(bed(page), "8");
  await page.close();
});

test("arrow keys come to the same", async () => {
  const page = await openHotel({ width: 1600, height: 1000 });
  await handle(curves(page), BED).focus();
  for (let k = 0; k < 6; k += 1) await page.keyboard.press("ArrowDown");
  await holds(bed(page), "5");
  await page.close();
});

test("on a phone the factors are rows, and a finger comes to the same", async () => {
  const page = await openHotel({ width: 390, height: 844, touch: true });
  assert.equal(await handle(curves(page), BED).getAttribute("aria-orientation"), "horizontal");
  await dragByTouch(page, handle(curves(page), BED), await wayTo(curves(page), { name: BED, now: 8, to: 5 }, { name: FOOD, now: 0 }));
  await holds(bed(page), "5");
  await page.close();
});

test("a rival's point can be dragged, and reached with the keys", async () => {
  const page = await openHotel({ width: 1600, height: 1000 });
  const theirs = "二星旅馆·餐饮设施·得分";
  await drag(page, handle(curves(page), theirs), await wayTo(curves(page), { name: theirs, now: 5, to: 7 }, { name: BED, now: 8 }));
  await holds(box(levels(page), `${theirs}（分）`), "7");
  await handle(curves(page), theirs).focus();
  await page.keyboard.press("ArrowUp");
  await holds(box(levels(page), `${theirs}（分）`), "7.5");
  await page.close();
});

test("a price is dragged, and the axis waits until it is let go", async () => {
  const page = await openHotel({ width: 1600, height: 1000 });
  const dear = "二星旅馆·价格";
  const price = box(levels(page), "二星旅馆·价格（法郎）");
  const way = await wayTo(curves(page), { name: dear, now: 8, to: 4 }, { name: "福缪勒第一·价格", now: 3 });
  const from = await handle(curves(page), dear).boundingBox();
  await drag(page, handle(curves(page), dear), way, { hold: true });
  await holds(price, "100");
  const held = await handle(curves(page), dear).boundingBox();
  assert.ok(Math.abs(held.y - from.y - way.y) < 4, "it stays under the mouse");
  await page.mouse.up();
  // The top is 125 now.
  await until(() => handle(curves(page), dear).getAttribute("aria-valuenow"), "8.0000");
  await holds(price, "100");
  await page.close();
});

test("a parallel curve is warned of by name", async () => {
  const page = await openHotel();
  for (const [factor, level] of [["餐饮设施", 4], ["建筑美感", 4], ["大堂", 4], ["客房大小", 5], ["前台服务", 6], ["家具和便利", 5], ["床的质量", 5], ["卫生", 6], ["安静", 5]]) {
    await type(box(levels(page), `福缪勒第一·${factor}·得分（分）`), String(level));
  }
  await reads(page.locator(".head .flag"), "平行：我们的曲线和一星旅馆（相关系数 1.00）、二星旅馆（相关系数 1.00）几乎平行：同样的东西，只是多一点或少一点。");
  await reads(page.locator(".checks dd b").nth(1), "注意");
  await reads(answer(page), "福缪勒第一的 9 个因素都在对手的范围之内：没有不一样的地方。");
  await page.close();
});

test("choosing a move sets the level, and what is closed says why", async () => {
  const page = await openHotel();
  await moveOf(page, "餐饮设施").selectOption("增加");
  await holds(food(page), "5.5");
  await until(async () => (await moves(page)).Raise, ["餐饮设施", "床的质量", "卫生", "安静"]);
  assert.ok(await moveOf(page, "餐饮设施").evaluate((list) => list === document.activeElement || document.activeElement === document.body));
  const closed = await moveOf(page, "餐饮设施").locator("option:disabled").allInnerTexts();
  assert.deepEqual(closed.map((text) => text.trim()), ["创造（已有对手在做）"]);
  await undo(page);
  await holds(food(page), "0");
  for (const rival of ["一星旅馆", "二星旅馆"]) await type(box(levels(page), `${rival}·餐饮设施·得分（分）`), "0");
  await moveOf(page, "餐饮设施").selectOption("创造");
  await holds(food(page), "0.5");
  await until(async () => (await moves(page)).Create, ["餐饮设施"]);
  await page.close();
});

test("the tagline: three factors at most, and it must hold on them", async () => {
  const page = await openHotel();
  const core = page.locator(".tagline .switch");
  const factor = (name) => core.getByRole("button", { name, exact: true });
  assert.ok(await factor("大堂").isDisabled());
  await factor("安静").click();
  await factor("大堂").click();
  await until(async () => (await rowsOf(region(page, "三项检验")))[2], ["核心因素合计", "17", "9", "18"]);
  await reads(page.locator(".checks dd").nth(2), /^注意/);
  await type(page.getByRole("textbox", { name: "一句话" }), "");
  await reads(page.locator(".checks dd").nth(2), /还没有一句话/);
  await type(page.getByRole("textbox", { name: "一句话" }), "睡得好");
  await undo(page);
  await undo(page);
  await undo(page);
  await undo(page);
  await reads(page.locator(".checks dd").nth(2), /^通过/);
  await page.close();
});

test("the money side: 8.50 and 9.78 make 18.28 a night", async () => {
  const page = await openHotel();
  await open(page, "钱从哪里省，花到哪里");
  const costs = page.locator("section.costs");
  await reads(costs.locator(".finding"), /^一夜省下 18\.28 法郎，多花 0 法郎，合计 \+18\.28 法郎/);
  await reads(costs.locator(".change .follows").first(), "每一份 30 法郎 → 21.5 法郎，省 8.5 法郎");
  await reads(costs.locator(".change .follows").nth(1), "每一份 19.57 法郎 → 9.78 法郎，省 9.78 法郎");
  await type(box(costs, "人员·按这个价格算比例（法郎）"), "200");
  await reads(costs.locator(".finding"), /省下 26\.78 法郎/);
  await page.getByRole("combobox", { name: "人员·怎样计算" }).selectOption("金额");
  await type(box(costs, "人员·行业·每一份（法郎）"), "10");
  await type(box(costs, "人员·我们·每一份（法郎）"), "25");
  await reads(costs.locator(".finding"), /省下 9\.78 法郎，多花 15 法郎，合计 −5\.22 法郎/);
  await page.getByRole("combobox", { name: "人员·怎样计算" }).selectOption("占价格的比例");
  await holds(box(costs, "人员·按这个价格算比例（法郎）"), "200");
  await costs.locator(".add").click();
  await until(() => costs.locator(".change").count(), 3);
  await page.close();
});

test("price classes: two stars cost 2.67 times", async () => {
  const page = await openHotel();
  await open(page, "价格带");
  const classes = page.locator("section.price-classes");
  await reads(classes.locator(".finding"), /是非星级和一星级（75 法郎）的 2\.67 倍。我们的 75 法郎，在非星级和一星级之内。$/);
  await handle(figure(page, "价格带"), "福缪勒第一·价格").focus();
  for (let k = 0; k < 20; k += 1) await page.keyboard.press("ArrowRight");
  await holds(box(levels(page), "福缪勒第一·价格（法郎）"), "95");
  await reads(classes.locator(".finding"), /我们的 95 法郎，不在任何一个价格带里/);
  await page.close();
});

test("before and after: kept, changed, told, dropped", async () => {
  const page = await openHotel();
  await open(page, "以前和现在");
  const former = page.locator("section.before-after");
  await reads(former.locator(".finding"), /^还没有以前的曲线/);
  await press(page, "把今天的曲线记作以前");
  await type(bed(page), "10");
  await reads(former.locator(".finding"), /^和以前相比，1 个因素升了，0 个降了/);
  await until(async () => (await rowsOf(region(page, "以前和现在")))[7], ["床的质量", "8", "10", "+2"]);
  await press(page, "去掉以前的曲线");
  await reads(former.locator(".finding"), /^还没有以前的曲线/);
  await page.close();
});

test("one offer has nothing to part from; bad text leaves the curve as it was", async () => {
  const page = await openHotel();
  for (const text of ["乱写", "−1", "11", "1e400", ""]) {
    await bed(page).fill(text);
    await until(() => bed(page).getAttribute("aria-invalid"), "true");
    await reads(answer(page), /9 个和所有对手都不一样/);
  }
  await type(bed(page), "５");
  await holds(bed(page), "5");
  for (const name of ["二星旅馆", "一星旅馆"]) {
    await press(page, `${name}: 行操作`);
    await page.locator(".menu .list").getByRole("button", { name: "删除", exact: true }).click();
  }
  await reads(answer(page), /^只有一个方案/);
  await reads(page.locator(".head .no-figure"), /^只有一个方案/);
  await undo(page);
  await reads(answer(page), /^福缪勒第一在 9 个因素里/);
  await page.close();
});

test("every sample has its curve, its tagline and its costs in both languages", async () => {
  const page = await site.open({ width: 1600, height: 1000 });
  for (const title of Object.values(SAMPLES)) {
    await openSample(page, title, "价值曲线");
    await unfold(page);
    await until(() => page.locator(".no-figure").count(), 0);
    for (const finding of await page.locator(".finding").all()) assert.ok((await textOf(finding)).length > 8, title);
    await press(page, "EN");
    await until(() => page.locator("main").innerText(), (text) => !/[\u4e00-\u9fff]/.test(text)).catch(() => assert.fail(`${title}: Chinese in English`));
    await press(page, "中文");
  }
  await page.close();
});

test("accessible with everything open", async () => {
  for (const options of [{ width: 1366, height: 900 }, { width: 390, height: 844, touch: true, theme: "dark" }]) {
    const page = await openHotel(options);
    await unfold(page);
    await press(page, "把今天的曲线记作以前");
    assert.deepEqual(await axe(page), []);
    await page.close();
  }
});
