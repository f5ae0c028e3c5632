// Starts Python at once, in a worker, and Flutter beside it; each is ready after seconds.
// jsConnect, jsSend and jsDisconnect are what Flet's client calls.

const NOT_STARTED = tr("Meanwhile could not start in this browser. Load this page again; " +
  "if that does not help, another browser may open it. What was saved is still here.");
const STOPPED = tr("Meanwhile stopped. Load this page again: what was saved is still here.");
const STILL = tr("Still opening. The first time takes longest.");
const STILL_AFTER = 8000;
const opening = document.getElementById("opening");
meanwhile.opening = opening;

const here = new URL("./", document.baseURI).pathname;
const chromium = Boolean(Intl.v8BreakIterator && window.ImageDecoder);
globalThis.flet = {
  pyodide: true,
  multiView: false,
  noCdn: true,
  entrypointBaseUrl: here,
  assetBase: here,
  routeUrlStrategy: "hash",
  webRenderer: "canvaskit",
  canvasKitBaseUrl: `${here}canvaskit/`,
  fontFallbackBaseUrl: "assets/fonts/",
};

// WebKit restores a page from its cache with the drawing stopped.
addEventListener("pageshow", (event) => {
  if (event.persisted && navigator.vendor?.startsWith("Apple")) location.reload();
});

// The client carries a player that fetches its script from another host, and nothing plays here.
const source = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, "src");
Object.defineProperty(HTMLScriptElement.prototype, "src", {
  ...source,
  set(url) {
    const isOurs = new URL(url, document.baseURI).origin === location.origin;
    if (isOurs) source.set.call(this, url);
  },
});

if (!meanwhile.failed) document.getElementById("told").textContent = tr("Opening…");
document.getElementById("again").textContent = tr("Load this page again");
document.getElementById("again").onclick = () => location.reload();

function started() {
  clearTimeout(patience);
  // What Flutter was told is drawn in the frame after the next.
  requestAnimationFrame(() => requestAnimationFrame(() => meanwhile.failed || opening.remove()));
  keepOffline().catch(console.error);
}

function stopped(why, sentence) {
  console.error(why);
  meanwhile.fail(sentence);
}

// What it can do without a network is there from the first time on; the fonts of all scripts come
// after it, unless the person saves data: what was written with is kept anyway.
async function keepOffline() {
  const { serviceWorker, connection } = navigator;
  if (!serviceWorker) return;
  const variant = chromium ? "chromium" : "full";
  await serviceWorker.register(`flutter_service_worker.js?canvaskit=${variant}`);
  const { active } = await serviceWorker.ready;
  if (!connection?.saveData) active.postMessage("fonts");
}

let isAsked = false;

function keep() {
  if (!isAsked) navigator.storage.persist?.();
  isAsked = true;
}

const patience = setTimeout(() => {
  if (!meanwhile.failed) document.getElementById("told").textContent = STILL;
}, STILL_AFTER);

let client = null;
let isReady = false;
const early = [];
const worker = meanwhile.failed ? null : new Worker("python-worker.js", { type: "module" });
const ready = new Promise((resolve, reject) => {
  if (!worker) return;
  worker.onerror = (event) => {
    event.preventDefault();
    stopped(event.message ?? "the worker could not be loaded", isReady ? STOPPED : NOT_STARTED);
    reject(new Error("no Python"));
  };
  worker.onmessage = ({ data }) => {
    if (data instanceof Uint8Array) client ? client(data) : early.push(data);
    else if (data.ready) resolve(isReady = true);
    else if (data.started) started();
    else if (data.keep) keep();
    else if (data.again) location.reload();
    else if (data.failed) worker.onerror({ message: data.failed, preventDefault() { } });
  };
  worker.postMessage({ documentUrl: document.URL });
});
ready.catch(() => { });

globalThis.jsConnect = async (appId, args, received) => {
  await ready;
  client = received;
  early.splice(0).forEach(received);
};
globalThis.jsSend = async (appId, data) => worker.postMessage(data, [data.buffer]);
globalThis.jsDisconnect = async () => worker.terminate();

async function draw() {
  await import("./flutter.js");
  _flutter.buildConfig = {
    engineRevision: "@ENGINE@",
    builds: [{ compileTarget: "dart2js", renderer: "canvaskit", mainJsPath: "main.dart.js" }],
  };
  const config = {
    multiViewEnabled: false,
    entrypointBaseUrl: here,
    assetBase: here,
    renderer: "canvaskit",
    canvasKitBaseUrl: flet.canvasKitBaseUrl,
    canvasKitVariant: chromium ? "chromium" : "full",
    fontFallbackBaseUrl: flet.fontFallbackBaseUrl,
  };
  const initializer = await new Promise((onEntrypointLoaded, failed) => {
    _flutter.loader.load({ config, onEntrypointLoaded }).catch(failed);
  });
  const engine = await initializer.initializeEngine(config);
  flet.flutterApp = await engine.runApp();
}

// Flutter's loader keeps some of what fails to itself.
addEventListener("unhandledrejection", (event) => {
  if (!flet.flutterApp) stopped(event.reason, meanwhile.NOT_LOADED);
});
if (worker) draw().catch((error) => stopped(error, meanwhile.NOT_LOADED));
