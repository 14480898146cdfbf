package io.pomona.pki.device;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.pki.Workbench;
import java.util.Base64;
import java.util.List;
import javax.ws.rs.core.Response;
import org.junit.Test;

public class ScepResourceTest {
  private final Workbench bench = new Workbench();

  @Test
  public void capabilitiesNameWhatMacsLookFor() {
    Response response = bench.scep.get("GetCACaps", "pomona");
    assertEquals("text/plain", response.getMediaType().toString());
    assertTrue(
        List.of(((String) response.getEntity()).split("\n"))
            .containsAll(
                List.of("Renewal", "SHA-1", "SHA-256", "AES", "DES3", "POSTPKIOperation")));
  }

  @Test
  public void theCaIsGivenAsOneCertificate() {
    Response response = bench.scep.get("GetCACert", "");
    assertEquals("application/x-x509-ca-cert", response.getMediaType().toString());
    assertArrayEquals(bench.ca.chain().get(0), (byte[]) response.getEntity());
  }

  @Test
  public void base64IsReadInEveryWayThatItArrives() throws Exception {
    byte[] message = MacRequest.to(bench).challenge(bench.challenge()).encode();
    String standard = Base64.getEncoder().encodeToString(message);
    for (String text :
        List.of(
            standard,
            standard.replace('+', ' '),
            Base64.getUrlEncoder().encodeToString(message),
            Base64.getUrlEncoder().withoutPadding().encodeToString(message),
            Base64.getMimeEncoder().encodeToString(message))) {
      Response response = bench.scep.get("PKIOperation", text);
      assertEquals("application/x-pki-message", response.getMediaType().toString());
      assertTrue(MacRequest.to(bench).read((byte[]) response.getEntity()).isSuccess());
    }
    assertEquals(1, bench.signed.get());
  }

  @Test
  public void whatIsNotBase64IsMalformed() {
    MdmException e = assertThrows(MdmException.class, () -> bench.scep.get("PKIOperation", "%%%"));
    assertEquals(MdmException.Kind.MALFORMED, e.kind());
  }
}
