package io.pomona.itests.contract;

import io.pomona.abm.rest.AdmissionResource.AdmissionRequest;
import io.pomona.abm.rest.AssignmentResource.AgainRequest;
import io.pomona.abm.rest.SetupAssistantResource.UploadRequest;
import io.pomona.abm.setup.rest.SetupExperienceResource.SetupRequest;
import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import io.pomona.api.rest.FormStream;
import io.pomona.api.rest.FormStream.Part;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.UploadedFile;
import io.pomona.commands.rest.CommandViews.CancelRequest;
import io.pomona.commands.rest.CommandViews.ComposeRequest;
import io.pomona.commands.rest.CommandViews.EnqueueRequest;
import io.pomona.commands.rest.CommandViews.RunRequest;
import io.pomona.enrollment.links.rest.AddedHostResource.NewHostRequest;
import io.pomona.enrollment.links.rest.DeviceLinkResource.LinksRequest;
import io.pomona.enrollment.migration.rest.MarksRequest;
import io.pomona.enrollment.migration.rest.MigrationResource.ManyRequest;
import io.pomona.enrollment.rest.TransferResource.FilteredTransferRequest;
import io.pomona.enrollment.rest.TransferResource.Filters;
import io.pomona.enrollment.rest.TransferResource.TransferRequest;
import io.pomona.escrow.rest.DiskEncryptionResource.DiskEncryptionRequest;
import io.pomona.organization.rest.ApplyResource.FileBody;
import io.pomona.organization.rest.ApplyResource.FilesBody;
import io.pomona.organization.rest.OwnAccountResource.PasswordRequest;
import io.pomona.organization.rest.TeamResource.TeamRequest;
import io.pomona.organization.rest.TeamSpecResource.TeamSpecs;
import io.pomona.organization.rest.UserRequests.ChangeRequest;
import io.pomona.organization.rest.UserRequests.TeamRole;
import io.pomona.organization.rest.UserRequests.UserRequest;
import io.pomona.organization.rest.UserRolesResource.UserRolesSpec;
import io.pomona.organization.rest.WebhookResource.WebhookRequest;
import io.pomona.profiles.rest.BatchProfileResource.BatchRequest;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SampleDeclarations;
import io.pomona.testkit.SamplePackages;
import io.pomona.testkit.SampleProfiles;
import io.pomona.updates.rest.DeclarationResource;
import io.pomona.updates.rest.MacosUpdateResource.PolicyRequest;
import io.pomona.updates.rest.OsUpdateViews.ScheduleRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.core.UriInfo;

/** Each operation on something that belongs to a team, as a call that names what is in a place. */
final class TeamCalls {
  /** A call for a place of the scene. */
  interface Call {
    Object of(TeamScene scene, Actor actor, Place place);
  }

  static final String PASSWORD = "long enough for a test";

