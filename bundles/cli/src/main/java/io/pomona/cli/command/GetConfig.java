package io.pomona.cli.command;

import io.pomona.cli.output.Documents;
import io.pomona.cli.output.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The settings of the organization. */
@Command(name = "config", description = "Show the settings, as a document that apply takes")
final class GetConfig implements Runnable {
  @Mixin private Session session;
  @Mixin private Format format;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Documents.print(
        spec.commandLine().getOut(),
        format,
        SettingsDocument.ofConfig(session.server().get("/config")));
  }
}
