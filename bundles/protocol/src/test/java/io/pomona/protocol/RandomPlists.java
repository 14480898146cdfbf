package io.pomona.protocol;

import io.pomona.protocol.plist.PlistDict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Dictionaries of any shape, the same for the same seed. */
public final class RandomPlists {
  private static final String ALPHABET = "ab<>&\"' \t\né€\uD83C\uDF4E]];-";

  private final Random random;

  public RandomPlists(long seed) {
    this.random = new Random(seed);
  }

  public PlistDict dict(int depth) {
    PlistDict.Builder dict = PlistDict.builder();
    for (int i = random.nextInt(5); i > 0; i--) {
      dict.put("k" + i + text(), value(depth));
    }
    return dict.build();
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> text();
      case 1 -> random.nextLong();
      case 2 -> random.nextDouble() * 1e6;
      case 3 -> random.nextBoolean();
      case 4 -> Instant.ofEpochSecond(random.nextInt());
      case 5 -> bytes();
      case 6 -> list(depth - 1);
      default -> dict(depth - 1);
    };
  }

  private List<Object> list(int depth) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(depth));
    }
    return list;
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int at = random.nextInt(ALPHABET.codePointCount(0, ALPHABET.length()));
      text.appendCodePoint(ALPHABET.codePointAt(ALPHABET.offsetByCodePoints(0, at)));
    }
    return text.toString();
  }
}