  private static final String COMMAND =
      Base64.getEncoder()
          .encodeToString(
              ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><plist version=\"1.0\"><dict>"
                      + "<key>Command</key><dict><key>RequestType</key>"
                      + "<string>SecurityInfo</string></dict></dict></plist>")
                  .getBytes(StandardCharsets.UTF_8));

  private final Map<Operation, Call> calls = new LinkedHashMap<>();

  private TeamCalls() {}

  /** Those that name a row by its id, in the path, the query or the body. */
  static Map<Operation, Call> ofRows() {
    TeamCalls all = new TeamCalls();
    all.hosts();
    all.profiles();
    all.commands();
    all.webhooks();
    all.locks();
    all.declarations();
    return all.calls;
  }

  /** Those that name a team. */
  static Map<Operation, Call> ofTeams() {
    TeamCalls all = new TeamCalls();
    all.add("GET /teams/{id}", (s, a, p) -> s.teams.get(a, p.teamNumber()));
    all.add(
        "PATCH /teams/{id}",
        (s, a, p) -> s.teams.change(a, p.teamNumber(), new TeamRequest("New", null)));
    all.add("GET /activities", (s, a, p) -> s.activities.list(a, 0, 0, 9, team(p)));
    all.add(
        "GET /activities/export",
        (s, a, p) -> answered(() -> s.activities.export(a, "csv", team(p))));
    all.add("GET /hosts", (s, a, p) -> s.hosts.list(a, team(p)));
    all.add("GET /hosts/report", (s, a, p) -> answered(() -> s.hostReport.report(a, team(p))));
    all.add(
        "POST /hosts",
        (s, a, p) -> s.added.add(a, new NewHostRequest("NEWMAC1", "New", p.teamNumber(), null)));
    all.add("POST /hosts/import", (s, a, p) -> s.added.addAll(a, macs(p)));
    all.add("GET /hosts/count", (s, a, p) -> s.hosts.count(a, team(p)));
    all.add("GET /hosts/summary/mdm", (s, a, p) -> s.mdm.summary(a, number(p)));
    all.migrations();
    all.add("GET /configuration_profiles", (s, a, p) -> s.profiles.list(a, number(p), true));
    all.add("GET /configuration_profiles/summary", (s, a, p) -> s.profiles.summary(a, number(p)));
    all.add("GET /mdm/apple/profiles", (s, a, p) -> s.early.list(a, number(p)));
    all.add("GET /mdm/apple/profiles/summary", (s, a, p) -> s.early.summary(a, number(p)));
    all.add("POST /configuration_profiles", (s, a, p) -> s.profiles.add(a, form(p)));
    all.add("POST /configuration_profiles/lint", (s, a, p) -> s.lint.lint(a, form(p)));
    all.add("POST /configuration_profiles/import", (s, a, p) -> s.imports.take(a, many(p)));
    all.add("POST /mdm/apple/profiles", (s, a, p) -> s.early.add(a, form(p)));
    all.assistants();
    all.add("GET /declarations", (s, a, p) -> s.declarations.list(a, number(p)));
    all.add(
        "POST /declarations", (s, a, p) -> s.declarations.add(a, declared(p.teamNumber(), "new")));
    all.add("POST /webhooks", (s, a, p) -> s.webhooks.create(a, hook(p.teamNumber())));
    all.setups();
    all.encryption();
    all.updates();
    all.settings();
    return all.calls;
  }

  /** What a role in a team opens, and what is then behind it for such a role is nothing. */
  static Map<Operation, Call> ofNoTeam() {
    TeamCalls all = new TeamCalls();
    Map<String, Object> saver = Map.of("custom_settings", List.of("saver.mobileconfig"));
    all.add(
        "PATCH /config",
        (s, a, p) ->
            s.config.change(a, false, false, Map.of("mdm", Map.of("macos_settings", saver))));
    return all.calls;
  }

  /** What only people with a role everywhere do. */
  static Map<Operation, Call> ofOrganization() {
    TeamCalls all = new TeamCalls();
    all.people();
    all.add("POST /teams", (s, a, p) -> s.teams.create(a, new TeamRequest("Another", "A new one")));
    all.add(
        "POST /spec/teams",
        (s, a, p) ->
            s.specs.teams(a, false, false, new TeamSpecs(List.of(Map.of("name", "Another")))));
    all.add(
        "POST /users/roles/spec",
        (s, a, p) ->
            s.roles.change(
                a,
                new UserRolesSpec(
                    Map.of("roles", Map.of(s.tom.email(), Map.of("global_role", "maintainer"))))));
    all.add("DELETE /teams/{id}", (s, a, p) -> s.teams.delete(a, p.teamNumber()));
    all.add(
        "POST /mdm/apple/admissions",
        (s, a, p) -> s.admissions.grant(a, new AdmissionRequest(Fixtures.serial(1), null)));
    all.add("GET /mdm/apple/admissions", (s, a, p) -> s.admissions.list(a));
    all.add(
        "DELETE /mdm/apple/admissions/{serial_number}",
        (s, a, p) -> changed(() -> s.admissions.withdraw(a, Fixtures.serial(1))));
    all.add(
        "POST /hosts/transfer",
        (s, a, p) ->
            s.transfer.transfer(a, new TransferRequest(p.teamNumber(), List.of(s.none.host()))));
    all.add(
        "POST /hosts/transfer/filter",
        (s, a, p) ->
            s.transfer.transferAll(
                a,
                new FilteredTransferRequest(
                    s.other.teamNumber(), Filters.of(null, p.teamNumber()))));
    return all.calls;
  }

  private void people() {
    add(
        "POST /users",
        (s, a, p) ->
            s.users.create(
                a,
                new UserRequest(
                    "Eve", "eve@example.com", PASSWORD, null, inTeam(p, "gitops"), false)));
    add(
        "PATCH /users/{id}",
        (s, a, p) ->
            s.users.change(
                a,
                s.tom.id().value(),
                new ChangeRequest("Tim", null, null, inTeam(p, "maintainer"), null)));
    add("DELETE /users/{id}", (s, a, p) -> s.users.delete(a, s.tom.id().value()));
    add(
        "POST /change_password",
        (s, a, p) ->
            s.account.changePassword(
                new Actor(Optional.of(s.tom.id()), "Tom", "", Set.of()),
                new PasswordRequest(PASSWORD, "another long one")));
  }

  /** How many lines a file has that is sent as it is written. */
  private static int lines(StreamingOutput file) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.write(out);
      return (int) out.toString(StandardCharsets.UTF_8).lines().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<TeamRole> inTeam(Place place, String role) {
    return List.of(new TeamRole(place.teamNumber(), role));
  }

  /** Lists of everything that the caller may see. */
  static Map<Operation, Call> ofLists() {
    TeamCalls all = new TeamCalls();
    all.add("GET /teams", (s, a, p) -> s.teams.list(a, "", 0, 0, 0).teams().size());
    all.add(
        "GET /activities",
        (s, a, p) ->
            s.activities
                .list(a, 0, 0, 9, uri("type", "created_macos_profile"))
                .activities()
                .size());
    all.add("GET /webhooks", (s, a, p) -> s.webhooks.list(a, 0, 0, 0).webhooks().size());
    all.add("GET /migration", (s, a, p) -> s.migration.list(a, uri()).macs().size());
    all.add("GET /hosts", (s, a, p) -> s.hosts.list(a, uri()).hosts().size());
    all.add("GET /hosts/report", (s, a, p) -> lines(s.hostReport.file(a, uri())) - 1);
    all.add("GET /hosts/count", (s, a, p) -> (int) s.hosts.count(a, uri()).count());
    all.add(
        "GET /mdm/apple/dep/assignments",
        (s, a, p) -> s.assignments.list(a, "", null, 0, 0, 9).assignments().size());
    all.add("GET /commands", (s, a, p) -> s.history.list(a, uri()).results().size());
    all.add("GET /mdm/commands", (s, a, p) -> s.history.listAsBefore(a, uri()).results().size());
    all.add(
        "GET /mdm/apple/commands", (s, a, p) -> s.history.listAtFirst(a, uri()).results().size());
    all.add(
        "GET /hosts/summary/mdm",
        (s, a, p) ->
            (int) s.mdm.summary(a, null).mobileDeviceManagementEnrollmentStatus().hostsCount());
    return all.calls;
  }

  private void assistants() {
    add("POST /enrollment_profiles/automatic", (s, a, p) -> s.assistants.upload(a, assistant(p)));
    add(
        "POST /mdm/apple/enrollment_profile",
        (s, a, p) -> s.assistants.uploadAtFirst(a, assistant(p)));
    add(
        "GET /enrollment_profiles/automatic",
        (s, a, p) -> answered(() -> s.assistants.show(a, number(p), "media")));
    add(
        "GET /mdm/apple/enrollment_profile",
        (s, a, p) -> answered(() -> s.assistants.showAtFirst(a, number(p), "media")));
    add(
        "DELETE /enrollment_profiles/automatic",
        (s, a, p) -> {
          s.assistants.delete(a, number(p));
          return "deleted";
        });
    add(
        "DELETE /mdm/apple/enrollment_profile",
        (s, a, p) -> {
          s.assistants.deleteAtFirst(a, number(p));
          return "deleted";
        });
    add(
        "GET /mdm/apple/dep/assignments",
        (s, a, p) -> s.assignments.list(a, "", number(p), 0, 0, 9));
  }

  private static UploadRequest assistant(Place place) {
    return new UploadRequest(
        place.teamNumber(), "setup.json", Map.of("profile_name", "Of a place"));
  }

  private void setups() {
    SetupRequest login = new SetupRequest(Optional.empty(), Optional.of(true), Optional.empty());
    add("POST /bootstrap", (s, a, p) -> s.bootstrap.add(a, null, upload(p)));
    add("POST /mdm/apple/bootstrap", (s, a, p) -> s.earlyBootstrap.add(a, null, upload(p)));
    add("GET /bootstrap/{team_id}/metadata", (s, a, p) -> s.bootstrap.metadata(a, id(p), true));
    add(
        "GET /mdm/apple/bootstrap/{team_id}/metadata",
        (s, a, p) -> s.earlyBootstrap.metadata(a, id(p), true));
    add("GET /bootstrap/summary", (s, a, p) -> s.bootstrap.summary(a, number(p)));
    add("GET /mdm/apple/bootstrap/summary", (s, a, p) -> s.earlyBootstrap.summary(a, number(p)));
    add("DELETE /bootstrap/{team_id}", (s, a, p) -> s.bootstrap.delete(a, id(p)));
    add("DELETE /mdm/apple/bootstrap/{team_id}", (s, a, p) -> s.earlyBootstrap.delete(a, id(p)));
    add("PATCH /setup_experience", (s, a, p) -> changed(() -> s.setup.change(a, of(login, p))));
    add("PATCH /mdm/apple/setup", (s, a, p) -> changed(() -> s.setup.changeEarly(a, of(login, p))));
  }

  private void updates() {
    add("PATCH /macos_updates", (s, a, p) -> s.updates.change(a, required(p)));
    add("GET /macos_updates/summary", (s, a, p) -> s.updates.summary(a, number(p)));
    add("GET /macos_updates/nudge.json", (s, a, p) -> s.nudge.settings(a, number(p)));
  }

  private static PolicyRequest required(Place place) {
    return new PolicyRequest(
        Optional.of(id(place)),
        Optional.of("14.7"),
        Optional.of("2099-01-01"),
        Optional.empty(),
        Optional.empty());
  }

  private void encryption() {
    add("POST /disk_encryption", (s, a, p) -> changed(() -> s.encryption.change(a, encrypted(p))));
    add(
        "PATCH /mdm/apple/settings",
        (s, a, p) -> changed(() -> s.encryption.changeEarly(a, encrypted(p))));
    add("GET /disk_encryption", (s, a, p) -> s.encryption.summary(a, number(p)));
    add("GET /mdm/apple/filevault/summary", (s, a, p) -> s.encryption.earlySummary(a, number(p)));
  }

  private static DiskEncryptionRequest encrypted(Place place) {
    return new DiskEncryptionRequest(Optional.of(id(place)), Optional.of(true));
  }

  private static long id(Place place) {
    return place.team().map(TeamId::value).orElse(0L);
  }

  private static SetupRequest of(SetupRequest request, Place place) {
    return new SetupRequest(
        Optional.of(id(place)),
        request.enableEndUserAuthentication(),
        request.enableReleaseDeviceManually());
  }

  private static Object changed(Runnable call) {
    call.run();
    return "changed";
  }

  /** As clients send it: the team behind the file. */
  private static FormStream upload(Place place) {
    byte[] number = number(place).getBytes(StandardCharsets.UTF_8);
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

  private void settings() {
    add("POST /apply", (s, a, p) -> s.apply.apply(a, false, true, files(s.name(p))));
    add(
        "POST /spec/teams",
        (s, a, p) ->
            s.specs.teams(a, false, true, new TeamSpecs(List.of(Map.of("name", named(s, p))))));
    BatchRequest none = new BatchRequest(List.of());
    add(
        "POST /mdm/apple/profiles/batch",
        (s, a, p) -> {
          s.batch.replaceAtFirst(a, number(p), null, false, true, none);
          return "replaced";
        });
    add(
        "POST /mdm/profiles/batch",
        (s, a, p) -> {
          s.batch.replace(a, null, s.name(p), false, true, none);
          return "replaced";
        });
  }

  /** No team has no name, so that there is nothing to be told apart. */
  private static String named(TeamScene scene, Place place) {
    return place.team().isEmpty() ? "Nowhere" : scene.name(place);
  }

  private static FilesBody files(String team) {
    String settings =
        "{mdm: {macos_settings: {custom_settings: []},"
            + " macos_updates: {minimum_version: '15.1', deadline: '2099-01-01'}}";
    String document =
        team.isEmpty()
            ? "kind: config\nspec: " + settings + "}"
            : "kind: team\nspec: {team: " + settings + ", name: " + team + "}}";
    return new FilesBody(List.of(new FileBody("a.yml", document, Map.of())));
  }

  private static WebhookRequest hook(long team) {
    return new WebhookRequest("New", "https://1.1.1.1/in", team, List.of(), false, false, null);
  }

  private void webhooks() {
    add("GET /webhooks/{id}", (s, a, p) -> s.webhooks.get(a, p.webhook()));
    add(
        "PATCH /webhooks/{id}",
        (s, a, p) ->
            s.webhooks.change(
                a, p.webhook(), new WebhookRequest("New", null, null, null, null, null, null)));
    add("DELETE /webhooks/{id}", (s, a, p) -> s.webhooks.delete(a, p.webhook()));
    add("POST /webhooks/{id}/secret", (s, a, p) -> s.webhooks.rotate(a, p.webhook()));
    add("POST /webhooks/{id}/test", (s, a, p) -> s.webhooks.test(a, p.webhook()));
    add(
        "GET /webhooks/{id}/deliveries",
        (s, a, p) -> s.webhooks.deliveries(a, p.webhook(), "", 0, 0, 9));
    add("POST /webhooks/{id}/redeliver", (s, a, p) -> s.webhooks.redeliver(a, p.webhook(), null));
  }

  private void declarations() {
    add("GET /declarations/{id}", (s, a, p) -> s.declarations.get(a, p.declaration()));
    add(
        "PUT /declarations/{id}",
        (s, a, p) -> s.declarations.change(a, p.declaration(), declared(0, "changed")));
    add("DELETE /declarations/{id}", (s, a, p) -> s.declarations.delete(a, p.declaration()));
    add("GET /hosts/{id}/declarations", (s, a, p) -> s.hostDeclarations.list(a, p.host()));
    add("GET /hosts/{id}/declarations/status", (s, a, p) -> s.hostDeclarations.status(a, p.host()));
  }

  private static DeclarationResource.Request declared(long team, String identifier) {
    return new DeclarationResource.Request(
        Optional.of(team),
        Optional.of(identifier),
        Optional.of(SampleDeclarations.TEST),
        Optional.of(Map.of("Echo", identifier)));
  }

  private static MultipartForm macs(Place place) {
    return new MultipartForm(
        Map.of("team_id", number(place)),
        Map.of("file", new UploadedFile("macs.csv", "NEWMAC1\nNEWMAC2".getBytes())));
  }

  private void hosts() {
    add("GET /hosts/{id}", (s, a, p) -> s.hosts.get(a, p.host()));
    add("GET /hosts/identifier/{identifier}", (s, a, p) -> s.hosts.find(a, p.udid()));
    add("DELETE /hosts/{id}", (s, a, p) -> s.hosts.delete(a, p.host()));
    add("GET /hosts/{id}/encryption_key", (s, a, p) -> s.keys.view(a, p.host()));
    add("GET /mdm/hosts/{id}/encryption_key", (s, a, p) -> s.keys.viewAsBefore(a, p.host()));
    add("GET /hosts/{id}/encryption_keys", (s, a, p) -> s.keys.history(a, p.host()));
    add("POST /hosts/{id}/encryption_key/rotate", (s, a, p) -> s.keys.rotate(a, p.host()));
    board();
    add("POST /hosts/{id}/release", (s, a, p) -> s.setup.release(a, p.host()));
    add(
        "POST /hosts/device_links",
        (s, a, p) -> answered(() -> s.links.makeAll(a, new LinksRequest(List.of(p.host())))));
    add("GET /hosts/{id}/device_link", (s, a, p) -> s.links.show(a, p.host()));
    add("POST /hosts/{id}/device_link", (s, a, p) -> s.links.make(a, p.host()).endsAt());
    add("DELETE /hosts/{id}/device_link", (s, a, p) -> s.links.revoke(a, p.host()));
    add("POST /hosts/{id}/refetch", (s, a, p) -> s.hosts.refetch(a, p.host()));
    add("GET /hosts/{id}/mdm", (s, a, p) -> s.mdm.get(a, p.host()));
    add("DELETE /hosts/{id}/mdm", (s, a, p) -> s.mdm.turnOff(a, p.host()));
    add("PATCH /mdm/hosts/{id}/unenroll", (s, a, p) -> s.mdm.unenroll(a, p.host()));
    add("GET /hosts/{id}/configuration_profiles", (s, a, p) -> s.hostProfiles.list(a, p.host()));
    add("GET /hosts/{id}/os_updates", (s, a, p) -> s.osUpdates.known(a, p.host()));
    add("POST /hosts/{id}/os_updates/scan", (s, a, p) -> s.osUpdates.scan(a, p.host(), null));
    add(
        "POST /hosts/{id}/os_updates",
        (s, a, p) ->
            s.osUpdates.schedule(
                a, p.host(), new ScheduleRequest("99.1", null, "Default", null, null)));
    add("POST /hosts/{id}/os_updates/status", (s, a, p) -> s.osUpdates.status(a, p.host()));
    add(
        "POST /mdm/apple/dep/assignments/assign",
        (s, a, p) -> s.assignments.again(a, new AgainRequest(List.of(p.host()), null, null)));
  }

  private void board() {
    MarksRequest told = new MarksRequest(null, null, null, true, null, null, null);
    add("GET /migration/{id}", (s, a, p) -> s.migration.get(a, p.host()));
    add("PATCH /migration/{id}", (s, a, p) -> s.migration.change(a, p.host(), told));
    add("DELETE /migration/{id}", (s, a, p) -> s.migration.remove(a, p.host()));
    add("POST /migration", (s, a, p) -> s.migration.add(a, many(p, null)));
    add("POST /migration/marks", (s, a, p) -> s.migration.mark(a, many(p, told)));
  }

  private static ManyRequest many(Place place, MarksRequest marks) {
    return new ManyRequest(List.of(place.host()), marks);
  }

  private void migrations() {
    add("GET /migration", (s, a, p) -> s.migration.list(a, team(p)));
    add("GET /migration/export", (s, a, p) -> answered(() -> s.migration.export(a, team(p))));
    byte[] file = "serial_number\nC02NEWONE1\n".getBytes(StandardCharsets.UTF_8);
    add(
        "POST /migration/import",
        (s, a, p) ->
            s.migration.take(
                a,
                new MultipartForm(
                    Map.of("team_id", number(p)),
                    Map.of("macs", new UploadedFile("macs.csv", file)))));
  }

  private void locks() {
    add("GET /hosts/{id}/lock", (s, a, p) -> s.locks.state(a, p.host()));
    add("POST /hosts/{id}/lock", (s, a, p) -> s.locks.lock(a, p.host(), true, null));
    add(
        "POST /mdm/hosts/{id}/lock",
        (s, a, p) -> changed(() -> s.locks.lockEarly(a, p.host(), null)));
    add(
        "POST /hosts/{id}/unlock",
        (s, a, p) -> s.locks.unlock(a, s.secrets.locked(p).host(), null));
    add("POST /hosts/{id}/wipe", (s, a, p) -> s.locks.wipe(a, p.host(), null));
    add(
        "POST /mdm/hosts/{id}/wipe",
        (s, a, p) -> changed(() -> s.locks.wipeEarly(a, p.host(), null)));
    add("GET /hosts/{id}/recovery_lock", (s, a, p) -> s.recovery.state(a, p.host()));
    add(
        "POST /hosts/{id}/recovery_lock",
        (s, a, p) -> s.recovery.set(a, s.secrets.silicon(p).host()));
    add(
        "DELETE /hosts/{id}/recovery_lock",
        (s, a, p) -> s.recovery.clear(a, s.secrets.withPassword(p).host()));
    add(
        "POST /hosts/{id}/recovery_lock/rotate",
        (s, a, p) -> s.recovery.rotate(a, s.secrets.withPassword(p).host()));
    add(
        "POST /hosts/{id}/recovery_lock/verify",
        (s, a, p) -> s.recovery.verify(a, s.secrets.withPassword(p).host()));
    add(
        "POST /hosts/{id}/recovery_lock/view",
        (s, a, p) -> s.recovery.view(a, s.secrets.withPassword(p).host(), null));
    add("GET /hosts/{id}/activation_lock_bypass_code", (s, a, p) -> s.bypass.state(a, p.host()));
    add(
        "POST /hosts/{id}/activation_lock_bypass_code/view",
        (s, a, p) -> s.bypass.view(a, s.secrets.withCode(p).host(), null));
  }

  private void profiles() {
    add(
        "GET /configuration_profiles/{profile_uuid}",
        (s, a, p) -> answered(() -> s.profiles.get(a, p.uuid(), "media")));
    add(
        "GET /configuration_profiles/{profile_uuid}/status",
        (s, a, p) -> s.progress.status(a, p.uuid()));
    add(
        "GET /configuration_profiles/{profile_uuid}/hosts",
        (s, a, p) -> s.progress.hosts(a, p.uuid(), "failed", 0, 100));
    add(
        "GET /configuration_profiles/{profile_uuid}/warnings",
        (s, a, p) -> s.lint.warnings(a, p.uuid()));
    add(
        "POST /hosts/{id}/configuration_profiles/{profile_uuid}/resend",
        (s, a, p) -> s.resend.resend(a, p.host(), p.uuid()));
    add(
        "POST /hosts/{id}/configuration_profiles/resend/{profile_uuid}",
        (s, a, p) -> s.resend.resendAsBefore(a, p.host(), p.uuid()));
    add(
        "DELETE /configuration_profiles/{profile_uuid}",
        (s, a, p) -> s.profiles.delete(a, p.uuid()));
    add(
        "GET /mdm/apple/profiles/{profile_id}",
        (s, a, p) -> answered(() -> s.early.download(a, p.profile())));
    add("DELETE /mdm/apple/profiles/{profile_id}", (s, a, p) -> s.early.delete(a, p.profile()));
  }

  /** To make an answer of bytes takes a JAX-RS runtime, which is not here: it was allowed then. */
  private static Object answered(Supplier<Object> call) {
    try {
      return call.get();
    } catch (MdmException e) {
      throw e;
    } catch (RuntimeException e) {
      if (e.getCause() instanceof ClassNotFoundException) {
        return "answered";
      }
      throw e;
    }
  }

  private void commands() {
    add("POST /commands/run", (s, a, p) -> s.commands.run(a, run(p)));
    add(
        "POST /commands/compose",
        (s, a, p) ->
            s.compose.compose(
                a,
                new ComposeRequest("SecurityInfo", Map.of(), List.of(p.udid()), null, null, null)));
    add("POST /mdm/commands/run", (s, a, p) -> s.commands.runAsBefore(a, run(p)));
    add(
        "POST /mdm/apple/enqueue",
        (s, a, p) -> s.commands.enqueue(a, new EnqueueRequest(COMMAND, List.of(p.udid()))));
    add("DELETE /commands/{uuid}", (s, a, p) -> s.cancel.cancel(a, p.command()));
    add(
        "POST /commands/{uuid}/cancel",
        (s, a, p) -> s.cancel.cancelFor(a, p.command(), new CancelRequest(List.of())));
    add(
        "DELETE /hosts/{id}/commands/{uuid}",
        (s, a, p) -> s.cancel.cancelForOne(a, p.host(), p.command()));
    add("GET /hosts/{id}/timeline", (s, a, p) -> s.timelines.host(a, p.host(), uri()));
    add("GET /commands/{uuid}/timeline", (s, a, p) -> s.timelines.command(a, p.command(), uri()));
    add("GET /commands", (s, a, p) -> s.history.list(a, host(p)));
    add("GET /mdm/commands", (s, a, p) -> s.history.listAsBefore(a, host(p)));
    add("GET /mdm/apple/commands", (s, a, p) -> s.history.listAtFirst(a, host(p)));
    add("GET /commands/results", (s, a, p) -> s.history.results(a, command(p)));
    add("GET /mdm/commandresults", (s, a, p) -> s.history.resultsAsBefore(a, command(p)));
    add("GET /mdm/apple/commandresults", (s, a, p) -> s.history.resultsAtFirst(a, command(p)));
  }

  private void add(String operation, Call call) {
    calls.put(Operation.parse(operation), call);
  }

  private static RunRequest run(Place place) {
    return new RunRequest(COMMAND, List.of(place.udid()), null, null, null);
  }

  private static String number(Place place) {
    return String.valueOf(place.teamNumber());
  }

  private static UriInfo team(Place place) {
    return uri("team_id", number(place));
  }

  private static UriInfo host(Place place) {
    return uri("host_identifier", place.udid());
  }

  private static UriInfo command(Place place) {
    return uri("command_uuid", place.command());
  }

  private static MultipartForm form(Place place) {
    return form(place, "profile");
  }

  private static MultipartForm many(Place place) {
    return form(place, "profiles");
  }

  private static MultipartForm form(Place place, String name) {
    byte[] content = SampleProfiles.screenSaver("org.example.new", "New", 1);
    return new MultipartForm(
        Map.of("team_id", number(place)),
        Map.of(name, new UploadedFile("a.mobileconfig", content)));
  }

  private static UriInfo uri(String... pairs) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.add(pairs[i], pairs[i + 1]);
    }
    return (UriInfo)
        Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> parameters);
  }
}
