package io.pomona.simulator.apple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.ServerTls;
import io.pomona.simulator.wire.Plist;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * mdmcert.download on this machine: takes requests of one product, signs them with a vendor
 * certificate of its own and mails the encrypted result.
 */
public final class VirtualMdmcert implements AutoCloseable {

  private static final String PATH = "/api/v1/signrequest";
  private static final byte[] LINE = {'\r', '\n'};

  private final ObjectMapper json = new ObjectMapper();
  private final HttpsServer server;
  private final VendorIdentity vendor;
  private final String productKey;
  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<String> redirect = Optional.empty();
  private volatile boolean stalling;
  private volatile boolean babbling;

  /**
   * @param attachment hexadecimal digits of CMS EnvelopedData
   */
  public record Mail(String to, String attachment) {}

  public VirtualMdmcert(VirtualApple apple, VendorIdentity vendor, String productKey)
      throws IOException {
    this.vendor = vendor;
    this.productKey = productKey;
    this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(ServerTls.of(apple.tls()));
    server.createContext(PATH, this::handle);
    server.start();
  }

  public String address() {
    return "https://localhost:" + server.getAddress().getPort() + PATH;
  }

  /** What has been mailed, the oldest first. */
  public List<Mail> mails() {
    return mails;
  }

  /** From now on it sends clients elsewhere. */
  public void redirectTo(String location) {
    redirect = Optional.of(location);
  }

  /** From now on it sends the head of an answer, and the rest never comes. */
  public void stall() {
    stalling = true;
  }

  /** From now on its answers do not end for a mebibyte. */
  public void babble() {
    babbling = true;
  }

  private void stall(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write('{');
    exchange.getResponseBody().flush();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (redirect.isPresent()) {
        exchange.getResponseHeaders().set("Location", redirect.get());
        exchange.sendResponseHeaders(307, -1);
        return;
      }
      if (stalling) {
        stall(exchange);
        return;
      }
      if (babbling) {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(new byte[1 << 20]);
        return;
      }
      Optional<String> refusal = refusal(json.readTree(body));
      Map<String, String> answer =
          refusal
              .map(reason -> Map.of("result", "failure", "reason", reason))
              .orElseGet(() -> Map.of("result", "success"));
      byte[] bytes = json.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Optional<String> refusal(JsonNode request) {
    String email = request.path("email").asText();
    if (!productKey.equals(request.path("key").asText())) {
      return Optional.of("Invalid key");
    }
    if (!email.contains("@")) {
      return Optional.of("No such user");
    }
    try {
      byte[] csr = request(request.path("csr").asText());
      mails.add(new Mail(email, sealed(csr, request.path("encrypt").asText())));
      return Optional.empty();
    } catch (IOException | GeneralSecurityException | CMSException | RuntimeException e) {
      return Optional.of("Cannot read the request");
    }
  }

  private static byte[] request(String base64) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(text(base64)))) {
      return ((PKCS10CertificationRequest) parser.readObject()).getEncoded();
    }
  }

  private static String text(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.US_ASCII);
  }

  private String sealed(byte[] csr, String encrypt)
      throws GeneralSecurityException, CMSException, IOException {
    CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(
        new JceKeyTransRecipientInfoGenerator(
                Certificates.jca(Certificates.parsePem(text(encrypt)).get(0)))
            .setProvider(Certificates.BOUNCY_CASTLE));
    byte[] cms =
        generator
            .generate(
                new CMSProcessableByteArray(signed(csr)),
                new JceCMSContentEncryptorBuilder(CMSAlgorithm.DES_EDE3_CBC)
                    .setProvider(Certificates.BOUNCY_CASTLE)
                    .build())
            .getEncoded();
    return HexFormat.of().formatHex(cms);
  }

  private byte[] signed(byte[] csr) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(vendor.identity().key());
    signature.update(csr);
    Plist plist =
        Plist.of(
            Map.of(
                "PushCertRequestCSR", Base64.getEncoder().encodeToString(csr),
                "PushCertCertificateChain",
                    vendor.chain().stream().map(Certificates::pem).collect(Collectors.joining()),
                "PushCertSignature", Base64.getEncoder().encodeToString(signature.sign())));
    return Base64.getMimeEncoder(76, LINE).encode(plist.xml());
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
