package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.settings.ExportFolder;
import io.pomona.cli.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The server's settings as the files that apply takes. */
@Command(
    name = "generate",
    description = "Write the settings of the server to a folder, as files that apply takes",
    subcommands = {GenerateMdmApple.class, GenerateMdmAppleBm.class})
public final class GenerateCommand implements Runnable {
  @Mixin private Session session;

  // Not needed by what is generated besides.
  @Parameters(arity = "0..1", paramLabel = "DIR", description = "A new or an empty folder")
  private Path folder;

  @Option(names = "--force", description = "Overwrite files in a folder that is not empty")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (folder == null) {
      throw new ParameterException(spec.commandLine(), "Name a folder to write to.");
    }
    ExportFolder export = new ExportFolder(folder);
    if (!force && export.isTaken()) {
      throw new Failure(
          Failure.Kind.FILE,
          folder + " is not empty. Name a new folder, or overwrite files with --force.");
    }
    List<SettingsFile> files = files(session.server().get("/export").path("files"));
    for (Path written : export.write(files)) {
      spec.commandLine().getOut().println("Wrote " + shown(written) + ".");
    }
  }

  private Path shown(Path written) {
    return folder.resolve(folder.toAbsolutePath().normalize().relativize(written));
  }

  private static List<SettingsFile> files(JsonNode said) {
    List<SettingsFile> files = new ArrayList<>();
    for (JsonNode file : said) {
      Map<String, byte[]> attachments = new LinkedHashMap<>();
      file.path("attachments")
          .fields()
          .forEachRemaining(each -> attachments.put(each.getKey(), bytes(each.getValue())));
      files.add(
          new SettingsFile(file.path("name").asText(), file.path("content").asText(), attachments));
    }
    return files;
  }

  private static byte[] bytes(JsonNode base64) {
    try {
      return base64.binaryValue();
    } catch (IOException e) {
      throw new Failure(Failure.Kind.UNREACHABLE, "The server sent a file that is no base64.", e);
    }
  }
}
