package io.pomona.simulator.mac;

import java.util.LinkedHashMap;
import java.util.Map;

/** One link of the ErrorChain that macOS reports. */
public record ErrorItem(int code, String domain, String description) {

  public static ErrorItem mdmClient(int code, String text) {
    return new ErrorItem(code, "MDMClientError", text + " <MDMClientError:" + code + ">");
  }

  public Map<String, Object> toPlist() {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("ErrorCode", code);
    item.put("ErrorDomain", domain);
    item.put("LocalizedDescription", description);
    item.put("USEnglishDescription", description);
    return item;
  }
}
