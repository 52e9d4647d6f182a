// Puts the style files that style/main.css imports into one, target/style/page.css,
// each inside the layer its @import names. Comments and indentation are left out.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "target/style/page.css");
const IMPORT = /^[ \t]*@import\s+(?:url\(\s*)?["']?([^"')\s]+)["']?\s*\)?\s*(?:layer\(([\w.-]+)\))?\s*([^;]*);/gm;
const STRING_OR_COMMENT = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*[\s\S]*?\*\//g;

function bundle(file, above = []) {
  if (above.includes(file)) throw new Error(`${file} imports itself`);
  const text = readFileSync(file, "utf8").replace(STRING_OR_COMMENT, (_, string) => string ?? "");
  return text.replace(IMPORT, (_, name, layer, media) => {
    let part = bundle(join(dirname(file), name), [...above, file]);
    if (media.trim()) part = `@media ${media.trim()} {\n${part}\n}`;
    return layer ? `@layer ${layer} {\n${part}\n}` : part;
  });
}

const css = bundle(join(root, "style/main.css"))
  .split("\n")
  .map((line) => line.trim())
  .filter(Boolean)
  .join("\n") + "\n";

let before = "";
try {
  before = readFileSync(target, "utf8");
} catch {
  // The first time.
}
if (css !== before) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, css);
}
