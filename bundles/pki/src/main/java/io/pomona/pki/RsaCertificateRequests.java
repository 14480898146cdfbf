package io.pomona.pki;

import io.pomona.api.Secret;
import io.pomona.api.pki.CertificateRequests;
import java.io.IOException;
import java.security.KeyPair;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.osgi.service.component.annotations.Component;

/** Requests as Apple takes them. */
@Component
public final class RsaCertificateRequests implements CertificateRequests {
  private static final int LONGEST = 64;

  @Override
  public KeyRequest create(RequestedName name) {
    KeyPair pair = RsaKey.generate(RsaKey.STRONG);
    try {
      byte[] request =
          new JcaPKCS10CertificationRequestBuilder(subject(name), pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
              .getEncoded();
      return new KeyRequest(Secret.of(pair.getPrivate().getEncoded()), request);
    } catch (OperatorCreationException | IOException e) {
      throw new IllegalStateException("A certificate request could not be signed.", e);
    }
  }

  private static X500Name subject(RequestedName name) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, cut(name.organization()))
        .addRDN(BCStyle.CN, cut(name.commonName()))
        .addRDN(BCStyle.E, new DERIA5String(cut(name.email())))
        .build();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
