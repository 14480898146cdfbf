package io.pomona.pki;

import io.pomona.api.Secret;
import io.pomona.api.pki.ServerTls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TLS certificate for a server that was given none, under a root that Macs get by profile. */
@Component(configurationPid = PkiConfig.PID)
public final class SelfMadeTls implements ServerTls {
  private static final Logger LOG = LoggerFactory.getLogger(SelfMadeTls.class);
  private static final String PURPOSE = "tls-server";
  // What macOS accepts at most.
  private static final Duration LIFE = Duration.ofDays(824);

  private final ServerRoot root;
  private final boolean isPublic;
  private final Optional<RootFile> operators;
  private final Path published;

  @Activate
  public SelfMadeTls(@Reference ServerRoot root, PkiConfig config) {
    this(root, config.tls_public(), RootFile.of(config), DataFolder.resolve("tls", "root.pem"));
  }

  SelfMadeTls(ServerRoot root, boolean isPublic, Optional<RootFile> operators, Path published) {
    this.root = root;
    this.isPublic = isPublic;
    this.operators = operators;
    this.published = published;
    publish();
  }

  // For people and tools on this machine; the server does without it.
  private void publish() {
    if (isPublic || operators.isPresent()) {
      return;
    }
    try {
      new RootFile(published).write(root.certificates());
    } catch (IOException | RuntimeException e) {
      LOG.warn("The root certificate could not be written to {}", published, e);
    }
  }

  @Override
  public TlsKeyStore keyStore(List<String> hosts) {
    ServerNames names = new ServerNames(hosts);
    Issuer server =
        root.current(PURPOSE, issuer -> names.areThoseOf(issuer.certificate()), draft(names));
    return pkcs12(server);
  }

  private ServerRoot.Draft draft(ServerNames names) {
    return (key, notBefore) ->
        new CertificateDraft(names.first(), key, notBefore, root.limit(LIFE))
            .endEntity(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)
            .purpose(KeyPurposeId.id_kp_serverAuth)
            .names(names.alternatives());
  }

  private static TlsKeyStore pkcs12(Issuer server) {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().encodeToString(random);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("pomona", server.key(), password.toCharArray(), chain(server));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, password.toCharArray());
      return new TlsKeyStore(out.toByteArray(), Secret.of(password));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The TLS key store could not be made.", e);
    }
  }

  private static X509Certificate[] chain(Issuer server) throws GeneralSecurityException {
    X509Certificate[] chain = new X509Certificate[server.chain().size()];
    for (int i = 0; i < chain.length; i++) {
      X509CertificateHolder holder = Issuer.parse(server.chain().get(i));
      chain[i] = new JcaX509CertificateConverter().getCertificate(holder);
    }
    return chain;
  }

  @Override
  public List<byte[]> roots() {
    if (isPublic) {
      return List.of();
    }
    return operators.map(RootFile::read).orElseGet(root::certificates);
  }
}
