package io.pomona.simulator.apple;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.wire.MalformedPlistException;
import io.pomona.simulator.wire.Plist;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** identity.apple.com/pushcert: checks what is uploaded as Apple does, and issues certificates. */
public final class VirtualPushPortal {

  private static final int PEM_LINE = 64;

  private final VirtualApple apple;
  private final Clock clock;

  public VirtualPushPortal(VirtualApple apple, Clock clock) {
    this.apple = apple;
    this.clock = clock;
  }

  /** Why an upload was refused. */
  public static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
      super(reason);
    }
  }

  /**
   * A certificate in PEM.
   *
   * @param upload the file: base64 of a property list
   * @param uuid of the topic; the same again is what Renew does
   */
  public String issue(byte[] upload, UUID uuid) {
    Plist plist = plist(upload);
    byte[] request = base64(text(plist, "PushCertRequestCSR"));
    String chain = text(plist, "PushCertCertificateChain");
    requireLines(chain);
    X509CertificateHolder vendor = vendor(Certificates.parsePem(chain));
    requireSignature(vendor, request, base64(text(plist, "PushCertSignature")));
    return Certificates.pem(apple.pushCertificate(uuid, key(request)));
  }

  private static Plist plist(byte[] upload) {
    try {
      return Plist.read(base64(new String(upload, StandardCharsets.US_ASCII)));
    } catch (MalformedPlistException e) {
      throw new RefusedException("Invalid Certificate Signing Request");
    }
  }

  private static String text(Plist plist, String key) {
    return plist.text(key).orElseThrow(() -> new RefusedException(key + " is missing"));
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new RefusedException("Not base64");
    }
  }

  private static void requireLines(String pem) {
    if (pem.lines().anyMatch(line -> line.length() > PEM_LINE)) {
      throw new RefusedException("The certificate chain has lines of more than 64 characters");
    }
  }

  private X509CertificateHolder vendor(List<X509CertificateHolder> chain) {
    X509CertificateHolder root = apple.root().certificate();
    boolean whole =
        chain.size() == 3
            && chain.get(2).equals(root)
            && Certificates.issued(chain.get(1), List.of(root))
            && Certificates.issued(chain.get(0), List.of(chain.get(1)));
    if (!whole) {
      throw new RefusedException("Certificate chain is not that of a vendor");
    }
    if (!chain.get(0).isValidOn(Date.from(clock.instant()))) {
      throw new RefusedException(
          "Certificate Signature Verification failed because the signing certificate is expired");
    }
    String name = chain.get(0).getSubject().getRDNs(BCStyle.CN)[0].getFirst().getValue().toString();
    if (!name.startsWith("MDM Vendor: ")) {
      throw new RefusedException("Not an MDM vendor");
    }
    return chain.get(0);
  }

  private static void requireSignature(
      X509CertificateHolder vendor, byte[] request, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(Certificates.jca(vendor).getPublicKey());
      verifier.update(request);
      if (verifier.verify(signature)) {
        return;
      }
    } catch (GeneralSecurityException e) {
      // Said below.
    }
    throw new RefusedException("Certificate Signature Verification failed");
  }

  private static PublicKey key(byte[] request) {
    try {
      JcaPKCS10CertificationRequest parsed = new JcaPKCS10CertificationRequest(request);
      boolean der = Arrays.equals(parsed.getEncoded(), request);
      if (der
          && parsed.isSignatureValid(
              new JcaContentVerifierProviderBuilder()
                  .setProvider(Certificates.BOUNCY_CASTLE)
                  .build(parsed.getSubjectPublicKeyInfo()))) {
        return parsed.getPublicKey();
      }
    } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
      // Said below.
    }
    throw new RefusedException("Invalid Certificate Signing Request");
  }
}
