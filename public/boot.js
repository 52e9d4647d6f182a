// Starts the page: fetches and compiles the wasm and shows how far it is; and when
// something fails says so in words, and gives the reader their case back. Nothing
// here needs the wasm to be alive. The syntax is kept to what the first browsers
// with modules read, so that those too get their sentence.

const CASE = "customer-value.case";
const BROKEN = "customer-value.case.broken";
const STARTS = "customer-value.boots";
const STARTS_IN_VAIN = 2;

const english = document.documentElement.lang === "en";

// Storage may be switched off; then there is nothing kept, and nothing to keep.
function read(storage, key) {
  try {
    return window[storage].getItem(key);
  } catch (refused) {
    return null;
  }
}

function write(storage, key, value) {
  try {
    if (value === null) window[storage].removeItem(key);
    else window[storage].setItem(key, value);
  } catch (refused) {
    // As above.
  }
}

// ---- The screen of a failure ----

function element(name, className, children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const child of children || []) made.append(child);
  return made;
}

// The same words in both languages, the reader's first.
function both(name, className, chinese, inEnglish) {
  const zh = element(name, className, [chinese]);
  const en = element(name, className, [inEnglish]);
  zh.lang = "zh-CN";
  en.lang = "en";
  return english ? [en, zh] : [zh, en];
}

function label(chinese, inEnglish) {
  const [first, second] = both("span", "", chinese, inEnglish);
  return [first, " ", second];
}

function button(chinese, inEnglish, act) {
  const made = element("button", "boot-button", label(chinese, inEnglish));
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function details(chinese, inEnglish, content) {
  return element("details", "boot-details", [element("summary", "", label(chinese, inEnglish)), content]);
}

function area(text, name) {
  const made = element("textarea", "boot-text");
  made.readOnly = true;
  made.rows = 6;
  made.value = text;
  made.spellcheck = false;
  made.setAttribute("aria-label", name);
  made.addEventListener("focus", () => made.select());
  return made;
}

function currentCase() {
  const alive = window.customerValueCase;
  return typeof alive === "string" && alive ? alive : read("localStorage", CASE);
}

function download(text) {
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "customer-value.json";
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function restart() {
  write("sessionStorage", STARTS, null);
  location.reload();
}

function restartWithSample() {
  const kept = read("localStorage", CASE);
  if (kept !== null) {
    write("localStorage", BROKEN, kept);
    write("localStorage", CASE, null);
  }
  restart();
}

let failed = false;

// One screen over everything, open dialogs and full screen too: title and words in both
// languages, then what can be done.
function show(kind, title, words, content) {
  if (failed) return;
  failed = true;
  const heading = element("h1", "boot-heading", label(title[0], title[1]));
  heading.id = "boot-heading";
  heading.tabIndex = -1;
  const saying = element("div", "", both("p", "boot-words", words[0], words[1]));
  saying.id = "boot-saying";
  const modal = typeof HTMLDialogElement === "function";
  const screen = element(modal ? "dialog" : "div", "boot boot-failure", [element("div", "boot-page", [heading, saying].concat(content))]);
  screen.dataset.kind = kind;
  screen.setAttribute("role", "alertdialog");
  screen.setAttribute("aria-modal", "true");
  screen.setAttribute("aria-labelledby", heading.id);
  screen.setAttribute("aria-describedby", saying.id);
  const loading = document.getElementById("boot");
  if (loading) loading.remove();
  for (const other of document.body.children) other.inert = true;
  document.body.append(screen);
  if (modal) {
    // There is nothing behind it to go back to.
    screen.addEventListener("close", () => screen.showModal());
    screen.addEventListener("cancel", (event) => event.preventDefault());
    screen.showModal();
  }
  heading.focus();
}

function showCrash(message, again) {
  const kept = currentCase();
  const actions = element("div", "boot-actions");
  const content = [actions];
  if (kept) {
    actions.append(button("下载案例", "Download the case", () => download(kept)));
    const text = details("案例文本，可复制", "The case as text, to copy", area(kept, english ? "The case as text" : "案例文本"));
    // Some built-in browsers allow no download.
    text.open = /MicroMessenger/i.test(navigator.userAgent);
    content.push(text);
  }
  actions.append(button("重新开始", "Restart", restart));
  actions.append(button("用示例重新开始", "Restart with the sample", restartWithSample));
  if (message) content.push(details("技术细节", "Technical details", element("pre", "boot-message", [message])));
  const keptWords = kept
    ? ["最晚半秒之前的数据都还在。", " Your data up to half a second ago is kept."]
    : ["", ""];
  show(
    again ? "loop" : "panic",
    again ? ["没有启动成功", "It did not start"] : ["程序出错，停下来了", "Something broke, and the page stopped"],
    again
      ? ["接连两次都没能启动。" + keptWords[0] + "可以先下载案例，再用示例重新开始。", "It failed to start twice in a row." + keptWords[1] + " You can download the case first, then restart with the sample."]
      : ["这是我们的错误，不是您的。" + keptWords[0], "This is our mistake, not yours." + keptWords[1]],
    content
  );
}

function showUnsupported(message) {
  const content = message ? [details("技术细节", "Technical details", element("pre", "boot-message", [message]))] : [];
  show(
    "unsupported",
    ["这个浏览器打不开本页", "This browser cannot run the page"],
    [
      "请更新浏览器，或改用 Chrome、Edge 99 以上，Firefox 102 以上，Safari 16 以上。",
      "Please update the browser, or use Chrome or Edge 99, Firefox 102, Safari 16, or newer.",
    ],
    content
  );
}

function showOffline(message) {
  const actions = element("div", "boot-actions", [button("再试一次", "Try again", () => location.reload())]);
  show(
    "download",
    ["没有下载完整", "The download did not finish"],
    [
      navigator.onLine ? "页面的一部分没有取到，网络可能断了。" : "现在没有网络。连上之后再试一次。",
      navigator.onLine
        ? "A part of the page did not arrive; the network may have dropped."
        : "There is no network now. Try again once you are connected.",
    ],
    [actions, details("技术细节", "Technical details", element("pre", "boot-message", [message]))]
  );
}

// ---- What the wasm and the browser report ----

function thrownByWasm(error) {
  if (!(error instanceof Error)) return false;
  return error instanceof WebAssembly.RuntimeError || /\.wasm\b|wasm-function/.test(error.stack || "");
}

function listen() {
  addEventListener("customer-value:ready", () => {
    write("sessionStorage", STARTS, null);
    const loading = document.getElementById("boot");
    if (loading) loading.remove();
  });
  addEventListener("customer-value:panic", (event) => showCrash(String(event.detail || "")));
  addEventListener("error", (event) => {
    if (thrownByWasm(event.error)) showCrash(String(event.error.stack || event.error));
  });
  addEventListener("unhandledrejection", (event) => {
    if (thrownByWasm(event.reason)) showCrash(String(event.reason.stack || event.reason));
  });
}

// ---- Loading ----

class DownloadError extends Error {}

// Set when the bytes stop arriving: the compiler reports that in its own words.
let broken = null;

function showProgress(part) {
  const bar = document.getElementById("boot-progress");
  if (!bar) return;
  bar.style.setProperty("--boot-part", String(part));
  bar.setAttribute("aria-valuenow", String(Math.round(part * 100)));
}

// The wasm's bytes as they arrive, counted on the way to the compiler.
async function fetchWasm(url, size) {
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new DownloadError(`${url}: ${error.message}`);
  }
  if (!response.ok) throw new DownloadError(`${url}: ${response.status} ${response.statusText}`);
  const reader = response.body.getReader();
  let received = 0;
  const counted = new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          controller.close();
          return;
        }
        received += value.byteLength;
        showProgress(Math.min(1, received / size));
        controller.enqueue(value);
      } catch (error) {
        broken = new DownloadError(`${url}: ${error.message}`);
        controller.error(broken);
      }
    },
  });
  return new Response(counted, { headers: { "Content-Type": "application/wasm" } });
}

