// What readers do with the page, and what they read off it.
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";

/** Milliseconds: a busy machine is slow, and only a test that fails waits so long. */
const PATIENCE = 20_000;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const meets = (found, wanted) => {
  if (typeof wanted === "function") return wanted(found);
  return wanted instanceof RegExp ? wanted.test(found) : isDeepStrictEqual(found, wanted);
};

/** Reads again and again until what is read is `wanted`: a value, a pattern, or a check. */
export async function until(read, wanted) {
  let found;
  let error;
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(25)) {
    try {
      found = await read();
      error = undefined;
      if (meets(found, wanted)) return found;
    } catch (thrown) {
      error = thrown;
    }
  }
  if (error) throw error;
  if (typeof wanted === "function") return assert.fail(`still ${JSON.stringify(found)}, which is not: ${wanted}`);
  if (wanted instanceof RegExp) return assert.match(String(found), wanted);
  return assert.deepEqual(found, wanted);
}

/** Text as it is read: one space where there are several. */
export const textOf = async (place) => (await place.innerText()).replace(/\s+/g, " ").trim();

/** Waits until a place says `wanted`. */
export const reads = (place, wanted) => until(() => textOf(place), wanted);

/** Waits until a box holds `wanted`. */
export const holds = (box, wanted) => until(() => box.inputValue(), wanted);

export const answer = (page) => page.locator(".answer");
export const netValue = (page) => page.locator(".answer em");
export const undo = (page) => page.keyboard.press("Control+z");
export const redo = (page) => page.keyboard.press("Control+Shift+z");

/** A text box by its full name; of several with one name the first. */
export const box = (place, name) => place.getByRole("textbox", { name, exact: true }).first();

/** A box with all that belongs to it, and what stands under it. */
export const numberOf = (place) => place.locator("xpath=ancestor::div[contains(@class, 'number')][1]");
export const hintOf = (place) => numberOf(place).locator(".hint");

/** Puts `text` into a box and leaves it. */
export async function type(place, text) {
  await place.fill(text);
  await place.blur();
}

export const region = (page, name) => page.getByRole("region", { name, exact: true });

/** A figure by its title. */
export const figure = (page, title) =>
  page.getByRole("figure").filter({ has: page.getByRole("group", { name: title, exact: true }) });

/** The handle of a figure; the only one if it needs no name. */
export const handle = (place, name) =>
  place.locator(".grab").and(name ? place.page().getByRole("slider", { name, exact: true }) : place.page().getByRole("slider"));

/** Rows of the table in `place`, cell by cell, with its headings. */
export const rowsOf = (place) => place.getByRole("row").evaluateAll((rows) =>
  rows.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())));

/** The middle of a place, once what has just changed is painted: that takes a frame, and a quarter of a second where it was out of view. */
async function middleOf(place) {
  const page = place.page();
  await page.waitForTimeout(300);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { x, y, width, height } = await place.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

/**
 * How many pixels the handle `name`, now at `now` of its axis, must go to stand at `to`; another
 * handle of the figure, at `there`, tells the scale.
 */
export async function wayTo(place, { name, now, to }, { name: other, now: there }) {
  const [from, mark] = [await middleOf(handle(place, name)), await middleOf(handle(place, other))];
  const isUpright = (await handle(place, name).getAttribute("aria-orientation")) === "vertical";
  const along = isUpright ? "y" : "x";
  return { [along]: (to - now) * ((mark[along] - from[along]) / (there - now)) };
}

const MOVES = 8;

/** Drags something with the mouse, without letting go if `hold` is set. */
export async function drag(page, place, { x = 0, y = 0 }, { hold = false } = {}) {
  await place.scrollIntoViewIfNeeded();
  const from = await middleOf(place);
  // A mouse goes by whole pixels.
  const [left, top] = [Math.round(from.x), Math.round(from.y)];
  const [right, bottom] = [left + Math.round(x), top + Math.round(y)];
  await page.mouse.move(left, top);
  await page.mouse.down();
  await page.mouse.move(right, bottom, { steps: MOVES });
  // A hand rests before it lets go.
  await page.mouse.move(right, bottom);
  if (!hold) await page.mouse.up();
}

/** The same with a finger. */
export async function dragByTouch(page, place, { x = 0, y = 0 }) {
  await place.scrollIntoViewIfNeeded();
  const middle = await middleOf(place);
  const from = { x: Math.round(middle.x), y: Math.round(middle.y) };
  const debug = await page.context().newCDPSession(page);
  const touch = (type, touchPoints) => debug.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [from]);
  for (let k = 1; k <= MOVES + 1; k += 1) {
    const share = Math.min(k / MOVES, 1);
    await touch("touchMove", [{ x: from.x + Math.round(share * x), y: from.y + Math.round(share * y) }]);
  }
  await touch("touchEnd", []);
  await debug.detach();
}

