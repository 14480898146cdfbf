// How long it takes from a click on "next page" until the next hosts are painted, against a server with many of them.
// POMONA=https://localhost:8443 EMAIL=… PASSWORD=… node e2e/bench/hosts.mjs
// Prints a line a measurement: name, then the milliseconds of each click.
import { chromium } from "playwright-core";

const { POMONA = "https://localhost:8443", EMAIL = "admin@example.com", PASSWORD = "", CLICKS = "30" } = process.env;
const SESSION = { "X-Pomona-Session": "console" };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** From the click as the browser saw it until the frame after the rows have changed. */
function painted() {
  return new Promise((resolve) => {
    const first = () => document.querySelector('table[aria-label="Hosts"] tbody tr')?.textContent;
    const before = first();
    let begun = 0;
    addEventListener("click", (event) => (begun = event.timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (begun > 0 && first() !== undefined && first() !== before) {
        observer.disconnect();
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - begun);
          channel.port2.postMessage(undefined);
        });
      }
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

async function measure(page, name, address) {
  await page.goto(`${POMONA}/console/hosts${address}`);
  await page
    .getByRole("grid", { name: "Hosts" })
    .waitFor()
    .catch(async (error) => {
      console.error(`${page.url()} shows no hosts but:\n${await page.locator("body").innerText()}`);
      throw error;
    });
  const next = page.getByRole("button", { name: "Go to next page" }).first();
  const times = [];
  // The first few warm browser and server up.
  for (let i = -3; i < Number(CLICKS); i++) {
    const waiting = page.evaluate(painted);
    await next.click();
    const time = await waiting;
    if (i >= 0) {
      times.push(time.toFixed(1));
    }
  }
  console.log([name, ...times].join("\t"));
}

try {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 } });
  const entered = await context.request.post(`${POMONA}/api/v1/login`, { headers: SESSION, data: { email: EMAIL, password: PASSWORD } });
  if (!entered.ok()) {
    throw new Error(`No login: ${entered.status()}`);
  }
  const page = await context.newPage();
  await measure(page, "next page of 50 by name", "");
  await measure(page, "next page of 50 by macOS, from the middle", "?order_key=os_version&order_direction=desc&page=900");
  await measure(page, "next page of 50 by last seen", "?order_key=seen_time&order_direction=desc");
  await measure(page, "next page of 50 of one MDM status", "?mdm_enrollment_status=automatic");
  await measure(page, "next page of 100 by name", "?per_page=100");
} finally {
  await browser.close();
}
