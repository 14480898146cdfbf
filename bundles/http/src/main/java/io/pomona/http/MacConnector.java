package io.pomona.http;

import io.pomona.api.rest.Html;
import io.pomona.protocol.digest.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A second TLS connector that demands a certificate of a device CA. Pax Web knows one connector; it
 * reads further ones from a file of Jetty's.
 */
final class MacConnector {
  private static final String FILE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://www.eclipse.org/jetty/configure_9_3.dtd">
      <Configure id="Server" class="org.eclipse.jetty.server.Server">
        <New id="macTls" class="org.eclipse.jetty.util.ssl.SslContextFactory$Server">
          <Set name="KeyStorePath"><Property name="org.ops4j.pax.web.ssl.keystore"/></Set>
          <Set name="KeyStoreType">PKCS12</Set>
          <Set name="KeyStorePassword"><Property name="org.ops4j.pax.web.ssl.keystore.password"/></Set>
          <Set name="TrustStorePath">%s</Set>
          <Set name="TrustStoreType">PKCS12</Set>
          <Set name="TrustStorePassword">%s</Set>
          <Set name="NeedClientAuth">true</Set>
          <Set name="EndpointIdentificationAlgorithm"/>
          <Set name="IncludeProtocols"><Array type="String"><Item>TLSv1.2</Item><Item>TLSv1.3</Item></Array></Set>
        </New>
        <New id="macHttp" class="org.eclipse.jetty.server.HttpConfiguration">
          <Set name="SendServerVersion">false</Set>
          <Set name="RequestHeaderSize">32768</Set>
          <Call name="addCustomizer"><Arg><New class="org.eclipse.jetty.server.SecureRequestCustomizer"/></Arg></Call>
        </New>
        <Call name="addConnector"><Arg>
          <New class="org.eclipse.jetty.server.ServerConnector">
            <Arg name="server"><Ref refid="Server"/></Arg>
            <Arg name="factories"><Array type="org.eclipse.jetty.server.ConnectionFactory">
              <Item><New class="org.eclipse.jetty.server.SslConnectionFactory"><Arg><Ref refid="macTls"/></Arg><Arg>http/1.1</Arg></New></Item>
              <Item><New class="org.eclipse.jetty.server.HttpConnectionFactory"><Arg><Ref refid="macHttp"/></Arg></New></Item>
            </Array></Arg>
            <Set name="name">macs</Set>
            <Set name="host">%s</Set>
            <Set name="port">%s</Set>
          </New>
        </Arg></Call>
      </Configure>
      """;

  private final Path folder;
  private final String address;
  private final int port;

  MacConnector(Path folder, String address, int port) {
    this.folder = folder;
    this.address = address;
    this.port = port;
  }

  /** Writes the connector's files for these device CAs and says how the web server finds them. */
  Map<String, String> settings(List<byte[]> authorities) throws IOException {
    String password = password();
    Path trust = PrivateFile.write(folder.resolve("macs.p12"), trustStore(authorities, password));
    String text = FILE.formatted(Html.text(trust.toString()).markup(), password, address, port);
    Path file =
        PrivateFile.write(folder.resolve("macs.xml"), text.getBytes(StandardCharsets.UTF_8));
    return Map.of(
        "org.ops4j.pax.web.config.file", file.toString(),
        // Nobody reads this one; it makes the web server read the file again.
        "io.pomona.http.macs", String.join(",", fingerprints(authorities)));
  }

  private static byte[] trustStore(List<byte[]> authorities, String password) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      CertificateFactory certificates = CertificateFactory.getInstance("X.509");
      for (byte[] authority : authorities) {
        store.setCertificateEntry(
            "device-ca-" + store.size(),
            certificates.generateCertificate(new ByteArrayInputStream(authority)));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, password.toCharArray());
      return bytes.toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IOException("The device CAs cannot be put into a trust store", e);
    }
  }

  private static String password() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  static List<String> fingerprints(List<byte[]> certificates) {
    return certificates.stream().map(Sha256::hex).toList();
  }
}
