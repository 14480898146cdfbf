package io.pomona.apns.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import org.junit.Test;

public class PushCertificateResourceTest {
  private static PushPairRequest request(String certificate, String key, String pkcs12) {
    return new PushPairRequest(certificate, key, pkcs12, "canary", null, false, null);
  }

  private static String missing(PushPairRequest request) {
    return assertThrows(MdmException.class, request::material).fields().get(0).name();
  }

  @Test
  public void missingPartsAreNamed() {
    assertEquals("certificate", missing(request(null, "k", null)));
    assertEquals("private_key", missing(request("c", null, null)));
    assertEquals("pkcs12", missing(request(null, null, "no base64!?")));
  }

  @Test
  public void neitherKeyNorPassphraseIsShown() {
    assertFalse(request("c", "canary", null).toString().contains("canary"));
  }
}
