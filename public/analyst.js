// The program of the customer base, fetched with the page and kept, so that the page needs no
// network later: its script as a text and its wasm compiled. It is started from here, as often
// as need be, out of memory. A worker that is made from memory stands under the page's own
// policy, so that nothing of a file can leave; one that is fetched would stand under none.

let kept;

async function take(url) {
  const response = await fetch(new URL(url, document.baseURI), { priority: "low" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

async function load() {
  const { js, wasm } = document.querySelector("meta[name=customer-value-analyst]").dataset;
  const [script, module] = await Promise.all([
    take(js).then((response) => response.text()),
    take(wasm).then((response) => response.arrayBuffer()).then((bytes) => WebAssembly.compile(bytes)),
  ]);
  return { script: URL.createObjectURL(new Blob([script], { type: "text/javascript" })), module };
}

/** A worker with the program in it; what failed is tried again when it is wanted again. */
window.customerValueAnalyst = async () => {
  kept = kept || load();
  try {
    const { script, module } = await kept;
    const worker = new Worker(script);
    worker.postMessage({ module });
    return worker;
  } catch (error) {
    kept = undefined;
    throw error;
  }
};

if (typeof WebAssembly === "object") {
  kept = load();
  kept.catch(() => {
    kept = undefined;
  });
}
