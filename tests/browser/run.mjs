// Runs the tests in the browser, two files at once: `node tests/browser/run.mjs [file …]`.
//
// A file in which a test fails is run once more when all others are through and the machine is
// quiet. A test that fails again has failed; one that passes then is named as unsteady, to be mended.
import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** Milliseconds that one file may take before it counts as hanging. */
const LONGEST = 1_200_000;

/** Runs the files and resolves to the tests that failed: `{ file, name }`. */
async function runAll(files, concurrency) {
  const failed = [];
  const stream = run({ files, concurrency, timeout: LONGEST });
  stream.on("test:fail", ({ name, file, todo, skip }) => {
    if (todo === undefined && skip === undefined) failed.push({ name, file });
  });
  const printed = stream.compose(spec);
  printed.pipe(process.stdout, { end: false });
  await new Promise((done, broken) => printed.on("end", done).on("error", broken));
  return failed;
}

const given = process.argv.slice(2);
const names = given.length > 0 ? given : readdirSync(here).filter((name) => name.endsWith(".test.mjs")).map((name) => join(here, name));
const failed = await runAll(names.map((name) => resolve(name)), 2);

if (failed.length > 0) {
  const files = [...new Set(failed.map(({ file }) => file))];
  console.log(`\n${failed.length} failed; once more, one file at a time: ${files.join(" ")}\n`);
  const again = await runAll(files, 1);
  const isSame = (one) => (other) => other.name === one.name && other.file === one.file;
  for (const each of failed.filter((each) => !again.some(isSame(each)))) {
    console.log(`unsteady (failed, then passed): ${each.name} (${each.file})`);
  }
  process.exitCode = again.length > 0 ? 1 : 0;
}
