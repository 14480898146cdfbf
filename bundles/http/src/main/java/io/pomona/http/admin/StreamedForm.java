package io.pomona.http.admin;

import io.pomona.api.MdmException;
import io.pomona.api.rest.FormStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a form one after the other, with no more in memory than a buffer. */
final class StreamedForm implements FormStream {
  private static final int MOST_PARTS = 100;
  private static final int MOST_HEADERS = 16 << 10;
  private static final int LONGEST_DISPOSITION = 4 << 10;
  private static final Pattern NAME = parameter("name");
  private static final Pattern FILE_NAME = parameter("filename");
  private static final byte[] LINE_END = {'\r', '\n'};

  private final DelimitedStream body;
  private int parts;

  StreamedForm(InputStream body, byte[] boundary) {
    byte[] delimiter = new byte[boundary.length + 4];
    delimiter[0] = '\r';
    delimiter[1] = '\n';
    delimiter[2] = '-';
    delimiter[3] = '-';
    System.arraycopy(boundary, 0, delimiter, 4, boundary.length);
    // The first delimiter need not have a line before it.
    this.body = new DelimitedStream(body, LINE_END, delimiter);
  }

  /** Possessive: what can be given back costs a frame of the stack for each character. */
  private static Pattern parameter(String name) {
    return Pattern.compile("(?i)[;\\s]" + name + "=(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^;\\s]++))");
  }

  @Override
  public Optional<Part> next() {
    try {
      if (!body.nextPart()) {
        return Optional.empty();
      }
      if (++parts > MOST_PARTS) {
        throw MdmException.malformed("http.too_many_parts", "The form has more than 100 parts.");
      }
      return Optional.of(part(headers()));
    } catch (IOException e) {
      throw bad().causedBy(e);
    } catch (UncheckedIOException e) {
      throw bad().causedBy(e);
    }
  }

  private Part part(String headers) {
    String name =
        value(NAME, headers)
            .orElseThrow(
                () ->
                    MdmException.malformed("http.unnamed_part", "A part of the form has no name."));
    return new Part(name, value(FILE_NAME, headers), body);
  }

  private static Optional<String> value(Pattern pattern, String headers) {
    Matcher found = pattern.matcher(headers);
    if (!found.find()) {
      return Optional.empty();
    }
    String quoted = found.group(1);
    return Optional.of(quoted == null ? found.group(2) : quoted.replaceAll("\\\\(.)", "$1"));
  }

  /** The header that names the part; others say nothing that is needed. */
  private String headers() throws IOException {
    String disposition = "";
    int read = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      read += line.length();
      if (read > MOST_HEADERS) {
        throw bad();
      }
      if (line.regionMatches(true, 0, "Content-Disposition:", 0, 20)) {
        if (line.length() > LONGEST_DISPOSITION) {
          throw bad();
        }
        disposition = line;
      }
    }
    return disposition;
  }

  private String line() throws IOException {
    byte[] line = new byte[MOST_HEADERS];
    int length = 0;
    for (int next = body.read(); next != '\n'; next = body.read()) {
      if (next < 0 || length == line.length) {
        throw bad();
      }
      line[length++] = (byte) next;
    }
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return new String(line, 0, end, StandardCharsets.UTF_8);
  }

  static MdmException bad() {
    return MdmException.malformed("http.bad_form", "The body is no well-formed multipart form.");
  }
}
