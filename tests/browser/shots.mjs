// Pictures of every page, into shots/: `node tests/browser/shots.mjs [part of a name]`.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PAGES, unfold } from "./acts.mjs";
import { root, startSite } from "./support.mjs";

const LANGUAGES = { zh: "zh-CN", en: "en" };
const SIZES = { 390: 844, 1366: 768, 1920: 1080 };
const LOOKS = [
  ...["light", "dark"].flatMap((theme) => Object.keys(SIZES).map((width) => ({ theme, width }))),
  { theme: "projector", width: "1920" },
];
const folder = join(root, "shots");
const wanted = process.argv[2] ?? "";

function* pictures() {
  for (const name of Object.keys(PAGES)) {
    for (const short of Object.keys(LANGUAGES)) {
      for (const { theme, width } of LOOKS) {
        const file = `${name}-${short}-${theme}-${width}.png`;
        if (file.includes(wanted)) yield { name, short, theme, width, file };
      }
    }
  }
}

/** Waits until every figure has been drawn at the size it has. */
const isDrawn = (page) => page.waitForFunction(() =>
  [...document.querySelectorAll("canvas")].every((canvas) => canvas.width >= 2 * canvas.clientWidth - 2));

async function take(site, { name, short, theme, width, file }) {
  const page = await site.open({
    language: LANGUAGES[short], theme, hash: `#/${name}`, width: Number(width), height: SIZES[width],
    deviceScaleFactor: width === "390" ? 2 : 1, touch: width === "390",
  });
  await unfold(page);
  await isDrawn(page);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: join(folder, file), fullPage: true, animations: "disabled" });
  await page.close();
}

await mkdir(folder, { recursive: true });
const begun = Date.now();
const site = await startSite();
let count = 0;
for (const picture of pictures()) {
  await take(site, picture);
  count += 1;
}
await site.stop();
console.log(`${count} pictures in shots/, ${((Date.now() - begun) / 1000).toFixed(0)} s`);
