import type { Schema } from "../../api/client";
import { time } from "../../parts/time";

type Webhook = Schema<"Webhook">;

/** How delivering goes. */
export function stateOf(webhook: Webhook): {
  label: string;
  detail?: string;
  status: "success" | "warning" | "danger" | "info";
} {
  if (webhook.paused) {
    return { label: "Paused", status: "info" };
  }
  if (webhook.failures > 0) {
    const next = webhook.next_try_at === null ? "" : `, next try ${time(webhook.next_try_at)}`;
    return { label: "Does not answer", detail: `${webhook.failures} failed${next}`, status: "danger" };
  }
  return webhook.dead > 0
    ? { label: `${webhook.dead} given up`, status: "warning" }
    : { label: "Works", status: "success" };
}

/** Topics as a person writes them: one a line, or between commas. */
export function topicsOf(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((topic) => topic !== ""))];
}

/** The address without what may be a secret in its path. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
