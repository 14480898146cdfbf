package io.pomona.apns;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class PushPayloadTest {
  @Test
  public void isJson() {
    assertEquals("{\"mdm\":\"F4C1-\\\"\\\\\\u000a\u00e9\"}", PushPayload.of("F4C1-\"\\\n\u00e9"));
  }
}
