// The value map: R4 typed and dragged, the line turned, what would make us fair, and the rules side by side.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  SAMPLES, answer, box, choose, dragByTouch, drag, figure, goTo, handle, holds, openSample, reads, redo, region, rowsOf,
  textOf, type, undo, unfold, until,
} from "./acts.mjs";
import { axe, sidewaysScroll, startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const MAP = "价值图";
const RULES = "四条规则并排";
const OURS = "甲·质量与价格";
const SLOPE = "公道线的斜率";
const criteria = (page) => region(page, "客户看重什么");
const prices = (page) => region(page, "价格");
const flag = (page) => page.locator(".flag");
const reading = (page) => handle(figure(page, MAP), OURS).getAttribute("aria-valuetext");

/** Types the reference case R4 into the sample of three offers. */
async function openR4(options = {}) {
  const page = await site.open(options);
  await openSample(page, SAMPLES.rules, MAP);
  const names = ["产品", "服务", "人员", "形象"];
  for (const [k, weight] of ["40", "30", "20", "10"].entries()) await type(box(page, `${names[k]}·分量`), weight);
  for (const [offer, scores, price] of [["甲", [8, 7, 9, 6], 110], ["乙", [7, 7, 6, 8], 100], ["丙", [6, 8, 7, 7], 100]]) {
    for (const [k, score] of scores.entries()) {
      await type(box(criteria(page), `${offer}·${names[k]}·得分（分）`), String(score));
    }
    await type(box(prices(page), `${offer}·价格（分）`), String(price));
  }
  return page;
}

/** The numbers of our point, as its handle says them. */
async function ours(page) {
  const [, quality, price] = /质量 ([\d.]+)，价格 ([\d.]+)/.exec(await reading(page));
  return { quality: Number(quality), price: Number(price) };
}

test("R4: 1.1292 at 1.10, value 1.0266, right of the line by 0.0207", async () => {
  const page = await openR4();
  await reads(answer(page), "甲最超值：质量是对手平均的 113%，价格是 110%，在公道价值线右边 0.0207。");
  await reads(flag(page), "甲超值：涨到 112.92 分（还能涨 2.92 分）仍然公道。");
  await figure(page, MAP).getByRole("button", { name: "表", exact: true }).click();
  await until(async () => (await rowsOf(figure(page, MAP)))[1], ["甲", "1.1292", "1.1000", "1.0266", "0.0207", "112.92"]);
  const profile = region(page, "质量逐项比");
  await until(async () => (await rowsOf(profile))[1], ["产品", "40%", "8", "6.5", "1.2308", "0.4923"]);
  await until(async () => (await rowsOf(profile)).at(-1), ["合计", "100%", "", "", "", "1.1292"]);
  await reads(page.locator(".ties"), (text) => text.includes("甲·价格 110 分 → 112.92 分") && text.includes("甲·产品·得分 8 分 → 7.52 分"));
  assert.match(await page.getByRole("math").getAttribute("aria-label"), /q = 0\.4 · \(8\) \/ \(6\.5\) .* = 1\.1292 p = \(110\) \/ \(100\) = 1\.1000 .* = 0\.0207$/);
  await page.close();
});

/** Moves our point by a tenth of the plot both ways, in the way given; says where it then is. */
async function moved(page, how) {
  const before = await ours(page);
  await how(handle(figure(page, MAP), OURS), { x: -40, y: 30 });
  return until(() => ours(page), ({ quality, price }) => quality < before.quality - 0.02 && price < before.price - 0.02);
}

test("the mouse moves quality and price at once, in one step of undo", async () => {
  const page = await openR4();
  const start = await ours(page);
  const grab = handle(figure(page, MAP), OURS);
  const place = async () => {
    const { x, y, width, height } = await grab.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const from = await place();
  await drag(page, grab, { x: -40, y: 30 }, { hold: true });
  const at = await until(place, ({ x }) => Math.abs(x - from.x + 40) < 2);
  assert.ok(Math.abs(at.y - from.y - 30) < 2, `under the pointer: ${JSON.stringify({ from, at })}`);
  await page.mouse.up();
  const there = await ours(page);
  // All scores in proportion.
  const score = async (name) => Number(await box(criteria(page), `甲·${name}·得分（分）`).inputValue());
  const share = there.quality / start.quality;
  for (const [name, was] of [["产品", 8], ["服务", 7], ["人员", 9], ["形象", 6]]) {
    assert.ok(Math.abs((await score(name)) / was - share) < 0.01, `${name} by ${share}`);
  }
  await undo(page);
  await until(() => ours(page), start);
  await holds(box(criteria(page), "甲·产品·得分（分）"), "8");
  await holds(box(prices(page), "甲·价格（分）"), "110");
  await redo(page);
  await until(() => ours(page), there);
  await page.close();
});

test("finger and keys come to the same place as the mouse", async () => {
  const places = [];
  const mouse = await openR4({ width: 1366, height: 900 });
  places.push(await moved(mouse, (grab, way) => drag(mouse, grab, way)));
  await mouse.close();
  const touch = await openR4({ width: 1366, height: 900, touch: true });
  places.push(await moved(touch, (grab, way) => dragByTouch(touch, grab, way)));
  await touch.close();
  const keys = await openR4({ width: 1366, height: 900 });
  places.push(await moved(keys, async (grab) => {
    await grab.focus();
    for (const [key, axis] of [["ArrowLeft", "quality"], ["ArrowDown", "price"]]) {
      for (let now = (await ours(keys))[axis]; now - 0.005 > places[0][axis];) {
        await keys.keyboard.press(key);
        now = await until(async () => (await ours(keys))[axis], (next) => next < now);
      }
    }
  }));
  for (const { quality, price } of places.slice(1)) {
    assert.ok(Math.abs(quality - places[0].quality) < 0.011 && Math.abs(price - places[0].price) < 0.011, JSON.stringify(places));
  }
  await keys.close();
});

test("every arrow key moves the point its own way, and back", async () => {
  const page = await openR4();
  const grab = handle(figure(page, MAP), OURS);
  assert.equal(await grab.getAttribute("aria-orientation"), "undefined");
  await grab.focus();
  for (const [key, back, axis, sign] of [
    ["ArrowRight", "ArrowLeft", "quality", 1], ["ArrowLeft", "ArrowRight", "quality", -1],
    ["ArrowUp", "ArrowDown", "price", 1], ["ArrowDown", "ArrowUp", "price", -1], ["PageUp", "PageDown", "price", 10],
  ]) {
    const start = await ours(page);
    await page.keyboard.press(key);
    const there = await until(() => ours(page), (now) => now[axis] !== start[axis]);
    assert.ok(Math.abs(there[axis] - start[axis] - sign * 0.01) < 0.0051, `${key}: ${JSON.stringify([start, there])}`);
    const other = axis === "price" ? "quality" : "price";
    assert.equal(there[other], start[other], key);
    await page.keyboard.press(back);
    await until(() => ours(page), start);
  }
  await page.close();
});

test("the line is turned by its handle, its box and its keys", async () => {
  const page = await openR4();
  const line = handle(figure(page, MAP), SLOPE);
  await type(box(page, SLOPE), "1.5");
  // (1.5 × 0.12923 − 0.1) ÷ √3.25
  await reads(answer(page), /右边 0\.0521。$/);
  await drag(page, line, { y: 40 });
  const slope = await until(async () => Number(await box(page, SLOPE).inputValue()), (now) => now < 1.4);
  await line.focus();
  await page.keyboard.press("ArrowUp");
  await until(async () => Number(await box(page, SLOPE).inputValue()), (now) => now > slope);
  await undo(page);
  await undo(page);
  await holds(box(page, SLOPE), "1.5");
  await page.close();
});

test("the box of the slope takes what people write and refuses the rest", async () => {
  const page = await site.open({ hash: "#/map" });
  const slope = box(page, SLOPE);
  const said = await textOf(answer(page));
  for (const [text, good] of [["１.２", true], ["abc", false], ["50万", false], ["−1", false], ["1e400", false], ["", false], ["0.05", false], ["1", true]]) {
    await type(slope, text);
    await until(() => slope.getAttribute("aria-invalid"), (is) => (is === "true") !== good).catch(() => assert.fail(`${text} is ${good ? "good" : "bad"}`));
    if (!good) assert.match(await textOf(answer(page)), /公道价值线/);
  }
  await reads(answer(page), said);
  await page.close();
});

test("the coffee: what differs most is not worth its price on the map, and wins in money", async () => {
  const page = await site.open({ hash: "#/map" });
  await reads(answer(page), "办公室速溶最超值：质量是对手平均的 42%，价格是 16%，在公道价值线右边 0.1815。");
  await reads(flag(page), "星巴克不值这个价：降到 19.37 元（降 5.63 元）才公道。");
  await figure(page, RULES).getByRole("button", { name: "表", exact: true }).click();
  await until(() => rowsOf(figure(page, RULES)), [
    ["元", "差额", "比率", "价值图", "经济价值"],
    ["星巴克", "+20 元（第 1）", "1.65 倍（第 3）", "−0.5307（第 3）", "+7.8 元（第 1）"],
    ["便利店", "+12.2 元（第 2）", "1.84 倍（第 2）", "−0.0468（第 2）", "0 元（第 2）"],
    ["办公室速溶", "+11.5 元（第 3）", "3.3 倍（第 1）", "+0.1815（第 1）", "−0.7 元（第 3）"],
  ]);
  const reasons = page.locator(".reasons");
  // A perfect cup at 45.22 would make 0.85 W − 31 and 0.275 W − 5 the same.
  await reads(reasons, (text) => text.includes("比率选办公室速溶，差额选星巴克。") && text.includes("多带来 34.5 元，多付 26 元") && text.includes("最多值 45.22 元"));
  // Of 24.3 more benefit and 16.5 more cost than the shop: without credit there is nothing left of it.
  await type(box(page, "客户承认的优势（%）"), "50");
  await reads(reasons, /经济价值选.*，差额选星巴克。 客户只承认优势的 50%。承认到 [\d.]+%，/);
  await page.close();
});

test("the rules on the page of perceived value say the same, and the flag stays", async () => {
  const page = await site.open();
  await unfold(page);
  await reads(page.locator(".flag summary"), /^两条规则不一致/);
  await until(() => figure(page, RULES).count(), 1);
  await reads(page.locator(".reasons"), (text) => text.includes("价值图选办公室速溶，差额选星巴克。"));
  await page.close();
});

test("in points: three rules, and in words why not the fourth", async () => {
  const page = await site.open();
  await openSample(page, SAMPLES.rules, MAP);
  await figure(page, RULES).getByRole("button", { name: "表", exact: true }).click();
  await until(async () => (await rowsOf(figure(page, RULES)))[0], ["分", "差额", "比率", "价值图"]);
  await reads(page.locator(".rules .remark"), /^现在按分数计算。.*经济价值是一笔钱/);
  await reads(page.locator(".reasons"), (text) => text.includes("甲多带来 60 分，多付 52 分：差额看到净多 8 分"));
  await page.close();
});

test("where the rival scores nothing there is no map, and the page says which criterion and what to do", async () => {
  const page = await site.open();
  await openSample(page, SAMPLES.caterpillar, MAP);
  await reads(answer(page), /^有一项标准，对手们得零分/);
  await reads(flag(page), "是这一项：更耐用。");
  await reads(page.locator(".no-figure").first(), /^有一项标准/);
  await reads(page.locator(".rules"), (text) => text.includes("价值图排不了"));
  for (const name of ["更耐用", "更可靠", "更好的服务", "更长的零件保修"]) await type(box(criteria(page), `对手·${name}·得分（分）`), "5");
  await reads(answer(page), /公道价值线/);
  await page.close();
});

test("a price typed here is the price on the other pages, and an offer added there is here", async () => {
  const page = await site.open({ hash: "#/map" });
  await type(box(prices(page), "星巴克·价格（元）"), "19");
  await reads(flag(page), /^星巴克超值：/);
  await goTo(page, "感知价值");
  await reads(answer(page), "星巴克，净价值 +26 元，比便利店多 13.8 元。");
  await page.getByRole("button", { name: "加一个方案" }).click();
  await goTo(page, MAP);
  await until(() => handle(figure(page, MAP)).count(), 5);
  await until(() => figure(page, RULES).getByRole("img").getAttribute("aria-label"), /第一/);
  for (const name of ["方案4", "办公室速溶", "便利店"]) await choose(page, `${name}: 行操作`, "删除");
  await reads(answer(page), /^只有一个方案，没有可比的/);
  await undo(page);
  await reads(answer(page), /公道价值线/);
  await page.close();
});

for (const language of ["zh-CN", "en"]) {
  for (const theme of ["light", "dark", "projector"]) {
    test(`sound: ${language}, ${theme}`, async () => {
      const page = await site.open({ language, theme, hash: "#/map" });
      await until(() => page.locator("h1").count(), 1);
      assert.deepEqual(await axe(page), []);
      for (const width of [320, 390, 768, 1366, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        await until(() => sidewaysScroll(page), 0);
      }
      await page.close();
    });
  }
}
