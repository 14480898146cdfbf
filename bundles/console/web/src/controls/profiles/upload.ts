import { request, type Schema } from "../../api/client";
import { upload as sendForm } from "../../api/upload";

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

/** The file of a stored profile. */
export async function fileOf(profile: Schema<"Profile">): Promise<File> {
  const answer = await request(`configuration_profiles/${profile.profile_uuid}?alt=media`);
  return new File([await answer.blob()], `${profile.name}.mobileconfig`);
}

/** Takes a file in the place of a profile, in one step: Macs are never without. */
export async function replace(file: File, team: number, before: Schema<"Profile">): Promise<void> {
  await request(`configuration_profiles/${before.profile_uuid}`, { method: "PUT", body: form(file, team) });
}

/** Takes many over at once, or only says what it would do. */
export async function importAll(files: File[], team: number, dryRun: boolean, told: (share: number) => void): Promise<Schema<"ProfileImport">> {
  const data = new FormData();
  data.set("team_id", String(team));
  data.set("dry_run", String(dryRun));
  files.forEach((file) => data.append("profiles", file));
  const answer = await sendForm("configuration_profiles/import", data, told);
  return (await answer.json()) as Schema<"ProfileImport">;
}
