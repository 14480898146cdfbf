package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.Rule;
import org.junit.Test;

public class ApnsVerbsTest {
  private static final String SHOWN =
      """
      {"common_name":"APSP:x","serial_number":"4711","issuer":"Apple","renew_date":\
      "2027-01-05T09:00:00Z","topic":"com.apple.mgmt.x","apple_id":"it@example.com",\
      "renewed_by":"Ada","days_left":%d,"warning":"%s"}""";
  private static final String REQUEST =
      """
      {"email_address":"it@example.com","request":"-----BEGIN CERTIFICATE REQUEST-----\\n",\
      "csr":%s}""";

  @Rule public final Desk desk = new Desk();

  private void shows(int days, String warning) {
    desk.server().on("GET /api/v1/apns", 200, SHOWN.formatted(days, warning));
  }

  private String asked(int number) {
    return desk.server().requests().get(number);
  }

  @Test
  public void theCertificateIsShownInTheWordsOfTheReference() {
    shows(200, "");
    assertEquals(0, desk.run("get", "mdm-apple"));
    String out = desk.out();
    assertTrue(out, out.contains("Common name (CN):  APSP:x"));
    assertTrue(out, out.contains("Serial number:     4711"));
    assertTrue(out, out.contains("Renew date:        January 5, 2027"));
    assertTrue(out, out.contains("Apple ID:          it@example.com"));
    assertEquals("", desk.err());
    assertEquals(0, desk.run("get", "mdm-apple", "--json"));
    assertTrue(desk.out().contains("\"days_left\" : 200"));
  }

  @Test
  public void itWarnsThirtyDaysAheadAndWhenItHasEnded() {
    shows(29, "Renew it.");
    assertEquals(0, desk.run("get", "mdm-apple"));
    assertTrue(desk.err().contains("WARNING: Renew it."));
    shows(-1, "It has expired.");
    assertEquals(0, desk.run("get", "mdm-apple"));
    assertTrue(desk.err().contains("ERROR: It has expired."));
    desk.server().on("GET /api/v1/apns", 404, "{\"message\":\"There is no push certificate.\"}");
    assertEquals(1, desk.run("get", "mdm-apple"));
    assertTrue(desk.err().contains("There is no push certificate."));
  }

  @Test
  public void aSignedRequestIsWrittenForApple() throws IOException {
    String file = Base64.getEncoder().encodeToString("PHBsaXN0Pg==".getBytes());
    desk.server().on("POST /api/v1/mdm/apple/request_csr", 200, "{}");
    desk.server().on("GET /api/v1/apns/request", 200, REQUEST.formatted("\"" + file + "\""));
    String csr = desk.path("push.csr").toString();
    assertEquals(
        0,
        desk.run(
            "generate", "mdm-apple", "--email=it@example.com", "--org=Example", "--csr=" + csr));
    assertTrue(asked(0), asked(0).contains("\"organization\":\"Example\""));
    assertEquals("PHBsaXN0Pg==", Files.readString(desk.path("push.csr")));
    assertTrue(desk.out().contains("identity.apple.com/pushcert"));
  }

  @Test
  public void anUnsignedOneSaysWhoCouldSign() throws IOException {
    desk.server().on("GET /api/v1/apns/request", 200, REQUEST.formatted("null"));
    assertEquals(0, desk.run("generate", "mdm-apple", "--csr=" + desk.path("push.csr")));
    assertTrue(Files.readString(desk.path("push.csr")).startsWith("-----BEGIN CERTIFICATE REQ"));
    assertTrue(desk.out().contains("pomonactl apns mdmcert send"));
    assertEquals(2, desk.run("generate"));
  }

  @Test
  public void whatIsDroppedForANewRequestIsSaid() {
    desk.server()
        .on("POST /api/v1/mdm/apple/request_csr", 200, "{\"warning\":\"The request was dropped.\"}")
        .on("GET /api/v1/apns/request", 200, REQUEST.formatted("null"))
        .on(
            "GET /api/v1/apns/requests",
            200,
            "{\"requests\":[{\"email_address\":\"it@example.com\",\"created_by\":\"Ada\","
                + "\"created_at\":\"2027-01-05T09:00:00Z\",\"mdmcert_sent_at\":null}]}");
    String csr = "--csr=" + desk.path("push.csr");
    assertEquals(0, desk.run("generate", "mdm-apple", "--email=it@example.com", "--org=A", csr));
    assertTrue(desk.err().contains("WARNING: The request was dropped."));
    assertEquals(0, desk.run("apns", "requests"));
    String listed = desk.out();
    assertTrue(listed, listed.contains("2027-01-05T09:00:00Z"));
    assertTrue(listed, listed.contains("it@example.com"));
  }

