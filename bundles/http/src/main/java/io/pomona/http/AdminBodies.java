package io.pomona.http;

import io.pomona.api.MdmException;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/** Bodies of the admin side: whoever has no account yet has little to say. */
final class AdminBodies implements BodyRule {
  private static final long LIMIT = 32L << 20;
  private static final long OPEN_LIMIT = 16L << 10;
  // Read as it comes, by a resource that has its own limit.
  private static final long STREAMED_LIMIT = 64L << 30;
  private static final Pattern STREAMED = Pattern.compile(".*/bootstrap/?");
  private static final Pattern OPEN = Pattern.compile(".*/(login|setup|sso/[a-z]+)/?");

  @Override
  public Meter meter(HttpServletRequest request, String path) {
    return new Capped(limit(path));
  }

  private static long limit(String path) {
    if (OPEN.matcher(path).matches()) {
      return OPEN_LIMIT;
    }
    return STREAMED.matcher(path).matches() ? STREAMED_LIMIT : LIMIT;
  }

  static MdmException tooLarge(long limit) {
    return new MdmException(
        MdmException.Kind.TOO_LARGE,
        "http.body_too_large",
        "The body is larger than " + limit + " bytes.");
  }

  private record Capped(long limit) implements Meter {
    @Override
    public void reached(long bytes) {
      if (bytes > limit) {
        throw tooLarge(limit);
      }
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
