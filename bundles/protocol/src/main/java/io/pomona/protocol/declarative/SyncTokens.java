package io.pomona.protocol.declarative;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * By what a Mac sees whether it has to ask: the answer to {@code tokens}, and the data of the
 * DeclarativeManagement command.
 */
public record SyncTokens(String declarationsToken, Instant timestamp) {
  public byte[] toJson() {
    Map<String, Object> tokens = new LinkedHashMap<>();
    tokens.put("DeclarationsToken", declarationsToken);
    tokens.put("Timestamp", timestamp.truncatedTo(ChronoUnit.SECONDS).toString());
    return DeclarativeJson.write(Map.of("SyncTokens", tokens));
  }
}
