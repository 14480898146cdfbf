package io.pomona.simulator.mac.scep;

import io.pomona.simulator.wire.Plist;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The inner dictionary of a com.apple.security.scep payload. */
public record ScepPayload(Plist settings, String identifier) {

  public static ScepPayload of(Plist payload) {
    return new ScepPayload(
        payload.dictionary("PayloadContent").orElseThrow(),
        payload.text("PayloadIdentifier").orElseThrow());
  }

  public URI url() {
    return URI.create(settings.text("URL").orElseThrow());
  }

  public String name() {
    return settings.text("Name").orElse("");
  }

  public Optional<String> challenge() {
    return settings.text("Challenge");
  }

  public Optional<byte[]> fingerprint() {
    return settings.data("CAFingerprint");
  }

  /** Bits as the profile counts them: 1 sign, 4 encrypt; macOS takes 0 for sign. */
  public int keyUsage() {
    long usage = settings.number("Key Usage", 1);
    return (int) (usage == 0 ? 1 : usage);
  }

  public int retries() {
    return (int) settings.number("Retries", 3);
  }

  public long retryDelaySeconds() {
    return settings.number("RetryDelay", 10);
  }

  public Optional<Plist> subjectAltName() {
    return settings.dictionary("SubjectAltName");
  }

  /** The subject with this Mac's values; without a CN macOS puts the payload's identifier there. */
  X500Name subject(Variables variables) {
    X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
    boolean named = false;
    for (List<String> pair : pairs()) {
      String name = pair.get(0);
      named |= "CN".equalsIgnoreCase(name) || BCStyle.CN.getId().equals(name);
      builder.addRDN(BCStyle.INSTANCE.attrNameToOID(name), variables.expand(pair.get(1)));
    }
    if (!named) {
      builder.addRDN(BCStyle.CN, identifier);
    }
    return builder.build();
  }

  private List<List<String>> pairs() {
    List<List<String>> pairs = new ArrayList<>();
    for (Object rdn : settings.list("Subject")) {
      for (Object pair : (List<?>) rdn) {
        pairs.add(((List<?>) pair).stream().map(String::valueOf).toList());
      }
    }
    return pairs;
  }
}
