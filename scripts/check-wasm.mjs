// Three promises of the built page, read off the files themselves:
//   - the module uses nothing that older browsers refuse (no reference types, no
//     multiple results: see .cargo/config.toml);
//   - it names no folder of the machine that built it;
//   - the code around it can send nothing: one `fetch`, of the module itself.
import { readdirSync, readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";

const folder = process.argv[2] ?? "dist";
const FEATURES = [
  "--mvp-features", "--enable-mutable-globals", "--enable-sign-ext",
  "--enable-nontrapping-float-to-int", "--enable-bulk-memory", "--enable-bulk-memory-opt",
];
const VALUES = new Map([[0x7f, "i32"], [0x7e, "i64"], [0x7d, "f32"], [0x7c, "f64"], [0x70, "funcref"], [0x6f, "externref"], [0x7b, "v128"]]);
const FORBIDDEN = /XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|\beval\(|new Function/g;

const found = [];

/** A cursor over the module's bytes. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  byte() {
    return this.bytes[this.at++];
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }
  slice(length) {
    this.at += length;
    return new Reader(this.bytes.subarray(this.at - length, this.at));
  }
  text() {
    return new TextDecoder().decode(this.slice(this.number()).bytes);
  }
  limits() {
    if (this.number() & 1) this.number();
    this.number();
  }
  type() {
    const byte = this.byte();
    return VALUES.get(byte) ?? `0x${byte.toString(16)}`;
  }
}

function types(section, note) {
  for (let left = section.number(); left > 0; left -= 1) {
    const form = section.byte();
    if (form !== 0x60) return note(`a type of form 0x${form.toString(16)}`);
    for (const part of ["parameter", "result"]) {
      const count = section.number();
      if (part === "result" && count > 1) note("a function type with several results");
      for (let i = 0; i < count; i += 1) {
        const type = section.type();
        if (!/^[if](32|64)$/.test(type)) note(`a function type with ${type} as ${part}`);
      }
    }
  }
}

function tables(section, note) {
  const count = section.number();
  if (count > 1) note(`${count} tables`);
  for (let i = 0; i < count; i += 1) {
    const type = section.type();
    if (type !== "funcref") note(`a table of ${type}`);
    section.limits();
  }
}

function imports(section, note) {
  for (let left = section.number(); left > 0; left -= 1) {
    const name = `${section.text()}.${section.text()}`;
    const kind = section.byte();
    if (kind === 0) section.number();
    else if (kind === 1) { note(`an imported table, ${name}`); section.type(); section.limits(); }
    else if (kind === 2) section.limits();
    else { note(`an import of kind ${kind}, ${name}`); section.type(); section.byte(); }
  }
}

function checkModule(name) {
  const note = (what) => found.push(`${name}: ${what}`);
  const reader = new Reader(readFileSync(join(folder, name)));
  reader.at = 8;
  while (reader.at < reader.bytes.length) {
    const id = reader.byte();
    const section = reader.slice(reader.number());
    if (id === 1) types(section, note);
    if (id === 2) imports(section, note);
    if (id === 4) tables(section, note);
  }
  const folders = `${homedir()}/`;
  if (reader.bytes.includes(folders)) note(`the name of a folder of this machine, ${folders}`);
  // The function bodies: binaryen refuses what the allowed features do not cover.
  try {
    execFileSync("wasm-opt", [join(folder, name), ...FEATURES, "-o", "/dev/null"], { stdio: "pipe" });
  } catch (error) {
    note(`binaryen refuses it: ${String(error.stderr ?? error).trim().split("\n").slice(0, 3).join(" / ")}`);
  }
}

function checkScript(name) {
  const text = readFileSync(join(folder, name), "utf8");
  const fetches = text.match(/\bfetch\(/g) ?? [];
  if (fetches.length > 1) found.push(`${name}: ${fetches.length} calls of fetch; only the loader's own is allowed`);
  for (const [word] of text.matchAll(FORBIDDEN)) found.push(`${name}: ${word}`);
}

function checkPage() {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  if (/<script(?![^>]*\bsrc=)/.test(page)) found.push("index.html: an inline script");
  if (/\sstyle=|<style/.test(page)) found.push("index.html: an inline style");
  if (/unsafe-inline|'unsafe-eval'/.test(page)) found.push("index.html: its policy allows inline code");
}

const files = readdirSync(folder, { recursive: true }).map(String);
const modules = files.filter((name) => name.endsWith(".wasm"));
if (modules.length === 0) found.push(`${folder}: no wasm`);
modules.forEach(checkModule);
files.filter((name) => name.endsWith(".js")).forEach(checkScript);
checkPage();

if (found.length > 0) {
  console.error(found.join("\n"));
  process.exit(1);
}
console.log(`${modules.join(", ")}: readable by older browsers; nothing in ${folder} can send data`);
