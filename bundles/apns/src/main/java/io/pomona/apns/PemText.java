package io.pomona.apns;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a PEM file. */
final class PemText {
  private static final int LONGEST = 64 * 1024;
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private PemText() {}

  /** What stands between BEGIN and END; text outside of blocks is skipped. */
  record Block(String label, String body) {
    /**
     * @throws IllegalArgumentException when it is not base64
     */
    byte[] der() {
      return Base64.getMimeDecoder().decode(body.strip());
    }

    @Override
    public String toString() {
      return label;
    }
  }

  static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    if (text.length() <= LONGEST) {
      Matcher matcher = BLOCK.matcher(text);
      while (matcher.find()) {
        blocks.add(new Block(matcher.group(1), matcher.group(2)));
      }
    }
    return blocks;
  }

  /** A block, in lines of 64 characters: Apple takes no others. */
  static String of(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label);
  }
}
