package io.pomona.console;

import java.util.Optional;

/** A file as it is and, where that makes it smaller, compressed. */
record Content(Encoded plain, Optional<Encoded> compressed) {
  /** Else a browser's work costs more: fonts and most pictures are compressed by themselves. */
  private static final double WORTH_IT = 0.9;

  static Content plain(byte[] bytes) {
    return new Content(Encoded.plain(bytes), Optional.empty());
  }

  static Content of(byte[] bytes) {
    Encoded compressed = Encoded.gzip(bytes);
    boolean smaller = compressed.bytes().length < WORTH_IT * bytes.length;
    return new Content(Encoded.plain(bytes), smaller ? Optional.of(compressed) : Optional.empty());
  }

  /** For what a request says in Accept-Encoding; null when it says nothing. */
  Encoded acceptable(String accepted) {
    return compressed.filter(one -> AcceptEncoding.allows(accepted, one.encoding())).orElse(plain);
  }
}
