package io.pomona.enrollment.identity;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.DeviceRequest;
import io.pomona.api.pki.DeviceSignatures;
import io.pomona.api.pki.VerifiedCertificate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class IdentityProofTest {
  private static final byte[] DER = {0x30, (byte) 0xFB, (byte) 0xEF, (byte) 0xFE, 1, 2, 3, 4};

  private static final DeviceSignatures SIGNATURES =
      new DeviceSignatures() {
        @Override
        public VerifiedCertificate verify(String mdmSignature, byte[] body) {
          return new VerifiedCertificate(mdmSignature, Instant.MAX);
        }

        @Override
        public VerifiedCertificate check(byte[] certificate) {
          return new VerifiedCertificate("c" + certificate.length, Instant.MAX);
        }
      };

  private static DeviceRequest request(
      Optional<String> header, Optional<byte[]> tls, String address, int port) {
    return new DeviceRequest(new byte[0], Optional.empty(), header, tls, address, port);
  }

  private static String rfc9440() {
    return ":" + Base64.getEncoder().encodeToString(DER) + ":";
  }

  @Test
  public void bothFormsOfTheProxysHeaderAreRead() {
    assertArrayEquals(DER, ForwardedCertificate.der(rfc9440()));
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(DER)
            + "\n-----END CERTIFICATE-----\n";
    String escaped = URLEncoder.encode(pem, StandardCharsets.UTF_8).replace("+", "%20");
    assertArrayEquals(DER, ForwardedCertificate.der(escaped));
    assertArrayEquals(DER, ForwardedCertificate.der(escaped.replace("%2B", "+")));
  }

  @Test
  public void anyOtherHeaderIsMalformed() {
    for (String header :
        List.of("", ":", "::", "abc", ":%%%:", "%", "%zz", "-----END CERTIFICATE-----", "%-1")) {
      MdmException thrown =
          assertThrows(header, MdmException.class, () -> ForwardedCertificate.der(header));
      assertEquals(MdmException.Kind.MALFORMED, thrown.kind());
    }
  }

  @Test
  public void onlyTrustedProxiesAreBelieved() {
    IdentityProof proof =
        new ProxyProof(
            SIGNATURES,
            List.of(
                AddressRange.parse("10.2.0.0/15"),
                AddressRange.parse("::1"),
                AddressRange.parse("192.0.2.7")));
    Optional<String> header = Optional.of(rfc9440());
    for (String address : List.of("10.1.255.255", "10.4.0.0", "192.0.2.8", "::2", "localhost")) {
      assertEquals(
          address, Optional.empty(), proof.find(request(header, Optional.empty(), address, 8443)));
    }
    for (String address : List.of("10.3.2.3", "192.0.2.7", "0:0:0:0:0:0:0:1", "::1%lo")) {
      assertTrue(address, proof.find(request(header, Optional.empty(), address, 8443)).isPresent());
    }
    assertFalse(
        new ProxyProof(SIGNATURES, List.of())
            .find(request(header, Optional.empty(), "127.0.0.1", 8443))
            .isPresent());
  }

  @Test
  public void namesAndNonsenseAreNoAddresses() {
    for (String text : List.of("example.com", "", "1.2.3", "10.0.0.0/33", "::1/129", "1.2.3.4/x")) {
      assertThrows(text, IllegalArgumentException.class, () -> AddressRange.parse(text));
    }
  }

  @Test
  public void aClientCertificateCountsAtItsPortOnly() {
    IdentityProof proof = new TlsProof(SIGNATURES, 8444);
    assertTrue(
        proof.find(request(Optional.empty(), Optional.of(DER), "192.0.2.1", 8444)).isPresent());
    assertFalse(
        proof.find(request(Optional.empty(), Optional.of(DER), "192.0.2.1", 8443)).isPresent());
    assertFalse(
        new TlsProof(SIGNATURES, 0)
            .find(request(Optional.empty(), Optional.of(DER), "192.0.2.1", 0))
            .isPresent());
  }
}
