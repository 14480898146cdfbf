// Copies the pictures of the README's tour from the last run of ConsoleIT to docs/images.
import { copyFileSync, mkdirSync } from "node:fs";

const FROM = "../target/screenshots";
const TO = "../../../docs/images";
const CHOSEN = ["hosts-light", "host-light", "host-dark", "settings-mdm-light", "settings-abm-light"];

mkdirSync(TO, { recursive: true });
for (const name of CHOSEN) {
  copyFileSync(`${FROM}/${name}.png`, `${TO}/${name}.png`);
}
