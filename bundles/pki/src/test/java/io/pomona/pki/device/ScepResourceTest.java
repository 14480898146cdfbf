package io.pomona.pki.device;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.pki.Workbench;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.ws.rs.core.Response;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

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
  public void aProfileOfAFormerCaIsServedByThatCa() throws Exception {
    String name = bench.ca.name();
    byte[] before = bench.ca.chain().get(0);
    MacRequest request = MacRequest.to(bench).challenge(bench.challenge());
    bench.clock.advance(Duration.ofSeconds(1));
    bench.ca.roll(Fixtures.ADMIN);
    assertNotEquals(name, bench.ca.name());
    assertArrayEquals(before, (byte[]) bench.scep.get("GetCACert", name).getEntity());
    assertArrayEquals(
        bench.ca.chain().get(0), (byte[]) bench.scep.get("GetCACert", bench.ca.name()).getEntity());
    assertArrayEquals(
        bench.ca.chain().get(0), (byte[]) bench.scep.get("GetCACert", "pomona").getEntity());
    Response response = bench.scep.post("PKIOperation", request.encode());
    MacAnswer answer = request.read((byte[]) response.getEntity());
    assertTrue(answer.isSuccess());
    assertEquals(new X509CertificateHolder(before).getSubject(), answer.issued().getIssuer());
  }

  @Test
  public void whileMdmIsOffNothingIsAnswered() {
    bench.turnMdmOff();
    for (String operation : List.of("GetCACaps", "GetCACert", "PKIOperation", "other")) {
      for (ThrowingRunnable call :
          List.<ThrowingRunnable>of(
              () -> bench.scep.get(operation, ""), () -> bench.scep.post(operation, new byte[0]))) {
        assertEquals("enrollment.mdm_off", assertThrows(MdmException.class, call).code());
      }
    }
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
