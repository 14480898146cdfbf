package io.pomona.http;

import io.pomona.api.organization.ExpirySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of the certificate that Karaf's web server shows, whoever has made it. */
@Component(configurationPid = HttpsConnector.PID)
public final class CertificateExpiry implements ExpirySource {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateExpiry.class);
  private static final String MANAGED =
      "It should have renewed itself: the log says why it has not, and a restart tries it again.";
  private static final String OWN =
      "Put a new one into the key store that etc/org.ops4j.pax.web.cfg names.";

  private final boolean managed;
  private final WebServer server;

  @Activate
  public CertificateExpiry(
      HttpsConnector.Config config, @Reference ConfigurationAdmin configurations) {
    this.managed = config.https_managed();
    this.server = new WebServer(configurations);
  }

  @Override
  public List<Expiring> expiring() {
    return end().stream()
        .map(
            end ->
                new Expiring(
                        "http.certificate", "server's certificate", end, managed ? MANAGED : OWN)
                    .meaning("no Mac reaches the server"))
        .toList();
  }

  /** Of several the first; nothing where HTTPS is somebody else's, or its file only theirs. */
  private Optional<Instant> end() {
    try {
      Optional<String> file = server.value(ManagedCertificate.FILE);
      return file.isEmpty() ? Optional.empty() : end(Path.of(file.get()));
    } catch (IOException | InvalidPathException e) {
      LOG.debug("The web server's key store cannot be read", e);
      return Optional.empty();
    }
  }

  private Optional<Instant> end(Path file) throws IOException {
    String password = server.value(ManagedCertificate.PASSWORD).orElse("");
    return ServedCertificates.in(Files.readAllBytes(file), password).stream()
        .map(X509Certificate::getNotAfter)
        .min(Comparator.naturalOrder())
        .map(Date::toInstant);
  }
}
