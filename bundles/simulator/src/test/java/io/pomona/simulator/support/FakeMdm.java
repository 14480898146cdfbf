package io.pomona.simulator.support;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Plist;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wire;
import io.pomona.simulator.wire.Wires;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;

/** A small MDM server in the test's own process: checks signatures, queues, keeps what it heard. */
public final class FakeMdm implements Wires {

  /** A message heard, with the certificate that signed it. */
  public record Heard(Plist message, X509CertificateHolder signer) {

    public String type() {
      return message.text("MessageType").or(() -> message.text("Status")).orElse("?");
    }
  }

  public final ScepResponder scep =
      new ScepResponder(Authority.create("CN=Device CA", TestKeys.KEYS.next(), Clock.systemUTC()));
  public final List<Heard> heard = new CopyOnWriteArrayList<>();
  public final FakeDeclarations declarations = new FakeDeclarations();
  public volatile int connectStatus = 200;
  public volatile int checkInStatus = 200;
  private volatile String failing = "";
  private final Map<String, Deque<byte[]>> queues = new ConcurrentHashMap<>();
  private final Map<String, byte[]> bootstrapTokens = new ConcurrentHashMap<>();

  public String enqueue(String udid, Map<String, ?> command) {
    String uuid = UUID.randomUUID().toString();
    byte[] body = Plist.of(Map.of("CommandUUID", uuid, "Command", command)).xml();
    queues.computeIfAbsent(udid, key -> new ArrayDeque<>()).add(body);
    return uuid;
  }

  /** The next message of this type finds a server in trouble. */
  public void failOn(String type) {
    failing = type;
  }

  public String enqueue(String udid, String requestType) {
    return enqueue(udid, Map.of("RequestType", requestType));
  }

  public List<String> heardTypes() {
    return heard.stream().map(Heard::type).toList();
  }

  public Heard last() {
    return heard.get(heard.size() - 1);
  }

  public Reply handle(Call call) throws IOException {
    try {
      return call.uri().getPath().endsWith("/scep") ? scep.handle(call) : mdm(call);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private synchronized Reply mdm(Call call) throws Exception {
    X509CertificateHolder signer = verify(call);
    boolean checkIn = call.headers().get("Content-Type").contains("checkin");
    int status = checkIn ? checkInStatus : connectStatus;
    if (status != 200) {
      return new Reply(status, "", new byte[0]);
    }
    Plist message;
    try {
      message = Plist.read(call.body());
    } catch (IOException e) {
      return new Reply(400, "", new byte[0]);
    }
    Heard now = new Heard(message, signer);
    if (now.type().equals(failing)) {
      failing = "";
      return new Reply(503, "", new byte[0]);
    }
    if (now.type().equals("DeclarativeManagement")) {
      return declarations.handle(message);
    }
    heard.add(now);
    return new Reply(200, "application/xml", checkIn ? checkedIn(message) : next(message));
  }

  private byte[] checkedIn(Plist message) {
    String udid = message.text("UDID").orElseThrow();
    message.data("BootstrapToken").ifPresent(token -> bootstrapTokens.put(udid, token));
    boolean asked = message.text("MessageType").orElseThrow().equals("GetBootstrapToken");
    return asked && bootstrapTokens.containsKey(udid)
        ? Plist.of(Map.of("BootstrapToken", bootstrapTokens.get(udid))).xml()
        : new byte[0];
  }

  private byte[] next(Plist message) throws IOException {
    Deque<byte[]> queue =
        queues.computeIfAbsent(message.text("UDID").orElseThrow(), key -> new ArrayDeque<>());
    boolean notNow = message.text("Status").orElseThrow().equals("NotNow");
    String answered = message.text("CommandUUID").orElse("");
    if (!notNow && !queue.isEmpty()) {
      String head = Plist.read(queue.peek()).text("CommandUUID").orElseThrow();
      if (head.equals(answered)) {
        queue.poll();
      }
    }
    return notNow || queue.isEmpty() ? new byte[0] : queue.peek();
  }

  private static X509CertificateHolder verify(Call call) throws Exception {
    byte[] cms = Base64.getDecoder().decode(call.headers().get("Mdm-Signature"));
    CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(call.body()), cms);
    SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
    X509CertificateHolder certificate =
        (X509CertificateHolder)
            signed.getCertificates().getMatches(signer.getSID()).iterator().next();
    if (!signer.verify(
        new JcaSimpleSignerInfoVerifierBuilder()
            .setProvider(Certificates.BOUNCY_CASTLE)
            .build(certificate))) {
      throw new IOException("The Mdm-Signature does not hold");
    }
    return certificate;
  }

  @Override
  public Wire trusting(List<X509CertificateHolder> roots) {
    return this::handle;
  }

  @Override
  public Wire trusting(List<X509CertificateHolder> roots, Identity client) {
    return this::handle;
  }
}
