package io.pomona.itests.secrets;

/** Bytes that would give a secret away. */
record Needle(String secret, Spelling spelling, byte[] bytes) {

  boolean isAt(byte[] text, int offset) {
    if (offset + bytes.length > text.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (text[offset + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Never with the value. */
  @Override
  public String toString() {
    return secret + " " + spelling.words();
  }
}
