package io.pomona.simulator.oidc;

import io.pomona.simulator.crypto.KeySource;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An RSA key with the name under which it is published. */
record SigningKey(String id, KeyPair pair) {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static SigningKey fresh(String id) {
    return new SigningKey(id, KeySource.fresh().next());
  }

  Map<String, Object> jwk() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "RSA");
    jwk.put("use", "sig");
    jwk.put("kid", id);
    jwk.put("n", number(key.getModulus()));
    jwk.put("e", number(key.getPublicExponent()));
    return jwk;
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int start = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
    return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
  }

  byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What an attacker who knows the public key can do as well as anybody. */
  byte[] hmacWithPublicKey(byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(pair.getPublic().getEncoded(), "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
