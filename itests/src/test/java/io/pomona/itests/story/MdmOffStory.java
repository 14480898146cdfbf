package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.Assume;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** Until a push certificate is loaded MDM is off, and an admin can still set it up. */
public class MdmOffStory {
  @ClassRule public static final Stage STAGE = new Stage();

  @Before
  public void mdmIsOff() {
    Assume.assumeFalse("another story has turned MDM on", STAGE.isMdmOn());
  }

  @Test
  public void macsAreToldThatMdmIsNotConfigured() {
    AdminApi nobody = STAGE.pomona().api();
    for (String type : new String[] {"mdm-checkin", "mdm"}) {
      AdminApi.Answer answer =
          nobody.send(
              nobody
                  .request("/mdm/apple/mdm")
                  .header("Content-Type", "application/x-apple-aspen-" + type)
                  .PUT(BodyPublishers.ofString("<plist><dict/></plist>")));
      assertOff(answer);
    }
    for (String operation : new String[] {"GetCACaps", "GetCACert", "PKIOperation"}) {
      assertOff(nobody.get("/mdm/apple/scep?operation=" + operation));
    }
    assertOff(
        nobody.send(
            nobody
                .request("/mdm/apple/scep?operation=PKIOperation")
                .header("Content-Type", "application/x-pki-message")
                .POST(BodyPublishers.ofString("anything"))));
  }

  @Test
  public void thereIsNoEnrollmentProfileYet() {
    assertOff(STAGE.adminBeforeMdm().get("/api/v1/enrollment_profiles/manual"));
  }

  @Test
  public void setUpCanBeReached() {
    assertEquals(404, STAGE.adminBeforeMdm().get("/api/v1/apns").status());
    assertEquals(404, STAGE.adminBeforeMdm().get("/api/latest/fleet/mdm/apple").status());
    assertEquals(200, STAGE.adminBeforeMdm().get("/api/v1/status").status());
    assertEquals(200, STAGE.adminBeforeMdm().get("/api/v1/configuration_profiles").status());
  }

  private static void assertOff(AdminApi.Answer answer) {
    assertEquals(answer.text(), 403, answer.status());
    assertTrue(answer.text(), answer.text().contains("not configured"));
  }
}
