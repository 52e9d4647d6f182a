// Builds the second program, which works on customer bases beside the page (src/worker.rs), and puts
// its two files next to the page's, named by what is in them: the script (glue and
// public/analyst-worker.js in one) and the wasm. Says where they are, as attributes for index.html.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const staging = process.env.TRUNK_STAGING_DIR;
const root = process.env.TRUNK_SOURCE_DIR;
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const out = join(target, "analyst");
const release = process.env.TRUNK_PROFILE === "release";
// Fast either way, because nobody wants to wait for a fit; but a quick build links quickly.
const quickly = release ? [] : ["--config", 'profile.fast.lto="off"', "--config", "profile.fast.codegen-units=16"];

const run = (program, ...given) => execFileSync(program, given, { cwd: root, stdio: "inherit" });

function add(content, ending) {
  const name = `analyst-${createHash("sha256").update(content).digest("hex").slice(0, 16)}.${ending}`;
  writeFileSync(join(staging, name), content);
  return `./${name}`;
}

/** Builds it, and returns the attributes. */
export function addAnalyst() {
  run("cargo", "build", "--quiet", "--offline", "--locked", "--profile", "fast", ...quickly,
    "--no-default-features", "--features", "worker", "--target", "wasm32-unknown-unknown", "--bin", "analyst");
  mkdirSync(out, { recursive: true });
  const built = join(out, "analyst_bg.wasm");
  run("wasm-bindgen", "--target", "no-modules", "--no-typescript", "--out-dir", out, "--out-name", "analyst",
    join(target, "wasm32-unknown-unknown/fast/analyst.wasm"));
  if (release) {
    run("wasm-opt", "-O3", "--mvp-features", "--enable-mutable-globals", "--enable-sign-ext",
      "--enable-nontrapping-float-to-int", "--enable-bulk-memory", "--enable-bulk-memory-opt", built, "-o", built);
  }
  const script = [join(out, "analyst.js"), join(root, "public/analyst-worker.js")].map((file) => readFileSync(file, "utf8"));
  return `data-js="${add(script.join("\n"), "js")}" data-wasm="${add(readFileSync(built), "wasm")}"`;
}
