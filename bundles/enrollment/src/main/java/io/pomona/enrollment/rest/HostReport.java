package io.pomona.enrollment.rest;

import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.csv.CsvLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.core.StreamingOutput;

/** One line a host (RFC 4180), written page by page: never all of them in memory. */
record HostReport(
    HostDirectory directory,
    Actor actor,
    HostQuery query,
    HostStandings standings,
    Map<TeamId, String> teams)
    implements StreamingOutput {
  private static final int PAGE = 1000;
  private static final List<String> HEAD =
      List.of(
          "id",
          "display_name",
          "hardware_serial",
          "uuid",
          "hardware_model",
          "hardware_model_name",
          "os_version",
          "build",
          "mdm_enrollment_status",
          "team_name",
          "created_at",
          "last_enrolled_at",
          "seen_time");

  @Override
  public void write(OutputStream output) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    writer.write(CsvLine.of(HEAD));
    if (query.isOfThisServer()) {
      directory.each(actor, query.filter(standings), PAGE, hosts -> write(writer, hosts));
    }
    writer.flush();
  }

  private void write(Writer writer, List<Host> hosts) {
    try {
      for (Host host : hosts) {
        writer.write(CsvLine.of(cells(host)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> cells(Host host) {
    return List.of(
        Long.toString(host.id().value()),
        host.displayName(),
        host.facts().serialNumber(),
        host.udid().orElse(""),
        host.facts().model(),
        host.facts().modelName(),
        host.facts().osVersion(),
        host.facts().buildVersion(),
        host.mdm().label(),
        host.team().map(teams::get).orElse(""),
        host.createdAt().toString(),
        text(host.enrolledAt()),
        text(host.lastSeenAt()));
  }

  private static String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }
}
