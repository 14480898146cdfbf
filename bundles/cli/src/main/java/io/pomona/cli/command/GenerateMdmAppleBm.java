package io.pomona.cli.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The public key for Apple Business Manager; the private one stays in the server. */
@Command(
    name = "mdm-apple-bm",
    description = "Write the public key for Apple Business Manager to a file")
final class GenerateMdmAppleBm implements Runnable {
  @Mixin private Session session;
  @Mixin private PublicKeyFile key;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    key.write(session.server(), out);
    out.println();
    out.println(
        "Go to business.apple.com, add an MDM server with this key and download its token.");
    out.println("Load it with pomonactl mdm abm-token --token=FILE.");
  }
}
