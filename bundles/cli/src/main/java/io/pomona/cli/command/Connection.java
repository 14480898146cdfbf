package io.pomona.cli.command;

import io.pomona.cli.context.Context;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is given about a server; what is not given stays as it was. */
final class Connection {
  @Option(names = "--address", paramLabel = "URL", description = "The server, https://HOST[:PORT]")
  private Optional<String> address = Optional.empty();

  @Option(names = "--email", description = "Who logs in")
  private Optional<String> email = Optional.empty();

  @Option(
      names = "--rootca",
      paramLabel = "FILE",
      description = "The only authority to trust, in PEM; \"\" for those of Java")
  private Optional<String> rootCa = Optional.empty();

  @Option(
      names = "--tls-skip-verify",
      arity = "0..1",
      fallbackValue = "true",
      description = "Trust any certificate; for tests only")
  private Optional<Boolean> skipVerify = Optional.empty();

  Context over(Context known) {
    Context context = address.map(known::withAddress).orElse(known);
    context = email.map(context::withEmail).orElse(context);
    context = rootCa.map(Connection::absolute).map(context::withRootCa).orElse(context);
    return skipVerify.map(context::withSkipVerify).orElse(context);
  }

  private static String absolute(String file) {
    return file.isBlank() ? "" : java.nio.file.Path.of(file).toAbsolutePath().toString();
  }
}
