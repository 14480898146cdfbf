package io.pomona.cli.command;

import io.pomona.cli.context.Context;
import io.pomona.cli.context.ContextFile;
import io.pomona.cli.server.Server;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which server a command talks to, and where that is remembered. */
public final class Session {
  @Option(
      names = "--context",
      defaultValue = "default",
      completionCandidates = ContextNames.class,
      description = "The name of the server and login to use (default: ${DEFAULT-VALUE})")
  private String name;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${env:POMONA_CONFIG:-${sys:user.home}/.pomona/config}",
      description = "Where contexts are kept (default: ${DEFAULT-VALUE})")
  private Path file;

  String name() {
    return name;
  }

  ContextFile file() {
    return new ContextFile(file);
  }

  Context context() {
    return file().read(name);
  }

  void remember(Context context) {
    file().write(name, context);
  }

  Server server() {
    return Server.of(context());
  }
}
