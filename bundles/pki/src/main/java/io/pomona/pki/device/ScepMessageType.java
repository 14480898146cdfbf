package io.pomona.pki.device;

import java.util.Arrays;

/** The requests that are answered. Every other type is refused, whatever it may mean. */
enum ScepMessageType {
  PKCS_REQ("19"),
  RENEWAL_REQ("17"),
  GET_CERT_INITIAL("20");

  private final String code;

  ScepMessageType(String code) {
    this.code = code;
  }

  static ScepMessageType of(String code) {
    return Arrays.stream(values())
        .filter(type -> type.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new ScepRefusal(
                    ScepRefusal.FailInfo.BAD_REQUEST, "its message type is not allowed"));
  }
}
