package io.pomona.itests.contract;

import io.pomona.api.organization.Actor;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls of teams, people, activities, webhooks and settings. */
final class OrganizationCalls {
  private OrganizationCalls() {}

  static void rows(CallTable all) {
    all.add("GET /webhooks/{id}", (s, a, p) -> s.webhooks.get(a, p.webhook()));
    all.add(
        "PATCH /webhooks/{id}",
        (s, a, p) ->
            s.webhooks.change(
                a, p.webhook(), new WebhookRequest("New", null, null, null, null, null, null)));
    all.add("DELETE /webhooks/{id}", (s, a, p) -> s.webhooks.delete(a, p.webhook()));
    all.add("POST /webhooks/{id}/secret", (s, a, p) -> s.webhooks.rotate(a, p.webhook()));
    all.add("POST /webhooks/{id}/test", (s, a, p) -> s.webhooks.test(a, p.webhook()));
    all.add(
        "GET /webhooks/{id}/deliveries",
        (s, a, p) -> s.webhooks.deliveries(a, p.webhook(), "", 0, 0, 9));
    all.add(
        "POST /webhooks/{id}/redeliver", (s, a, p) -> s.webhooks.redeliver(a, p.webhook(), null));
  }

  static void teams(CallTable all) {
    all.add("GET /teams/{id}", (s, a, p) -> s.teams.get(a, p.teamNumber()));
    all.add(
        "PATCH /teams/{id}",
        (s, a, p) -> s.teams.change(a, p.teamNumber(), new TeamRequest("New", null)));
    all.add("GET /activities", (s, a, p) -> s.activities.list(a, 0, 0, 9, Requests.team(p)));
    all.add(
        "GET /activities/export",
        (s, a, p) -> Answers.answered(() -> s.activities.export(a, "csv", Requests.team(p))));
    all.add("POST /webhooks", (s, a, p) -> s.webhooks.create(a, hook(p.teamNumber())));
    all.add("POST /apply", (s, a, p) -> s.apply.apply(a, false, true, files(s.name(p))));
    all.add(
        "POST /spec/teams",
        (s, a, p) ->
            s.specs.teams(a, false, true, new TeamSpecs(List.of(Map.of("name", named(s, p))))));
  }

  static void lists(CallTable all) {
    all.add("GET /teams", (s, a, p) -> s.teams.list(a, "", 0, 0, 0).teams().size());
    all.add(
        "GET /activities",
        (s, a, p) ->
            s.activities
                .list(a, 0, 0, 9, Requests.uri("type", "created_macos_profile"))
                .activities()
                .size());
    all.add("GET /webhooks", (s, a, p) -> s.webhooks.list(a, 0, 0, 0).webhooks().size());
  }

  static void organization(CallTable all) {
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
        "POST /users",
        (s, a, p) ->
            s.users.create(
                a,
                new UserRequest(
                    "Eve",
                    "eve@example.com",
                    TeamCalls.PASSWORD,
                    null,
                    inTeam(p, "gitops"),
                    false)));
    all.add(
        "PATCH /users/{id}",
        (s, a, p) ->
            s.users.change(
                a,
                s.tom.id().value(),
                new ChangeRequest("Tim", null, null, inTeam(p, "maintainer"), null)));
    all.add("DELETE /users/{id}", (s, a, p) -> s.users.delete(a, s.tom.id().value()));
    all.add(
        "POST /change_password",
        (s, a, p) ->
            s.account.changePassword(
                new Actor(Optional.of(s.tom.id()), "Tom", "", Set.of()),
                new PasswordRequest(TeamCalls.PASSWORD, "another long one")));
  }

  static void noTeam(CallTable all) {
    Map<String, Object> saver = Map.of("custom_settings", List.of("saver.mobileconfig"));
    all.add(
        "PATCH /config",
        (s, a, p) ->
            s.config.change(a, false, false, Map.of("mdm", Map.of("macos_settings", saver))));
  }

  private static List<TeamRole> inTeam(Place place, String role) {
    return List.of(new TeamRole(place.teamNumber(), role));
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
}
