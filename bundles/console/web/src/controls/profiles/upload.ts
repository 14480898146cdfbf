import { api, ApiError, request, type Schema } from "../../api/client";
import { upload as sendForm } from "../../api/upload";
import { reason } from "../../parts/Notices";

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

/**
 * Deletes what is in the way of a file and uploads it. What was deleted is put back when the file is
 * refused after all.
 */
export async function replace(file: File, team: number, before: Schema<"Profile">[]): Promise<void> {
  const kept = await Promise.all(before.map(fileOf));
  for (const profile of before) {
    await api.DELETE("/configuration_profiles/{profile_uuid}", { params: { path: { profile_uuid: profile.profile_uuid } } });
  }
  try {
    await upload(file, team);
  } catch (error) {
    for (const old of kept) {
      await upload(old, team);
    }
    throw new ApiError(0, "", `${reason(error)} What was there before is there again.`);
  }
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
