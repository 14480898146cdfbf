package io.pomona.protocol.command;

import io.pomona.protocol.command.CommandReportReader.ReportHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Picks the keys of a report out of the scanned bytes. The last of equal keys counts. */
final class ReportScan {
  private static final Set<String> TEXTS =
      Set.of(
          "Status",
          "UDID",
          "UserID",
          "EnrollmentID",
          "EnrollmentUserID",
          "CommandUUID",
          "RequestType");

  private final PlistScanner scanner;
  private final Map<String, String> texts = new HashMap<>();
  private List<ErrorChainItem> errors = List.of();

  ReportScan(PlistScanner scanner) {
    this.scanner = scanner;
  }

  ReportHead read() {
    scanner.enterRoot();
    while (scanner.nextKey()) {
      String key = scanner.key();
      if (TEXTS.contains(key)) {
        text(key);
      } else if (key.equals("ErrorChain")) {
        errors = errors();
      } else {
        scanner.skipValue();
      }
    }
    scanner.leaveRoot();
    return new ReportHead(texts, errors);
  }

  private void text(String key) {
    texts.remove(key);
    scanner.stringValue().ifPresent(value -> texts.put(key, value));
  }

  private List<ErrorChainItem> errors() {
    List<ErrorChainItem> chain = new ArrayList<>();
    if (!scanner.enterArray()) {
      return chain;
    }
    while (scanner.nextElement()) {
      if (!scanner.enterDict()) {
        continue;
      }
      ErrorChainItem item = error();
      if (chain.size() < CommandReportReader.MAX_ERRORS) {
        chain.add(item);
      }
    }
    return chain;
  }

  private ErrorChainItem error() {
    Map<String, String> strings = new HashMap<>();
    long code = 0;
    while (scanner.nextKey()) {
      String key = scanner.key();
      if (key.equals("ErrorCode")) {
        code = scanner.integerValue().orElse(0L);
      } else {
        Optional<String> value = scanner.stringValue();
        value.ifPresentOrElse(text -> strings.put(key, text), () -> strings.remove(key));
      }
    }
    return new ErrorChainItem(
        code,
        strings.getOrDefault("ErrorDomain", ""),
        Optional.ofNullable(strings.get("LocalizedDescription")),
        Optional.ofNullable(strings.get("USEnglishDescription")));
  }
}
