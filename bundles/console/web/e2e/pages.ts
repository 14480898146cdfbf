import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { SECTIONS } from "../src/host/SectionName";
import { json } from "./console";

const GUIDE = new URL("../../../../docs/guide", import.meta.url);

/** What addresses are made of. */
export interface Ids {
  host: number;
  token: number;
  webhook: number;
}

export interface ShownPage {
  /** As in the areas of the console. */
  path: string;
  /** The name of its screenshots. */
  name: string;
  at: (ids: Ids) => string;
}

const plain = (path: string): ShownPage => ({ path, name: path.replaceAll("/", "-"), at: () => path });

/** All pages of the console. */
export const pages: ShownPage[] = [
  plain("hosts"),
  { path: "hosts/:id", name: "host", at: ({ host }) => `hosts/${host}` },
  plain("devices/add"),
  plain("migration"),
  plain("activity"),
  plain("controls/updates"),
  plain("controls/disk-encryption"),
  plain("controls/profiles"),
  plain("controls/declarations"),
  plain("controls/setup"),
  plain("settings/integrations"),
  plain("settings/integrations/mdm"),
  plain("settings/integrations/mdm/abm"),
  {
    path: "settings/integrations/mdm/abm/:id/macs",
    name: "settings-integrations-mdm-abm-macs",
    at: ({ token }) => `settings/integrations/mdm/abm/${token}/macs`,
  },
  plain("settings/integrations/mdm/assignments"),
  plain("settings/integrations/webhooks"),
  {
    path: "settings/integrations/webhooks/:id",
    name: "settings-integrations-webhook",
    at: ({ webhook }) => `settings/integrations/webhooks/${webhook}`,
  },
  plain("settings/teams"),
  plain("settings/users"),
  plain("settings/organization"),
  plain("settings/status"),
  plain("help"),
  { path: "help/:page", name: "help-page", at: () => "help/disk-encryption" },
];

/** Of a server on which the stories have happened; 0 where there is none of a kind. */
export async function ids(page: Page): Promise<Ids> {
  const { hosts } = await json<{ hosts: { id: number }[] }>(page, "hosts");
  const { abm_tokens: tokens } = await json<{ abm_tokens: { id: number }[] }>(page, "abm_tokens");
  const { webhooks } = await json<{ webhooks: { id: number }[] }>(page, "webhooks");
  return { host: hosts[0]?.id ?? 0, token: tokens[0]?.id ?? 0, webhook: webhooks[0]?.id ?? 0 };
}

/** What a host's page has below its first section. */
export const sections = SECTIONS.filter((section) => section.name !== "overview").map((section) => section.name);

/** Addresses that need no login, beside the page of one Mac. */
export const publicPages = [
  "device/transparency",
  ...readdirSync(GUIDE)
    .filter((file) => file.endsWith(".md"))
    .map((file) => `device/guide/${file.slice(0, -".md".length)}`),
];
