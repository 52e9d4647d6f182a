// The customer base is worked out beside the page, in a worker that runs the same program. Its script
// is fetched with the page and kept, so that no network is needed later; the program itself is the
// page's, compiled once (public/boot.js). A worker is started from here, as often as need be, out of
// memory. One that is made from memory stands under the page's own policy, so that nothing of a file
// can leave; one that is fetched would stand under none.

let kept;

async function take(url) {
  const response = await fetch(new URL(url, document.baseURI), { priority: "low" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

async function load() {
  const { js, worker } = document.querySelector("meta[name=customer-value-app]").dataset;
  const parts = await Promise.all([js, worker].map(take));
  return URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
}

/** A worker with the program in it; what failed is tried again when it is wanted again. */
window.customerValueAnalyst = async () => {
  kept = kept || load();
  try {
    const worker = new Worker(await kept);
    worker.postMessage({ module: await window.customerValueModule });
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
