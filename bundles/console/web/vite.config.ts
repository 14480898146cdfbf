import react from "@vitejs/plugin-react";
import basicSsl from "@vitejs/plugin-basic-ssl";
import { defineConfig } from "vitest/config";

// For work on the console: POMONA is a running server, such as the demo.
const server = process.env.POMONA ?? "https://localhost:8443";

export default defineConfig(({ command, mode }) => ({
  base: "/console/",
  // By TLS, else a browser would not take the cookie of the session.
  plugins: command === "serve" && mode !== "test" ? [react(), basicSsl()] : [react()],
  build: {
    outDir: "../target/classes/console",
    emptyOutDir: true,
    // The policy lets fonts and images come as files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  server: {
    // The guide is in docs/.
    fs: { allow: ["../../.."] },
    port: Number(process.env.PORT ?? 5173),
    proxy: Object.fromEntries(
      ["/api", "/device", "/console/pages"].map((path) => [path, { target: server, secure: false }]),
    ),
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    server: { deps: { inline: [/@patternfly/] } },
    setupFiles: "src/test.setup.ts",
    css: false,
    testTimeout: 30_000, // a busy machine is slow, not wrong
  },
}));
