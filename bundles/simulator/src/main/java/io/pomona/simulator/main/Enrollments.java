package io.pomona.simulator.main;

import io.pomona.simulator.admin.AdminApi;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wire;
import io.pomona.simulator.wire.Wires;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Turns what the operator gave into a source of profiles: a server with an API token gives each Mac
 * a profile of its own; a URL is fetched once for each Mac; a file is the same for all.
 */
final class Enrollments {

  private Enrollments() {}

  static ProfileSource of(
      Optional<String> server,
      Optional<String> tokenFile,
      Optional<String> caFile,
      Optional<String> profile,
      Wires wires)
      throws IOException {
    Wire wire = wires.trusting(roots(caFile));
    if (profile.isPresent()) {
      String place = profile.get();
      return place.startsWith("https:") || place.startsWith("http:")
          ? () -> fetch(wire, URI.create(place))
          : () -> Files.readAllBytes(Path.of(place));
    } else if (server.isPresent() && tokenFile.isPresent()) {
      AdminApi api = new AdminApi(URI.create(server.get()), wire);
      api.useToken(Files.readString(Path.of(tokenFile.get())));
      return api::enrollmentProfile;
    }
    throw new IllegalArgumentException(
        "Say where the enrollment profile is: a profile, or a server with a token file");
  }

  private static List<X509CertificateHolder> roots(Optional<String> caFile) throws IOException {
    return caFile.isPresent()
        ? Certificates.parsePem(Files.readString(Path.of(caFile.get())))
        : List.of();
  }

  private static byte[] fetch(Wire wire, URI uri) throws IOException {
    Reply reply = wire.send(Call.get(uri));
    if (!reply.ok()) {
      throw new IOException("The enrollment profile was answered with " + reply.status());
    }
    return reply.body();
  }
}
