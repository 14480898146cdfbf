package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.itests.karaf.Pomonactl.Result;
import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.apple.VendorIdentity;
import io.pomona.simulator.apple.VirtualMdmcert.Mail;
import io.pomona.simulator.mac.VirtualMac;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The three ways to a push certificate. Each time Apple issues it for the topic that the Macs of
 * this world have, as for a renewal, so that none is lost.
 */
public class ConnectApnsStory {
  private static final String EMAIL = "push@example.com";

  @ClassRule public static final Stage STAGE = new Stage();
  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private final AdminApi admin = STAGE.admin();
  private final Orders orders = new Orders(admin);
  private Pomonactl pomonactl;

  @Before
  public void logIn() {
    pomonactl = STAGE.pomonactl(home.getRoot().toPath());
  }

  @After
  public void asBefore() {
    STAGE.world().allRest();
    admin.delete("/api/v1/apns/vendor");
    STAGE.world().turnMdmOn(admin);
  }

  @Test
  public void byTheOrganizationsOwnVendorCertificate() throws IOException {
    VendorIdentity vendor = STAGE.world().apple().vendorIdentity("Acme", Duration.ofDays(100));
    Path alone = file("alone.pem", vendor.certificatePem());
    Path key = file("vendor.key", vendor.keyPem());
    Result incomplete = pomonactl.run("apns", "vendor", "" + alone, "--key=" + key);
    assertEquals(1, incomplete.exitCode());
    assertTrue(incomplete.err(), incomplete.err().contains("Worldwide Developer Relations"));
    pomonactl.done("apns", "vendor", "" + file("vendor.pem", vendor.chainPem()), "--key=" + key);
    Path csr = home.getRoot().toPath().resolve("push.csr");
    String told =
        pomonactl.done(
            "generate", "mdm-apple", "--email=" + EMAIL, "--org=Acme & Sons", "--csr=" + csr);
    assertTrue(told, told.contains("https://identity.apple.com/pushcert"));
    Path issued = file("push.pem", issued(Files.readAllBytes(csr)));
    pomonactl.done("apns", "upload", "" + issued, "--apple-id=apple@example.com");
    String shown = pomonactl.done("get", "mdm-apple");
    assertTrue(shown, shown.contains("apple@example.com"));
    assertTrue(shown, shown.contains(STAGE.world().push().topic()));
    aMacIsWoken();
    assertActivities(
        "loaded_vendor_certificate", "requested_apns_certificate", "loaded_apns_certificate");
  }

  @Test
  public void byMdmcertDownload() {
    JsonNode made =
        admin
            .post(
                "/api/latest/fleet/mdm/apple/request_csr",
                Map.of("email_address", EMAIL, "organization", "Acme & Sons"))
            .ok()
            .json();
    assertFalse("no key is handed out", made.toString().contains("PRIVATE KEY"));
    AdminApi.Answer unsigned = admin.get("/api/v1/mdm/apple/request_csr");
    assertEquals(409, unsigned.status());
    assertTrue(unsigned.text(), unsigned.text().contains("apns.not_signed"));
    admin.post("/api/v1/apns/mdmcert", Map.of()).ok();
    List<Mail> mails = STAGE.world().mdmcert().mails();
    Mail mail = mails.get(mails.size() - 1);
    assertEquals(EMAIL, mail.to());
    admin.put("/api/v1/apns/mdmcert", Map.of("answer", mail.attachment() + "\r\n")).ok();
    String csr = admin.get("/api/v1/mdm/apple/request_csr").ok().json().get("csr").asText();
    upload(issued(Base64.getDecoder().decode(csr)).getBytes(StandardCharsets.US_ASCII));
    aMacIsWoken();
    assertEquals(404, admin.get("/api/v1/apns/request").status());
    assertActivities("sent_apns_request", "signed_apns_request", "loaded_apns_certificate");
  }

  @Test
  public void byAPairFromElsewhere() throws IOException {
    PushIdentity pair = STAGE.world().apple().pushIdentity(STAGE.world().topic());
    Path pkcs12 = home.getRoot().toPath().resolve("push.p12");
    Files.write(pkcs12, pair.pkcs12("sesame".toCharArray()));
    Result wrong =
        pomonactl.run("apns", "load", "" + pkcs12, "--passphrase-file=" + file("wrong", "parsley"));
    assertEquals(1, wrong.exitCode());
    assertTrue(wrong.err(), wrong.err().contains("passphrase does not open"));
    pomonactl.done("apns", "load", "" + pkcs12, "--passphrase-file=" + file("right", "sesame\n"));
    assertSerial(pair);
    aMacIsWoken();
    PushIdentity pem = STAGE.world().apple().pushIdentity(STAGE.world().topic());
    Path certificate = file("pair.pem", pem.certificatePem());
    Path key = file("pair.key", pem.keyPem());
    List<String> printed =
        KarafShell.of(STAGE.pomona().karaf())
            .run(
                "mdm:apns-load --apple-id shell@example.com --key " + key + " " + certificate,
                "mdm:apns-show --no-format");
    assertTrue(printed.get(0), printed.get(0).contains("In use: "));
    assertTrue(printed.get(1), printed.get(1).contains("shell@example.com"));
    assertSerial(pem);
    aMacIsWoken();
  }

  private void assertSerial(PushIdentity pair) {
    assertEquals(
        pair.identity().certificate().getSerialNumber().toString(),
        admin.get("/api/v1/apns").ok().json().get("serial_number").asText());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(home.getRoot().toPath().resolve(name), text);
  }

  private static String issued(byte[] csr) {
    return STAGE.world().portal().issue(csr, STAGE.world().topic());
  }

  private void upload(byte[] certificate) {
    admin.upload("/api/v1/mdm/apple/apns_certificate", "certificate", "push.pem", certificate).ok();
  }

  private void aMacIsWoken() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    orders.await(orders.send("CertificateList", mac), mac, Orders.DONE);
  }

  private void assertActivities(String... types) {
    String feed = admin.get("/api/v1/activities?per_page=30").ok().text();
    for (String type : types) {
      assertTrue(type, feed.contains("\"" + type + "\""));
    }
  }
}
