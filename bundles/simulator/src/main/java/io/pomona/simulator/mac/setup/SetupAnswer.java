package io.pomona.simulator.mac.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.simulator.mac.EnrollmentRefusedException;
import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.net.http.HttpResponse;

/** What a server answered to a Mac that asks for its enrollment profile. */
record SetupAnswer(Reply reply) {

  private static final String PROFILE = "application/x-apple-aspen-config";
  private static final String UPDATE = "com.apple.softwareupdate.required";

  static SetupAnswer of(HttpResponse<byte[]> reply) {
    String type = reply.headers().firstValue("Content-Type").orElse("");
    return new SetupAnswer(new Reply(reply.statusCode(), type, reply.body()));
  }

  boolean profile() {
    return reply.ok() && reply.contentType().split(";")[0].strip().equalsIgnoreCase(PROFILE);
  }

  /** Any good answer; throws what the Mac does about every other. */
  void require(String what) throws IOException {
    if (reply.ok()) {
      return;
    }
    if (reply.status() == 403 && reply.contentType().contains("json")) {
      JsonNode error = new ObjectMapper().readTree(reply.body());
      if (error.path("code").asText().equals(UPDATE)) {
        throw SoftwareUpdateRequiredException.of(error);
      }
    }
    throw new EnrollmentRefusedException(what, reply.status(), reply.text());
  }
}