  @Test
  public void theVendorCertificateIsShownAndDeleted() throws IOException {
    desk.server()
        .on(
            "GET /api/v1/apns/vendor",
            200,
            "{\"common_name\":\"MDM Vendor: Example\",\"serial_number\":\"7\",\"issuer\":\"Apple\","
                + "\"renew_date\":\"2027-01-05T09:00:00Z\",\"loaded_by\":\"Ada\"}")
        .on("DELETE /api/v1/apns/vendor", 204, "");
    assertEquals(0, desk.run("apns", "vendor"));
    String out = desk.out();
    assertTrue(out, out.contains("Common name (CN):  MDM Vendor: Example"));
    assertTrue(out, out.contains("Renew date:        January 5, 2027"));
    assertTrue(out, out.contains("Loaded by:         Ada"));
    assertEquals(0, desk.run("apns", "vendor", "--delete"));
    assertTrue(desk.out().contains("Deleted."));
    desk.write("v.pem", "CERT");
    assertEquals(2, desk.run("apns", "vendor", desk.path("v.pem").toString(), "--delete"));
    assertEquals(2, desk.run("apns", "load"));
  }

  @Test
  public void certificatesAreUploadedAndPairsLoaded() throws IOException {
    desk.write("a.pem", "CERT");
    desk.write("a.key", "KEY");
    desk.write("word", "s3cret\n");
    desk.server().on("POST /api/v1/mdm/apple/apns_certificate", 200, SHOWN.formatted(300, ""));
    desk.server().on("PUT /api/v1/apns", 200, SHOWN.formatted(300, ""));
    String pem = desk.path("a.pem").toString();
    assertEquals(0, desk.run("apns", "upload", pem, "--apple-id=it@example.com"));
    assertTrue(asked(0), asked(0).contains("name=\"certificate\"; filename=\"a.pem\""));
    assertTrue(desk.out().contains("4711 is in use"));
    assertEquals(0, desk.run("apns", "load", pem, "--key=" + desk.path("a.key")));
    assertTrue(asked(1), asked(1).contains("\"private_key\":\"KEY\""));
    assertTrue(asked(1), asked(1).contains("\"force\":false"));
    String force = "--passphrase-file=" + desk.path("word");
    assertEquals(0, desk.run("apns", "load", pem, force, "--force", "--topic=com.apple.mgmt.x"));
    assertTrue(asked(2), asked(2).contains("\"passphrase\":\"s3cret\""));
    assertTrue(asked(2), asked(2).contains("\"pkcs12\":\"Q0VSVA==\""));
    assertTrue(asked(2), asked(2).contains("\"topic\":\"com.apple.mgmt.x\""));
    assertTrue(asked(2), asked(2).contains("\"force\":true"));
  }

  @Test
  public void theOtherVerbsAskForWhatTheySay() throws IOException {
    desk.write("v.pem", "CERT");
    desk.write("v.key", "KEY");
    desk.write("mail.p7", "3082");
    desk.server()
        .on("PUT /api/v1/apns/vendor", 200, "{\"common_name\":\"MDM Vendor: Example\"}")
        .on("POST /api/v1/apns/mdmcert", 200, REQUEST.formatted("null"))
        .on("PUT /api/v1/apns/mdmcert", 200, REQUEST.formatted("null"))
        .on("PATCH /api/v1/apns", 200, SHOWN.formatted(300, ""))
        .on("DELETE /api/v1/mdm/apple/apns_certificate?force=true", 204, "");
    assertEquals(
        0,
        desk.run("apns", "vendor", desk.path("v.pem").toString(), "--key=" + desk.path("v.key")));
    assertTrue(desk.out().contains("MDM Vendor: Example signs requests"));
    assertEquals(0, desk.run("apns", "mdmcert", "send"));
    assertTrue(desk.out().contains("it@example.com"));
    assertEquals(0, desk.run("apns", "mdmcert", "open", desk.path("mail.p7").toString()));
    assertTrue(asked(2), asked(2).contains("{\"answer\":\"3082\"}"));
    assertEquals(0, desk.run("apns", "apple-id", "b@example.com"));
    assertTrue(asked(3), asked(3).contains("{\"apple_id\":\"b@example.com\"}"));
    assertEquals(0, desk.run("apns", "off", "--force"));
    assertTrue(desk.out().contains("MDM is off."));
    assertFalse(desk.err().contains("Error"));
  }
}