/**
 * Opens a menu. What has been typed just before may still move the page under the mouse, so that it
 * meets nothing; then a hand tries again.
 */
export const openMenu = (opener) => until(async () => {
  if ((await opener.getAttribute("aria-expanded")) !== "true") await opener.click();
  return opener.getAttribute("aria-expanded");
}, "true");

/** Opens a menu by the name of its button and chooses; once more where the page has moved. */
export async function choose(page, menu, item) {
  const opener = page.getByRole("button", { name: menu, exact: true });
  const choice = page.locator(".menu .list").getByRole("button", { name: item, exact: true });
  await until(async () => {
    await openMenu(opener);
    await choice.click({ timeout: 2000 });
    return true;
  }, true);
}

export const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Goes to a page by its name in the navigation, and waits until it is there. */
export async function goTo(page, name) {
  const pages = page.getByRole("navigation");
  // On a phone the list is behind a button.
  const opener = pages.getByRole("button", { expanded: false });
  if (await opener.count()) await opener.click();
  await pages.getByRole("link", { name, exact: true }).click();
  await until(() => pages.locator('[aria-current="page"]').textContent(), (here) => here.trim() === name);
}

/** The languages of a browser that the page knows, and what they are called here. */
export const LANGUAGES = { "zh-CN": "zh", en: "en" };

/** Every page: its name in the navigation, and its question. */
export const PAGES = {
  perceived: { zh: "感知价值", en: "Perceived value", question: { zh: "哪个方案对客户更值？", en: "Which offer is worth more to the customer?" } },
  ownership: { zh: "拥有成本", en: "Cost of ownership", question: { zh: "用到最后，哪个更省？", en: "Which costs less to own?" } },
  value: { zh: "经济价值", en: "Economic value", question: { zh: "对客户值多少，该卖多少？", en: "What is ours worth to the client, and what should it cost?" } },
  map: { zh: "价值图", en: "Value map", question: { zh: "哪个方案给的比它要的价更多？", en: "Which offer gives more than its price asks?" } },
  segments: { zh: "细分", en: "Segments", question: { zh: "谁会选我们？", en: "Who will choose us?" } },
  curve: { zh: "价值曲线", en: "Value curve", question: { zh: "我们和别人有什么不一样？", en: "Where does our curve part from theirs?" } },
  lifetime: { zh: "终身价值", en: "Lifetime value", question: { zh: "这位客户对我们值多少？", en: "What is this customer worth to us?" } },
  cycle: { zh: "生命周期", en: "Life cycle", question: { zh: "这位客户什么时候开始赚钱，什么时候回本？", en: "When does this customer begin to pay, and when is all paid back?" } },
  claims: { zh: "忠诚说法", en: "Loyalty claims", question: { zh: "这句名言对我们成立吗？", en: "Is the famous claim true for us?" } },
  customers: { zh: "客户群", en: "Customer base", question: { zh: "谁还是我们的客户，还会买多少？", en: "Who is still a customer, and how much will they buy?" } },
  "win-win": { zh: "双赢定价", en: "Win–win price", question: { zh: "什么价格对双方都好？", en: "Which price is good for both sides?" } },
  cases: { zh: "案例库", en: "Case library", question: { zh: "从哪个案例开始？", en: "Which case to begin with?" } },
};

/** Opens every section of the page that is closed, at once: there are many. */
export async function unfold(page) {
  const closed = page.locator('.fold-head[aria-expanded="false"]');
  await until(() => closed.evaluateAll((heads) => {
    for (const head of heads) head.click();
    return heads.length;
  }), 0);
}

/** The case as this browser has kept it. */
export const keptCase = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("customer-value.case"))?.case);

/** Waits until the page says that the case is saved. */
export const isSaved = (page, words = "已保存") => reads(page.getByRole("banner").getByRole("status"), words);

/** Opens a case of the library and goes to a page. */
export async function openSample(page, title, then) {
  await goTo(page, "案例库");
  await press(page, `打开这个案例: ${title}`);
  await goTo(page, then);
}

export const SAMPLES = {
  coffee: "一杯咖啡为什么值 25 元",
  caterpillar: "卡特彼勒：贵一万美元，凭什么",
  hotel: "一家只卖好觉的旅馆",
  operators: "两家电信公司打平，怎么破",
  rules: "三个方案，两条规则选得不一样",
  machine: "贵两万的机器，五年便宜两万八",
  blank: "空白案例",
};
