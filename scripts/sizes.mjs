// What a visitor downloads: each file of dist raw, by gzip and by brotli, and in all.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = process.argv[2] ?? "dist";

function row(name) {
  const bytes = readFileSync(join(folder, name));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return [name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, quality).length];
}

const rows = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => row(join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, "/").length)))
  .sort((a, b) => b[1] - a[1]);
rows.push(["in all", ...[1, 2, 3].map((column) => rows.reduce((sum, each) => sum + each[column], 0))]);

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
const width = Math.max(...rows.map(([name]) => name.length));
console.log(`${"".padEnd(width)} ${"raw".padStart(11)} ${"gzip".padStart(11)} ${"brotli".padStart(11)}`);
for (const [name, ...sizes] of rows) console.log(`${name.padEnd(width)} ${sizes.map(kb).join(" ")}`);
