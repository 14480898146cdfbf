package io.pomona.itests.contract;

import io.pomona.abm.rest.AdmissionResource.AdmissionRequest;
import io.pomona.abm.rest.AssignmentResource.AgainRequest;
import io.pomona.abm.rest.SetupAssistantResource.UploadRequest;
import io.pomona.abm.setup.rest.SetupExperienceResource.SetupRequest;
import io.pomona.api.rest.FormStream;
import io.pomona.api.rest.FormStream.Part;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SamplePackages;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls of automatic enrollment and of the set-up of Macs. */
final class AbmCalls {
  private AbmCalls() {}

  static void rows(CallTable all) {
    all.add("POST /hosts/{id}/release", (s, a, p) -> s.setup.release(a, p.host()));
    all.add(
        "POST /mdm/apple/dep/assignments/assign",
        (s, a, p) -> s.assignments.again(a, new AgainRequest(List.of(p.host()), null, null)));
  }

  static void teams(CallTable all) {
    all.add(
        "POST /enrollment_profiles/automatic", (s, a, p) -> s.assistants.upload(a, assistant(p)));
    all.add(
        "POST /mdm/apple/enrollment_profile",
        (s, a, p) -> s.assistants.uploadAtFirst(a, assistant(p)));
    all.add(
        "GET /enrollment_profiles/automatic",
        (s, a, p) -> Answers.answered(() -> s.assistants.show(a, Requests.number(p), "media")));
    all.add(
        "GET /mdm/apple/enrollment_profile",
        (s, a, p) ->
            Answers.answered(() -> s.assistants.showAtFirst(a, Requests.number(p), "media")));
    all.add(
        "DELETE /enrollment_profiles/automatic",
        (s, a, p) -> {
          s.assistants.delete(a, Requests.number(p));
          return "deleted";
        });
    all.add(
        "DELETE /mdm/apple/enrollment_profile",
        (s, a, p) -> {
          s.assistants.deleteAtFirst(a, Requests.number(p));
          return "deleted";
        });
    all.add(
        "GET /mdm/apple/dep/assignments",
        (s, a, p) -> s.assignments.list(a, "", Requests.number(p), 0, 0, 9));
    SetupRequest login = new SetupRequest(Optional.empty(), Optional.of(true), Optional.empty());
    all.add("POST /bootstrap", (s, a, p) -> s.bootstrap.add(a, null, upload(p)));
    all.add("POST /mdm/apple/bootstrap", (s, a, p) -> s.earlyBootstrap.add(a, null, upload(p)));
    all.add(
        "GET /bootstrap/{team_id}/metadata",
        (s, a, p) -> s.bootstrap.metadata(a, p.teamNumber(), true));
    all.add(
        "GET /mdm/apple/bootstrap/{team_id}/metadata",
        (s, a, p) -> s.earlyBootstrap.metadata(a, p.teamNumber(), true));
    all.add("GET /bootstrap/summary", (s, a, p) -> s.bootstrap.summary(a, Requests.number(p)));
    all.add(
        "GET /mdm/apple/bootstrap/summary",
        (s, a, p) -> s.earlyBootstrap.summary(a, Requests.number(p)));
    all.add("DELETE /bootstrap/{team_id}", (s, a, p) -> s.bootstrap.delete(a, p.teamNumber()));
    all.add(
        "DELETE /mdm/apple/bootstrap/{team_id}",
        (s, a, p) -> s.earlyBootstrap.delete(a, p.teamNumber()));
    all.add(
        "PATCH /setup_experience",
        (s, a, p) -> Answers.changed(() -> s.setup.change(a, of(login, p))));
    all.add(
        "PATCH /mdm/apple/setup",
        (s, a, p) -> Answers.changed(() -> s.setup.changeEarly(a, of(login, p))));
  }

  static void lists(CallTable all) {
    all.add(
        "GET /mdm/apple/dep/assignments",
        (s, a, p) -> s.assignments.list(a, "", null, 0, 0, 9).assignments().size());
  }

  static void organization(CallTable all) {
    all.add(
        "POST /mdm/apple/admissions",
        (s, a, p) -> s.admissions.grant(a, new AdmissionRequest(Fixtures.serial(1), null)));
    all.add("GET /mdm/apple/admissions", (s, a, p) -> s.admissions.list(a));
    all.add(
        "DELETE /mdm/apple/admissions/{serial_number}",
        (s, a, p) -> Answers.changed(() -> s.admissions.withdraw(a, Fixtures.serial(1))));
  }

  private static UploadRequest assistant(Place place) {
    return new UploadRequest(
        place.teamNumber(), "setup.json", Map.of("profile_name", "Of a place"));
  }

  private static SetupRequest of(SetupRequest request, Place place) {
    return new SetupRequest(
        Optional.of(place.teamNumber()),
        request.enableEndUserAuthentication(),
        request.enableReleaseDeviceManually());
  }

  /** As clients send it: the team behind the file. */
  private static FormStream upload(Place place) {
    byte[] number = Requests.number(place).getBytes(StandardCharsets.UTF_8);
    Iterator<Part> parts =
        List.of(
                new Part(
                    "package",
                    Optional.of("tools.pkg"),
                    new ByteArrayInputStream(SamplePackages.signed(10))),
                new Part("team_id", Optional.empty(), new ByteArrayInputStream(number)))
            .iterator();
    return () -> parts.hasNext() ? Optional.of(parts.next()) : Optional.empty();
  }
}
