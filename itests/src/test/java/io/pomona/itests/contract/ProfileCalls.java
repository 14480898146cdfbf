package io.pomona.itests.contract;

import io.pomona.api.profiles.Profile;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.UploadedFile;
import io.pomona.profiles.rest.BatchProfileResource.BatchRequest;
import io.pomona.testkit.SampleProfiles;
import java.util.List;
import java.util.Map;

/** Calls of configuration profiles. */
final class ProfileCalls {
  private ProfileCalls() {}

  static void rows(CallTable all) {
    all.add(
        "GET /hosts/{id}/configuration_profiles", (s, a, p) -> s.hostProfiles.list(a, p.host()));
    all.add(
        "GET /configuration_profiles/{profile_uuid}",
        (s, a, p) -> Answers.answered(() -> s.profiles.get(a, p.uuid(), "media")));
    all.add(
        "GET /configuration_profiles/{profile_uuid}/status",
        (s, a, p) -> s.progress.status(a, p.uuid()));
    all.add(
        "GET /configuration_profiles/{profile_uuid}/hosts",
        (s, a, p) -> s.progress.hosts(a, p.uuid(), "failed", 0, 100));
    all.add(
        "GET /configuration_profiles/{profile_uuid}/warnings",
        (s, a, p) -> s.lint.warnings(a, p.uuid()));
    all.add(
        "POST /hosts/{id}/configuration_profiles/{profile_uuid}/resend",
        (s, a, p) -> s.resend.resend(a, p.host(), p.uuid()));
    all.add(
        "POST /hosts/{id}/configuration_profiles/resend/{profile_uuid}",
        (s, a, p) -> s.resend.resendAsBefore(a, p.host(), p.uuid()));
    all.add(
        "PUT /configuration_profiles/{profile_uuid}",
        (s, a, p) -> s.profiles.replace(a, p.uuid(), replacement(s, p)));
    all.add(
        "DELETE /configuration_profiles/{profile_uuid}",
        (s, a, p) -> s.profiles.delete(a, p.uuid()));
    all.add(
        "GET /mdm/apple/profiles/{profile_id}",
        (s, a, p) -> Answers.answered(() -> s.early.download(a, p.profile())));
    all.add("DELETE /mdm/apple/profiles/{profile_id}", (s, a, p) -> s.early.delete(a, p.profile()));
  }

  static void teams(CallTable all) {
    all.add(
        "GET /configuration_profiles", (s, a, p) -> s.profiles.list(a, Requests.number(p), true));
    all.add(
        "GET /configuration_profiles/summary",
        (s, a, p) -> s.profiles.summary(a, Requests.number(p)));
    all.add("GET /mdm/apple/profiles", (s, a, p) -> s.early.list(a, Requests.number(p)));
    all.add("GET /mdm/apple/profiles/summary", (s, a, p) -> s.early.summary(a, Requests.number(p)));
    all.add("POST /configuration_profiles", (s, a, p) -> s.profiles.add(a, form(p, "profile")));
    all.add("POST /configuration_profiles/lint", (s, a, p) -> s.lint.lint(a, form(p, "profile")));
    all.add(
        "POST /configuration_profiles/import", (s, a, p) -> s.imports.take(a, form(p, "profiles")));
    all.add("POST /mdm/apple/profiles", (s, a, p) -> s.early.add(a, form(p, "profile")));
    BatchRequest none = new BatchRequest(List.of());
    all.add(
        "POST /mdm/apple/profiles/batch",
        (s, a, p) -> {
          s.batch.replaceAtFirst(a, Requests.number(p), null, false, true, none);
          return "replaced";
        });
    all.add(
        "POST /mdm/profiles/batch",
        (s, a, p) -> {
          s.batch.replace(a, null, s.name(p), false, true, none);
          return "replaced";
        });
  }

  private static MultipartForm form(Place place, String name) {
    byte[] content = SampleProfiles.screenSaver("org.example.new", "New", 1);
    return new MultipartForm(
        Map.of("team_id", Requests.number(place)),
        Map.of(name, new UploadedFile("a.mobileconfig", content)));
  }

  /** Of the same identifier; of what is nowhere, any. */
  private static MultipartForm replacement(TeamScene scene, Place place) {
    String identifier =
        scene
            .stores
            .profiles()
            .findByUuid(place.uuid())
            .map(Profile::identifier)
            .orElse("org.example.new");
    byte[] content = SampleProfiles.screenSaver(identifier, identifier, 600);
    return new MultipartForm(
        Map.of(), Map.of("profile", new UploadedFile("a.mobileconfig", content)));
  }
}
