package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import io.pomona.cli.server.Server;
import io.pomona.cli.server.UploadForm;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over what another MDM has exported; a folder is packed here. */
@Command(
    name = "import",
    description = "Add the profiles of a folder or zip, with a report of each file")
final class ProfilesImport implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("FILE", "/file"),
          Column.of("OUTCOME", "/outcome"),
          Column.of("IDENTIFIER", "/identifier"),
          Column.of("REASON", "/reason"));
  private static final List<String> SUMS =
      List.of("added", "unchanged", "conflict", "refused", "skipped");

  @Mixin private Session session;
  @Mixin private Format format;
  @Mixin private TeamOption team;

  @Option(names = "--dry-run", description = "Only say what would be done")
  private boolean dryRun;

  @Parameters(paramLabel = "PATH", description = "A folder, a zip or a .mobileconfig")
  private Path path;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    UploadForm form = new UploadForm().field("dry_run", String.valueOf(dryRun));
    team.id(server).ifPresent(number -> form.field("team_id", number.toString()));
    if (Files.isDirectory(path)) {
      form.file("profiles", "profiles.zip", ProfileFolder.pack(path));
    } else {
      InputFile input = new InputFile(path);
      form.file("profiles", input.name(), input.read());
    }
    print(server.upload("/configuration_profiles/import", form));
  }

  private void print(JsonNode report) {
    PrintWriter out = spec.commandLine().getOut();
    if (!format.isTable()) {
      LISTING.print(out, format, report);
      return;
    }
    LISTING.print(out, format, report.path("files"));
    for (JsonNode file : report.path("files")) {
      ProfileWarnings.print(out, file.path("file").asText(), file.path("warnings"));
    }
    List<String> sums =
        SUMS.stream().map(outcome -> report.path(outcome).asLong() + " " + outcome).toList();
    out.println(String.join(", ", sums) + (dryRun ? "; nothing was stored." : "."));
  }
}
