package io.pomona.protocol.dep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what Apple is asked. */
public final class RequestWriter {
  private RequestWriter() {}

  public static byte[] page(Optional<String> cursor, int limit) {
    Map<String, Object> fields = new LinkedHashMap<>();
    cursor.ifPresent(text -> fields.put("cursor", text));
    fields.put("limit", limit);
    return AppleJson.write(fields);
  }

  public static byte[] assignment(String profileUuid, List<String> serialNumbers) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("profile_uuid", profileUuid);
    fields.put("devices", serialNumbers);
    return AppleJson.write(fields);
  }
}
