package io.pomona.simulator.mac.command;

import io.pomona.simulator.mac.ErrorItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A status with the keys that go with it at top level. */
public record Answer(String status, Map<String, Object> keys) {

  public static final String ACKNOWLEDGED = "Acknowledged";
  public static final String ERROR = "Error";
  public static final String NOT_NOW = "NotNow";
  public static final String FORMAT_ERROR = "CommandFormatError";

  public static Answer acknowledged() {
    return new Answer(ACKNOWLEDGED, Map.of());
  }

  public static Answer acknowledged(String key, Object value) {
    return new Answer(ACKNOWLEDGED, Map.of(key, value));
  }

  public static Answer notNow() {
    return new Answer(NOT_NOW, Map.of());
  }

  public static Answer formatError(ErrorItem... chain) {
    return failed(FORMAT_ERROR, chain);
  }

  public static Answer error(ErrorItem... chain) {
    return failed(ERROR, chain);
  }

  /** What macOS says to a command it does not know. */
  public static Answer unknown(String requestType) {
    return error(
        new ErrorItem(
            12021, "MCMDMErrorDomain", "Unknown command: " + requestType + " <MDMClientError:91>"));
  }

  private static Answer failed(String status, ErrorItem... chain) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("ErrorChain", List.of(chain).stream().map(ErrorItem::toPlist).toList());
    return new Answer(status, keys);
  }
}
