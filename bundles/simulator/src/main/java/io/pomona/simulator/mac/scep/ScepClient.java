package io.pomona.simulator.mac.scep;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.wire.Wire;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** Takes a SCEP payload to an identity, as macOS does when it installs an enrollment profile. */
public final class ScepClient {

  private static final String POST = "POSTPKIOperation";
  private static final int NONCE_BYTES = 8; // what real Macs send

  private final ScepOptions options;
  private final KeySource keys;
  private final Clock clock;
  private final Pause pause;
  private final SecureRandom random = new SecureRandom();

  public ScepClient(ScepOptions options, KeySource keys, Clock clock, Pause pause) {
    this.options = options;
    this.keys = keys;
    this.clock = clock;
    this.pause = pause;
  }

  /** A first request: the envelope signed by a key of its own, the challenge in the request. */
  public Identity enroll(ScepPayload payload, Variables variables, Wire wire) throws IOException {
    Identity signer = ScepSigner.create(keys.next(), clock);
    return request(ScepIds.PKCS_REQ, payload, variables, wire, signer);
  }

  /** RFC 8894's RenewalReq, signed by the identity in use. Macs do not send it by themselves. */
  public Identity renew(ScepPayload payload, Variables variables, Wire wire, Identity current)
      throws IOException {
    return request(ScepIds.RENEWAL_REQ, payload, variables, wire, current);
  }

  private Identity request(
      String type, ScepPayload payload, Variables variables, Wire wire, Identity signer)
      throws IOException {
    ScepServer server = new ScepServer(payload.url(), wire);
    Set<String> offered = server.capabilities();
    List<X509CertificateHolder> authorities = server.certificates(payload.name());
    checkFingerprint(payload, authorities);
    ScepOptions agreed = agree(offered);
    KeyPair pair = keys.next();
    PKCS10CertificationRequest csr = CertificateRequest.build(payload, variables, pair, agreed);
    Exchange exchange = new Exchange(server, authorities, signer, clock, offered.contains(POST));
    CertRep answer = exchange.send(message(type, csr, csr.getEncoded(), payload, agreed));
    answer = waitFor(answer, exchange, csr, payload, agreed);
    return new Identity(pair.getPrivate(), issued(answer, signer, csr, authorities));
  }

  private ScepOptions agree(Set<String> offered) {
    boolean aes = options.aes() && (offered.contains("AES") || offered.contains("SCEPStandard"));
    return new ScepOptions(options.digest(), aes, options.get(), options.challengeAttribute());
  }

  private ScepMessage message(
      String type,
      PKCS10CertificationRequest csr,
      byte[] content,
      ScepPayload payload,
      ScepOptions agreed) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String challenge = agreed.challengeAttribute() ? payload.challenge().orElse("") : "";
    String transaction = CertificateRequest.transactionId(csr);
    return new ScepMessage(type, transaction, nonce, content, challenge, agreed);
  }

  private CertRep waitFor(
      CertRep first,
      Exchange exchange,
      PKCS10CertificationRequest csr,
      ScepPayload payload,
      ScepOptions agreed)
      throws IOException {
    CertRep answer = first;
    for (int i = 0; i < payload.retries() && answer.status() == CertRep.Status.PENDING; i++) {
      pause.of(Duration.ofSeconds(payload.retryDelaySeconds()));
      ASN1Encodable[] issuerAndSubject = {exchange.recipient().getSubject(), csr.getSubject()};
      byte[] content = new DERSequence(issuerAndSubject).getEncoded();
      answer = exchange.send(message(ScepIds.GET_CERT_INITIAL, csr, content, payload, agreed));
    }
    return answer;
  }

  private static X509CertificateHolder issued(
      CertRep answer,
      Identity signer,
      PKCS10CertificationRequest csr,
      List<X509CertificateHolder> authorities)
      throws IOException {
    switch (answer.status()) {
      case FAILURE ->
          throw new ScepFailure(
              "The SCEP server refused, failInfo " + answer.failInfo(), answer.failInfo());
      case PENDING -> throw new ScepFailure("The SCEP server kept the request pending");
      default -> {}
    }
    for (X509CertificateHolder certificate : answer.certificates(signer)) {
      if (Identity.holds(certificate, csr.getSubjectPublicKeyInfo())) {
        if (!Certificates.issued(certificate, authorities)) {
          throw new ScepFailure("The certificate is not issued by a CA that GetCACert gave");
        }
        return certificate;
      }
    }
    throw new ScepFailure("None of the certificates is for the requested key");
  }

  private static void checkFingerprint(ScepPayload payload, List<X509CertificateHolder> authorities)
      throws ScepFailure {
    if (payload.fingerprint().isEmpty()) {
      return;
    }
    byte[] wanted = payload.fingerprint().get();
    String algorithm = wanted.length == 16 ? "MD5" : wanted.length == 20 ? "SHA-1" : "SHA-256";
    for (X509CertificateHolder authority : authorities) {
      if (MessageDigest.isEqual(digest(algorithm, authority), wanted)) {
        return;
      }
    }
    throw new ScepFailure("The CA certificate has another fingerprint than the profile says");
  }

  private static byte[] digest(String algorithm, X509CertificateHolder certificate) {
    try {
      return MessageDigest.getInstance(algorithm).digest(Certificates.der(certificate));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
