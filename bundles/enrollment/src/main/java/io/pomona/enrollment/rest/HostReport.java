package io.pomona.enrollment.rest;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.organization.Actor;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostStandings;
import io.pomona.enrollment.HostStandings.Standings;
import io.pomona.enrollment.csv.CsvLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.ws.rs.core.StreamingOutput;

/** One line a host (RFC 4180), written part by part: never all of them in memory. */
record HostReport(
    HostDirectory directory,
    Actor actor,
    HostQuery query,
    HostFilter filter,
    HostColumns columns,
    HostStandings standings)
    implements StreamingOutput {
  private static final int PART = 1000;

  @Override
  public void write(OutputStream output) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    writer.write(CsvLine.of(columns.names()));
    if (query.isOfThisServer()) {
      directory.each(actor, filter, query.order(), PART, hosts -> write(writer, hosts));
    }
    writer.flush();
  }

  private void write(Writer writer, List<Host> hosts) {
    Standings known = standings.of(hosts);
    try {
      for (Host host : hosts) {
        writer.write(CsvLine.of(columns.cells(host, known)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
