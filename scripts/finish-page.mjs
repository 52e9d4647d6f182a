// The last touch on index.html: the size of the wasm, so that the progress of its
// download is known even where the server compresses it; where the second program is;
// and, in a debug build only, a wider policy, because the reloading of `trunk serve` is
// an inline script with a web socket. A release keeps the page's own policy.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addAnalyst } from "./add-analyst.mjs";

const folder = process.env.TRUNK_STAGING_DIR;
const file = join(folder, "index.html");
let page = readFileSync(file, "utf8");

function change(pattern, replacement) {
  const changed = page.replace(pattern, replacement);
  if (changed === page) throw new Error(`index.html has no ${pattern}`);
  page = changed;
}

change(/data-wasm="([^"]*)"/, (text, wasm) => `${text} data-size="${statSync(join(folder, wasm)).size}"`);
change('<meta name="customer-value-analyst">', `<meta name="customer-value-analyst" ${addAnalyst()}>`);
if (process.env.TRUNK_PROFILE === "debug") {
  change("script-src 'self'", "script-src 'self' 'unsafe-inline'");
  change("style-src 'self'", "style-src 'self' 'unsafe-inline'");
  change("connect-src 'self'", "connect-src 'self' ws: wss:");
}
writeFileSync(file, page);
