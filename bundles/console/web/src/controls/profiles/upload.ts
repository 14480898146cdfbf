import { request, type Schema } from "../../api/client";

export type Lint = Schema<"ProfileWarnings">;

function form(file: File, team: number): FormData {
  const data = new FormData();
  data.set("profile", file);
  data.set("team_id", String(team));
  return data;
}

/** What is odd about a file; throws when it would be refused. */
export async function lint(file: File, team: number): Promise<Lint> {
  const answer = await request("configuration_profiles/lint", { method: "POST", body: form(file, team) });
  return (await answer.json()) as Lint;
}

export async function upload(file: File, team: number): Promise<void> {
  await request("configuration_profiles", { method: "POST", body: form(file, team) });
}

/** Takes many over at once, or only says what it would do. */
export async function importAll(files: File[], team: number, dryRun: boolean): Promise<Schema<"ProfileImport">> {
  const data = new FormData();
  files.forEach((file) => data.append("profiles", file));
  data.set("team_id", String(team));
  data.set("dry_run", String(dryRun));
  const answer = await request("configuration_profiles/import", { method: "POST", body: data });
  return (await answer.json()) as Schema<"ProfileImport">;
}
