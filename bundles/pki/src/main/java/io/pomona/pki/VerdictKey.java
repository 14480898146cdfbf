package io.pomona.pki;

/** A SHA-256 in the 32 bytes that it has, since a hundred thousand of them stay in memory. */
record VerdictKey(long first, long second, long third, long fourth) {
  static VerdictKey of(String sha256) {
    return new VerdictKey(part(sha256, 0), part(sha256, 16), part(sha256, 32), part(sha256, 48));
  }

  private static long part(String sha256, int from) {
    return Long.parseUnsignedLong(sha256, from, from + 16, 16);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(first);
  }
}
