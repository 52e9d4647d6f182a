// The other side of the page's analyst: takes what the page asks, in order, reads files piece by
// piece, and hands both to the wasm. It runs behind the glue, in one script with it (public/analyst.js).

const PIECE = 1 << 20;
const FRONT = 1 << 16;

let analyst;
let memory;
let queue = Promise.resolve();

// What goes back: an answer, whom it is for, and how much memory there is.
function tell(id, answer) {
  if (answer) postMessage({ id, answer, memory: memory.buffer.byteLength });
}

async function bytesOf(file, from, to) {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}

// Everything but UTF-8 is decoded first; a character may be cut in two by the end of a piece.
function decoderOf(label) {
  if (label === "utf-8") return (bytes) => bytes;
  const decoder = new TextDecoder(label);
  const encoder = new TextEncoder();
  return (bytes, more) => encoder.encode(decoder.decode(bytes, { stream: more }));
}

async function preview(id, { file, encoding, label, separator }) {
  const front = await bytesOf(file, 0, FRONT);
  let [name, kind] = [label, encoding];
  if (!name) {
    [name, kind] = wasm_bindgen.Analyst.encoding(front);
    if (!kind) return tell(id, name);
  }
  return tell(id, wasm_bindgen.Analyst.preview(decoderOf(name)(front, true), kind, separator ?? "null"));
}

async function read(id, { file, label, reading }) {
  const refusal = analyst.begin(reading, Math.floor((Date.now() - new Date().getTimezoneOffset() * 60000) / 86400000));
  if (refusal) return tell(id, refusal);
  const decode = decoderOf(label);
  for (let from = 0; from < file.size; from += PIECE) {
    const to = Math.min(from + PIECE, file.size);
    const refusal = analyst.push(decode(await bytesOf(file, from, to), to < file.size));
    if (refusal) return tell(id, refusal);
    tell(id, analyst.progress(to / file.size));
  }
  return tell(id, analyst.finish());
}

async function handle({ id, module, question, look, open, headings }) {
  if (module) {
    ({ memory } = await wasm_bindgen({ module_or_path: module }));
    analyst = new wasm_bindgen.Analyst();
  } else if (question) {
    tell(id, analyst.ask(question));
  } else if (headings) {
    postMessage({ id, file: new Blob([analyst.export(headings)], { type: "text/csv" }) });
  } else {
    await (look ? preview(id, look) : read(id, open)).catch((error) => {
      // A trap of the wasm is no fault of the file: the page is told of it.
      if (error instanceof WebAssembly.RuntimeError) throw error;
      tell(id, wasm_bindgen.Analyst.unreadable());
    });
  }
}

onmessage = ({ data }) => {
  queue = queue.then(() => handle(data)).catch((error) => {
    postMessage({ id: data.id, broken: String(error) });
  });
};
