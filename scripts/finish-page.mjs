// The last touch on index.html: the size of the wasm, so that the progress of its
// download is known even where the server compresses it; where the worker's own script is;
// and, in a debug build only, a wider policy, because the reloading of `trunk serve` is
// an inline script with a web socket. A release keeps the page's own policy.
import { createHash } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
const file = join(folder, "index.html");
let page = readFileSync(file, "utf8");

function change(pattern, replacement) {
  const changed = page.replace(pattern, replacement);
  if (changed === page) throw new Error(`index.html has no ${pattern}`);
  page = changed;
}

/** Puts a script into the folder under a name that says what is in it; no tag, for no page runs it. */
function add(name) {
  const text = readFileSync(join(process.env.TRUNK_SOURCE_DIR, "public", `${name}.js`));
  const added = `${name}-${createHash("sha256").update(text).digest("hex").slice(0, 16)}.js`;
  writeFileSync(join(folder, added), text);
  return `./${added}`;
}

change(/data-wasm="([^"]*)"/, (text, wasm) =>
  `${text} data-size="${statSync(join(folder, wasm)).size}" data-worker="${add("analyst-worker")}"`);
if (process.env.TRUNK_PROFILE === "debug") {
  change("script-src 'self'", "script-src 'self' 'unsafe-inline'");
  change("style-src 'self'", "style-src 'self' 'unsafe-inline'");
  change("connect-src 'self'", "connect-src 'self' ws: wss:");
}
writeFileSync(file, page);
