// Serves a folder of static files on this machine: `node scripts/serve.mjs [folder] [port]`.
// The port is the first free one from the wanted one on.
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

function listen(server, port, host) {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      done();
    });
  });
}

/** Starts the server; port 0 is any free port. Resolves to its address and a way to close it. */
export async function serve(folder, port = 0) {
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    files(request, response, () => {
      response.statusCode = 404;
      response.end("Not found");
    });
  });
  for (let wanted = port; ; wanted += 1) {
    try {
      await listen(server, wanted, "127.0.0.1");
      break;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || wanted >= port + 100) throw error;
    }
  }
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}

if (resolve(process.argv[1] ?? "") === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? "dist";
  if (!existsSync(join(folder, "index.html"))) {
    console.error(`${folder} has no index.html; build it first: make dist`);
    process.exit(1);
  }
  const { address } = await serve(folder, Number(process.argv[3] ?? process.env.PORT ?? 8080));
  console.log(`\n  The page is at  ${address}\n  Ctrl+C stops it.\n`);
}
