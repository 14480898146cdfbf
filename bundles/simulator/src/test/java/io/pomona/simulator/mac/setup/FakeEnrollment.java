package io.pomona.simulator.mac.setup;

import io.pomona.simulator.apple.DeviceAuthority;
import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.support.FakeMdm;
import io.pomona.simulator.support.Profiles;
import io.pomona.simulator.support.TestKeys;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Plist;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wire;
import io.pomona.simulator.wire.Wires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;

/** A {@link FakeMdm} that also enrolls whoever shows an identity of the device authority. */
final class FakeEnrollment implements Wires {

  final FakeMdm mdm = new FakeMdm();
  final DeviceAuthority devices = VirtualApple.create(TestKeys.KEYS, Clock.systemUTC()).devices();
  final List<Plist> machines = new CopyOnWriteArrayList<>();
  final Deque<Reply> refusals = new ArrayDeque<>();
  final Map<String, byte[]> downloads = new HashMap<>();
  String base = "https://mdm.example";

  byte[] profile() {
    return Profiles.enrollment(
        base, "x" + machines.size(), mdm.scep.authority.identity().certificate());
  }

  private Reply handle(Call call) throws IOException {
    if (call.method().equals("GET") && downloads.containsKey(call.uri().getPath())) {
      return new Reply(200, "", downloads.get(call.uri().getPath()));
    } else if (!call.uri().getPath().equals("/enroll")) {
      return mdm.handle(call);
    }
    if (!call.headers().get("Content-Type").equals("application/pkcs7-signature")) {
      return new Reply(415, "", new byte[0]);
    }
    see(call.body());
    return refusals.isEmpty()
        ? new Reply(200, "application/x-apple-aspen-config; charset=utf-8", profile())
        : refusals.poll();
  }

  /** Verified as a server would: the dates are not looked at, the key of the authority is. */
  void see(byte[] cms) throws IOException {
    try {
      CMSSignedData signed = new CMSSignedData(cms);
      SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
      X509CertificateHolder leaf =
          (X509CertificateHolder)
              signed.getCertificates().getMatches(signer.getSID()).iterator().next();
      boolean holds =
          signer.verify(
              new JcaSimpleSignerInfoVerifierBuilder()
                  .setProvider(Certificates.BOUNCY_CASTLE)
                  .build(Certificates.jca(leaf).getPublicKey()));
      if (!holds || !Certificates.issued(leaf, List.of(devices.certificate()))) {
        throw new IOException("Not a device");
      }
      machines.add(Plist.read((byte[]) signed.getSignedContent().getContent()));
    } catch (org.bouncycastle.cms.CMSException
        | org.bouncycastle.operator.OperatorCreationException e) {
      throw new IOException(e);
    }
  }

  void refuse(int status, String json) {
    refusals.add(new Reply(status, "application/json", json.getBytes(StandardCharsets.UTF_8)));
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
