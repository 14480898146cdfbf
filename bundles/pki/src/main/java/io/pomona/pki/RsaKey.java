package io.pomona.pki;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** RSA keys as bytes and as the JDK's objects, and which of them are strong enough. */
public final class RsaKey {
  /** The least that a device, a CA or a server may have. */
  public static final int STRONG = 2048;

  private static final int MOST = 8192;
  private static final int LEAST_EXPONENT = 65537;
  private static final BigInteger SMALL_PRIMES =
      BigInteger.valueOf(3L * 5 * 7 * 11 * 13 * 17 * 19 * 23 * 29 * 31 * 37 * 41 * 43 * 47);

  private RsaKey() {}

  static KeyPair generate(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The Java runtime cannot make RSA keys.", e);
    }
  }

  static PrivateKey privateKey(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw MdmException.unavailable(
              "pki.key_unreadable",
              "A stored private key cannot be read: restore it from a backup.")
          .causedBy(e);
    }
  }

  public static RSAPublicKey publicKey(SubjectPublicKeyInfo info, int leastBits) {
    try {
      return publicKey(info.getEncoded(), leastBits);
    } catch (IOException e) {
      throw weak().causedBy(e);
    }
  }

  /**
   * @param spki SubjectPublicKeyInfo in DER
   * @throws MdmException invalid when it is not RSA or weak
   */
  public static RSAPublicKey publicKey(byte[] spki, int leastBits) {
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      if (factory.generatePublic(new X509EncodedKeySpec(spki)) instanceof RSAPublicKey key
          && isSound(key, leastBits)) {
        return key;
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      throw weak().causedBy(e);
    }
    throw weak();
  }

  private static boolean isSound(RSAPublicKey key, int leastBits) {
    BigInteger modulus = key.getModulus();
    BigInteger exponent = key.getPublicExponent();
    return modulus.bitLength() >= leastBits
        && modulus.bitLength() <= MOST
        && modulus.testBit(0)
        && modulus.gcd(SMALL_PRIMES).equals(BigInteger.ONE)
        && exponent.testBit(0)
        && exponent.bitLength() < 64
        && exponent.longValue() >= LEAST_EXPONENT;
  }

  private static MdmException weak() {
    return MdmException.invalid(
        "pki.weak_key", "key", "The key must be RSA with 2048 to 8192 bits and a usual exponent.");
  }
}
