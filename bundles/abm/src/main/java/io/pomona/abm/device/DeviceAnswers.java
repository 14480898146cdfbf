package io.pomona.abm.device;

import io.pomona.protocol.dep.UpdateFirst;
import io.pomona.protocol.profile.EnrollmentProfile;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** What both ways end with. */
final class DeviceAnswers {
  private DeviceAnswers() {}

  static Response profile(byte[] profile) {
    return Response.ok(profile, EnrollmentProfile.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"enrollment.mobileconfig\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  static Response of(UpdateFirst update) {
    return Response.status(Response.Status.FORBIDDEN)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(update.json())
        .build();
  }
}
