package io.pomona.cli.command;

import io.pomona.cli.Failure;
import io.pomona.cli.server.Server;
import java.util.Optional;
import java.util.function.LongFunction;

/** The one Mac of a verb, and what is said where it cannot be reached. */
final class TargetHost {
  private TargetHost() {}

  /**
   * @param host UDID, serial number or name
   * @param call does it to the host of this number
   */
  static <T> T with(Server server, Optional<String> host, LongFunction<T> call) {
    String name =
        host.filter(text -> !text.isBlank())
            .orElseThrow(
                () ->
                    new Failure(Failure.Kind.REFUSED, "No host targeted. Please provide --host."));
    try {
      return call.apply(HostNames.find(server, name).path("id").asLong());
    } catch (Failure refused) {
      throw worded(refused);
    }
  }

  private static Failure worded(Failure refused) {
    if (refused.is("enrollment.host_not_found")) {
      return new Failure(
          Failure.Kind.REFUSED,
          "The host doesn't exist. Please provide a valid UDID, serial number or name.");
    }
    return refused.is("organization.forbidden")
        ? new Failure(
            Failure.Kind.REFUSED,
            "Permission denied. You don't have permission to do this with the host.")
        : refused;
  }
}
