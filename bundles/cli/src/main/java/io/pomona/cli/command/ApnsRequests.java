package io.pomona.cli.command;

import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Requests whose certificate has not come. */
@Command(
    name = "requests",
    description = "List the requests that wait for a certificate, newest first")
final class ApnsRequests implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("MADE", "/created_at"),
          Column.of("EMAIL", "/email_address"),
          Column.of("BY", "/created_by"),
          Column.of("SENT TO MDMCERT", "/mdmcert_sent_at"));

  @Mixin private Session session;
  @Mixin private Format format;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    LISTING.print(
        spec.commandLine().getOut(),
        format,
        session.server().get("/apns/requests").path("requests"));
  }
}
