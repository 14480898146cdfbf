import type { Schema } from "../../api/client";

/** Which areas of settings are in a profile, by Apple's names. */
export function Payloads({ of }: { of: Schema<"ProfileWarnings"> }) {
  return (
    <p>
      {of.identifier}
      {": "}
      {of.payloads.length === 0 ? "no payload that can be read" : of.payloads.map((payload) => payload.name ?? payload.type).join(", ")}
    </p>
  );
}
