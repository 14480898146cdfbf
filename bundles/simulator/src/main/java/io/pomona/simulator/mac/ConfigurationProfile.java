package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.wire.MalformedPlistException;
import io.pomona.simulator.wire.Plist;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** A .mobileconfig that a Mac accepted, with the bytes it came in. */
public final class ConfigurationProfile {

  private final byte[] raw;
  private final Plist content;
  private final List<X509CertificateHolder> signers;

  private ConfigurationProfile(byte[] raw, Plist content, List<X509CertificateHolder> signers) {
    this.raw = raw;
    this.content = content;
    this.signers = signers;
  }

  /** Reads a plain or signed profile and refuses what macOS refuses. */
  public static ConfigurationProfile parse(byte[] raw) throws ProfileRefusedException {
    boolean signed = raw.length > 0 && raw[0] == 0x30;
    try {
      ConfigurationProfile profile =
          signed ? openSigned(raw) : new ConfigurationProfile(raw, Plist.read(raw), List.of());
      profile.check();
      return profile;
    } catch (MalformedPlistException e) {
      throw ProfileRefusedException.malformed(e.getMessage());
    }
  }

  private static ConfigurationProfile openSigned(byte[] raw)
      throws ProfileRefusedException, MalformedPlistException {
    try {
      CMSSignedData signed = new CMSSignedData(raw);
      List<X509CertificateHolder> certificates =
          List.copyOf(signed.getCertificates().getMatches(null));
      for (SignerInformation signer : signed.getSignerInfos().getSigners()) {
        verify(signer, certificates);
      }
      if (signed.getSignedContent() == null || signed.getSignerInfos().size() == 0) {
        throw ProfileRefusedException.malformed("The signed profile has no content or no signer");
      }
      byte[] content = (byte[]) signed.getSignedContent().getContent();
      return new ConfigurationProfile(raw, Plist.read(content), certificates);
    } catch (CMSException | CertificateException | OperatorCreationException | RuntimeException e) {
      throw ProfileRefusedException.malformed("Not a signed profile: " + e.getMessage());
    }
  }

  private static void verify(SignerInformation signer, List<X509CertificateHolder> certificates)
      throws ProfileRefusedException,
          CMSException,
          CertificateException,
          OperatorCreationException {
    Predicate<X509CertificateHolder> signs = holder -> signer.getSID().match(holder);
    Optional<X509CertificateHolder> certificate = certificates.stream().filter(signs).findFirst();
    if (certificate.isEmpty()
        || !signer.verify(
            new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(Certificates.BOUNCY_CASTLE)
                .build(certificate.get()))) {
      throw ProfileRefusedException.malformed("The signature of the profile does not hold");
    }
  }

  private void check() throws ProfileRefusedException {
    if (!content.text("PayloadType").filter("Configuration"::equals).isPresent()) {
      throw ProfileRefusedException.malformed("PayloadType is not Configuration");
    }
    requireText(content, "PayloadIdentifier");
    requireText(content, "PayloadUUID");
    for (Plist payload : payloads()) {
      requireText(payload, "PayloadType");
      requireText(payload, "PayloadIdentifier");
      requireText(payload, "PayloadUUID");
    }
    long uuids = payloads().stream().map(payload -> payload.text("PayloadUUID")).distinct().count();
    if (uuids != payloads().size()) {
      throw ProfileRefusedException.malformed("Two payloads share one PayloadUUID");
    }
  }

  private static void requireText(Plist dictionary, String key) throws ProfileRefusedException {
    if (dictionary.text(key).filter(text -> !text.isBlank()).isEmpty()) {
      throw ProfileRefusedException.malformed("Required key '" + key + "' is missing");
    }
  }

  public byte[] raw() {
    return raw.clone();
  }

  public String identifier() {
    return content.text("PayloadIdentifier").orElseThrow();
  }

  public String uuid() {
    return content.text("PayloadUUID").orElseThrow();
  }

  public Plist content() {
    return content;
  }

  public List<Plist> payloads() {
    return content.dictionaries("PayloadContent");
  }

  public List<Plist> payloads(String type) {
    return payloads().stream()
        .filter(payload -> payload.text("PayloadType").filter(type::equals).isPresent())
        .toList();
  }

  public List<X509CertificateHolder> signers() {
    return signers;
  }
}
