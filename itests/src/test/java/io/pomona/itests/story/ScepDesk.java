package io.pomona.itests.story;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.mac.ConfigurationProfile;
import io.pomona.simulator.mac.EnrollmentProfile;
import io.pomona.simulator.mac.ProfileRefusedException;
import io.pomona.simulator.mac.scep.ScepIds;
import io.pomona.simulator.mac.scep.ScepMessage;
import io.pomona.simulator.mac.scep.ScepOptions;
import io.pomona.simulator.mac.scep.ScepServer;
import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;

/** Sends SCEP messages of any kind and reads what comes back. */
final class ScepDesk {
  private final EnrollmentProfile profile;
  private final ScepServer server;
  private final X509CertificateHolder ca;
  private final Identity envelopeSigner;

  /** With one profile, thus one challenge. */
  ScepDesk(Stage stage) {
    try {
      this.profile =
          EnrollmentProfile.of(ConfigurationProfile.parse(VirtualWorld.profile(stage.admin())));
      this.server =
          new ScepServer(profile.scep().url(), stage.world().wires().trusting(profile.roots()));
      this.ca = server.certificates("").get(0);
    } catch (ProfileRefusedException | IOException e) {
      throw new IllegalStateException(e);
    }
    this.envelopeSigner =
        Authority.create("CN=MDM SCEP SIGNER,C=US", stage.world().keys().next(), Clock.systemUTC())
            .identity();
  }

  String challenge() {
    return profile.scep().challenge().orElseThrow();
  }

  /** An answer; all empty where it is no SCEP message. */
  record Answer(int http, String status, String failInfo, Optional<X509CertificateHolder> issued) {
    boolean granted() {
      return issued.isPresent();
    }
  }

  Answer ask(String type, String transaction, byte[] content) {
    return ask(encode(type, transaction, content, envelopeSigner), envelopeSigner);
  }

  byte[] encode(String type, String transaction, byte[] content, Identity signer) {
    byte[] nonce = {1, 2, 3, 4, 5, 6, 7, 8};
    return new ScepMessage(type, transaction, nonce, content, "", ScepOptions.modern())
        .encode(ca, signer, Instant.now());
  }

  byte[] encode(String type, String transaction, byte[] content) {
    return encode(type, transaction, content, envelopeSigner);
  }

  Answer ask(byte[] message) {
    return ask(message, envelopeSigner);
  }

  Answer ask(byte[] message, Identity opener) {
    try {
      return read(server.operate(message, true), opener);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer read(Reply reply, Identity opener) {
    if (!reply.ok()) {
      return new Answer(reply.status(), "", "", Optional.empty());
    }
    try {
      CMSSignedData signed = new CMSSignedData(reply.body());
      SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
      String status = text(signer, ScepIds.PKI_STATUS);
      Optional<X509CertificateHolder> issued =
          status.equals("0") ? Optional.of(open(signed, opener)) : Optional.empty();
      return new Answer(reply.status(), status, text(signer, ScepIds.FAIL_INFO), issued);
    } catch (CMSException e) {
      throw new AssertionError("not a SCEP answer: " + reply.text(), e);
    }
  }

  private static X509CertificateHolder open(CMSSignedData signed, Identity opener)
      throws CMSException {
    CMSEnvelopedData envelope =
        new CMSEnvelopedData((byte[]) signed.getSignedContent().getContent());
    RecipientInformation recipient = envelope.getRecipientInfos().getRecipients().iterator().next();
    byte[] content =
        recipient.getContent(
            new JceKeyTransEnvelopedRecipient(opener.key())
                .setProvider(Certificates.BOUNCY_CASTLE));
    List<X509CertificateHolder> found =
        List.copyOf(new CMSSignedData(content).getCertificates().getMatches(null));
    return found.stream()
        .filter(certificate -> !certificate.getSubject().equals(certificate.getIssuer()))
        .findFirst()
        .orElseThrow();
  }

  private static String text(SignerInformation signer, ASN1ObjectIdentifier type) {
    Attribute attribute = signer.getSignedAttributes().get(type);
    return attribute == null
        ? ""
        : ((ASN1String) attribute.getAttrValues().getObjectAt(0)).getString();
  }
}
