import { defineConfig } from "@playwright/test";

// Against a server that nobody has set up yet: ConsoleIT starts it and says where it is.
export default defineConfig({
  testDir: ".",
  outputDir: "../../target/e2e",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  projects: [
    { name: "first run", testMatch: "first-run.spec.ts" },
    { name: "stories", testIgnore: /(first-run|pages)\.spec\.ts/, dependencies: ["first run"] },
    // The pages with what the stories have left on them.
    { name: "pages", testMatch: "pages.spec.ts", dependencies: ["stories"] },
  ],
  use: {
    baseURL: process.env.POMONA ?? "https://localhost:8443",
    ignoreHTTPSErrors: true,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
