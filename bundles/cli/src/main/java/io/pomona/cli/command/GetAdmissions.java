package io.pomona.cli.command;

import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The Macs that an admin lets in. */
@Command(
    name = "admissions",
    aliases = "admission",
    description = "List the Macs that may enroll automatically once although a check refuses them")
final class GetAdmissions implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("SERIAL", "/serial_number"),
          Column.of("BY", "/admitted_by"),
          Column.of("UNTIL", "/expires_at"),
          Column.of("CAME", "/udid"));

  @Mixin private Session session;
  @Mixin private Format format;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    LISTING.print(
        spec.commandLine().getOut(),
        format,
        session.server().get("/mdm/apple/admissions").path("admissions"));
  }
}
