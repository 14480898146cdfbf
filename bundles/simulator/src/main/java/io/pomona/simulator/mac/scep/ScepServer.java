package io.pomona.simulator.mac.scep;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/** The three SCEP operations over HTTP. */
public final class ScepServer {

  private final URI url;
  private final Wire wire;

  public ScepServer(URI url, Wire wire) {
    this.url = url;
    this.wire = wire;
  }

  public Set<String> capabilities() throws IOException {
    Reply reply = wire.send(Call.get(operation("GetCACaps", "")));
    if (!reply.ok()) {
      throw new ScepFailure("GetCACaps answered " + reply.status());
    }
    return reply.text().lines().map(String::strip).collect(Collectors.toSet());
  }

  /** The CA certificates; with a name where the payload has one. */
  public List<X509CertificateHolder> certificates(String name) throws IOException {
    Reply reply = wire.send(Call.get(operation("GetCACert", name)));
    if (!reply.ok()) {
      throw new ScepFailure("GetCACert answered " + reply.status());
    }
    try {
      return reply.contentType().startsWith("application/x-x509-ca-ra-cert")
          ? List.copyOf(new CMSSignedData(reply.body()).getCertificates().getMatches(null))
          : List.of(Certificates.parse(reply.body()));
    } catch (CMSException | RuntimeException e) {
      throw new ScepFailure("GetCACert gave no certificate: " + e.getMessage());
    }
  }

  public Reply operate(byte[] message, boolean post) throws IOException {
    if (post) {
      Map<String, String> headers = Map.of("Content-Type", "application/x-pki-message");
      return wire.send(new Call("POST", operation("PKIOperation", ""), headers, message));
    }
    String text = Base64.getEncoder().encodeToString(message);
    return wire.send(Call.get(operation("PKIOperation", text)));
  }

  private URI operation(String name, String message) {
    String glue = url.getRawQuery() == null ? "?" : "&";
    String query = "operation=" + name;
    if (!message.isEmpty()) {
      query += "&message=" + URLEncoder.encode(message, StandardCharsets.UTF_8);
    }
    return URI.create(url + glue + query);
  }
}
