import type { Schema } from "../api/client";
import { many } from "../parts/macs";

type Report = Schema<"HostImportAnswer">;

export const addedText = (report: Report) => `${many(report.added, "Mac was", "Macs were")} added`;

export const knownText = (report: Report) => `${many(report.known, "was", "were")} known already.`;