function fetchGlue(url) {
  return new Promise((done, failed) => {
    const script = element("script");
    script.src = url;
    // What the browser could not read has left nothing.
    script.addEventListener("load", () => {
      if (typeof wasm_bindgen === "function") done(wasm_bindgen);
      else failed(new SyntaxError(url));
    });
    script.addEventListener("error", () => failed(new DownloadError(url)));
    document.head.append(script);
  });
}

async function start(app) {
  const glueUrl = new URL(app.js, document.baseURI).href;
  const wasmUrl = new URL(app.wasm, document.baseURI).href;
  const compiled = fetchWasm(wasmUrl, Number(app.size)).then((response) => WebAssembly.compileStreaming(response));
  // The worker runs the same program (public/analyst.js).
  window.customerValueModule = compiled;
  const [glue, module] = await Promise.all([fetchGlue(glueUrl), compiled]);
  showProgress(1);
  // Counted only from here, so that a reload during a slow download is no failed start.
  write("sessionStorage", STARTS, String(Number(read("sessionStorage", STARTS)) + 1));
  await glue({ module_or_path: module });
}

function explain(error) {
  if (broken || error instanceof DownloadError) showOffline((broken || error).message);
  else if (thrownByWasm(error) && !(error instanceof WebAssembly.CompileError)) showCrash(String(error.stack || error));
  else showUnsupported(String(error));
}

if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming || !window.CSSLayerBlockRule) {
  showUnsupported("");
} else {
  listen();
  if (Number(read("sessionStorage", STARTS)) >= STARTS_IN_VAIN) {
    showCrash("", true);
  } else {
    start(document.querySelector("meta[name=customer-value-app]").dataset).catch(explain);
  }
}
