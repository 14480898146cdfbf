package io.pomona.itests.contract;

import io.pomona.commands.rest.CommandViews.CancelRequest;
import io.pomona.commands.rest.CommandViews.ComposeRequest;
import io.pomona.commands.rest.CommandViews.EnqueueRequest;
import io.pomona.commands.rest.CommandViews.RunRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.ws.rs.core.UriInfo;

/** Calls of commands, their results and timelines. */
final class CommandCalls {
  private static final String COMMAND =
      Base64.getEncoder()
          .encodeToString(
              ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><plist version=\"1.0\"><dict>"
                      + "<key>Command</key><dict><key>RequestType</key>"
                      + "<string>SecurityInfo</string></dict></dict></plist>")
                  .getBytes(StandardCharsets.UTF_8));

  private CommandCalls() {}

  static void rows(CallTable all) {
    all.add("POST /commands/run", (s, a, p) -> s.commands.run(a, run(p)));
    all.add(
        "POST /commands/compose",
        (s, a, p) ->
            s.compose.compose(
                a,
                new ComposeRequest("SecurityInfo", Map.of(), List.of(p.udid()), null, null, null)));
    all.add("POST /mdm/commands/run", (s, a, p) -> s.commands.runAsBefore(a, run(p)));
    all.add(
        "POST /mdm/apple/enqueue",
        (s, a, p) -> s.commands.enqueue(a, new EnqueueRequest(COMMAND, List.of(p.udid()))));
    all.add("DELETE /commands/{uuid}", (s, a, p) -> s.cancel.cancel(a, p.command()));
    all.add(
        "POST /commands/{uuid}/cancel",
        (s, a, p) -> s.cancel.cancelFor(a, p.command(), new CancelRequest(List.of())));
    all.add(
        "DELETE /hosts/{id}/commands/{uuid}",
        (s, a, p) -> s.cancel.cancelForOne(a, p.host(), p.command()));
    all.add("GET /hosts/{id}/timeline", (s, a, p) -> s.timelines.host(a, p.host(), Requests.uri()));
    all.add(
        "GET /commands/{uuid}/timeline",
        (s, a, p) -> s.timelines.command(a, p.command(), Requests.uri()));
    all.add("GET /commands", (s, a, p) -> s.history.list(a, host(p)));
    all.add("GET /mdm/commands", (s, a, p) -> s.history.listAsBefore(a, host(p)));
    all.add("GET /mdm/apple/commands", (s, a, p) -> s.history.listAtFirst(a, host(p)));
    all.add("GET /commands/results", (s, a, p) -> s.history.results(a, command(p)));
    all.add("GET /mdm/commandresults", (s, a, p) -> s.history.resultsAsBefore(a, command(p)));
    all.add("GET /mdm/apple/commandresults", (s, a, p) -> s.history.resultsAtFirst(a, command(p)));
  }

  static void lists(CallTable all) {
    all.add("GET /commands", (s, a, p) -> s.history.list(a, Requests.uri()).results().size());
    all.add(
        "GET /mdm/commands",
        (s, a, p) -> s.history.listAsBefore(a, Requests.uri()).results().size());
    all.add(
        "GET /mdm/apple/commands",
        (s, a, p) -> s.history.listAtFirst(a, Requests.uri()).results().size());
  }

  private static RunRequest run(Place place) {
    return new RunRequest(COMMAND, List.of(place.udid()), null, null, null);
  }

  private static UriInfo host(Place place) {
    return Requests.uri("host_identifier", place.udid());
  }

  private static UriInfo command(Place place) {
    return Requests.uri("command_uuid", place.command());
  }
}
