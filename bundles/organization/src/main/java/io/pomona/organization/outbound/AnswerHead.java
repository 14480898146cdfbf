package io.pomona.organization.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of an answer counts: its status and the first of each header. What follows is not read. */
public record AnswerHead(int status, Map<String, String> headers) {
  private static final int MOST_BYTES = 16 * 1024;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  static AnswerHead read(InputStream in) throws IOException {
    AnswerHead head = parse(text(in));
    while (head.status < 200) {
      head = parse(text(in));
    }
    return head;
  }

  private static String text(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int newLines = 0;
    while (newLines < 2) {
      int next = in.read();
      if (next < 0 || head.size() >= MOST_BYTES) {
        throw new IOException("The answer is none of HTTP/1.1.");
      }
      head.write(next);
      newLines = next == '\n' ? newLines + 1 : next == '\r' ? newLines : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static AnswerHead parse(String text) throws IOException {
    String[] lines = text.split("\r?\n");
    Matcher status = STATUS.matcher(lines[0]);
    if (!status.matches()) {
      throw new IOException("The answer is none of HTTP/1.1.");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return new AnswerHead(Integer.parseInt(status.group(1)), Map.copyOf(headers));
  }
}
