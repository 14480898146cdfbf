package io.pomona.http;

import javax.servlet.http.HttpServletRequest;

/** Bodies of forms that have hardly any field. */
final class SmallBodies implements BodyRule {
  private static final long LIMIT = 16L << 10;

  @Override
  public Meter meter(HttpServletRequest request, String path) {
    return new Meter() {
      @Override
      public void reached(long bytes) {
        if (bytes > LIMIT) {
          throw AdminBodies.tooLarge(LIMIT);
        }
      }

      @Override
      public void close() {
        // holds nothing
      }
    };
  }
}
