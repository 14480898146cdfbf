package io.pomona.itests.contract;

import io.pomona.testkit.SampleDeclarations;
import io.pomona.updates.rest.DeclarationResource;
import io.pomona.updates.rest.MacosUpdateResource.PolicyRequest;
import io.pomona.updates.rest.OsUpdateViews.ScheduleRequest;
import java.util.Map;
import java.util.Optional;

/** Calls of macOS updates and declarations. */
final class UpdateCalls {
  private UpdateCalls() {}

  static void rows(CallTable all) {
    all.add("GET /hosts/{id}/os_updates", (s, a, p) -> s.osUpdates.known(a, p.host()));
    all.add("POST /hosts/{id}/os_updates/scan", (s, a, p) -> s.osUpdates.scan(a, p.host(), null));
    all.add(
        "POST /hosts/{id}/os_updates",
        (s, a, p) ->
            s.osUpdates.schedule(
                a, p.host(), new ScheduleRequest("99.1", null, "Default", null, null)));
    all.add("POST /hosts/{id}/os_updates/status", (s, a, p) -> s.osUpdates.status(a, p.host()));
    all.add("GET /declarations/{id}", (s, a, p) -> s.declarations.get(a, p.declaration()));
    all.add(
        "PUT /declarations/{id}",
        (s, a, p) -> s.declarations.change(a, p.declaration(), declared(0, "changed")));
    all.add("DELETE /declarations/{id}", (s, a, p) -> s.declarations.delete(a, p.declaration()));
    all.add("GET /hosts/{id}/declarations", (s, a, p) -> s.hostDeclarations.list(a, p.host()));
    all.add(
        "GET /hosts/{id}/declarations/status", (s, a, p) -> s.hostDeclarations.status(a, p.host()));
  }

  static void teams(CallTable all) {
    all.add("GET /declarations", (s, a, p) -> s.declarations.list(a, Requests.number(p)));
    all.add(
        "POST /declarations", (s, a, p) -> s.declarations.add(a, declared(p.teamNumber(), "new")));
    all.add("PATCH /macos_updates", (s, a, p) -> s.updates.change(a, required(p)));
    all.add("GET /macos_updates/summary", (s, a, p) -> s.updates.summary(a, Requests.number(p)));
    all.add("GET /macos_updates/nudge.json", (s, a, p) -> s.nudge.settings(a, Requests.number(p)));
  }

  private static PolicyRequest required(Place place) {
    return new PolicyRequest(
        Optional.of(place.teamNumber()),
        Optional.of("14.7"),
        Optional.of("2099-01-01"),
        Optional.empty(),
        Optional.empty());
  }

  private static DeclarationResource.Request declared(long team, String identifier) {
    return new DeclarationResource.Request(
        Optional.of(team),
        Optional.of(identifier),
        Optional.of(SampleDeclarations.TEST),
        Optional.of(Map.of("Echo", identifier)));
  }
}
