package io.pomona.http;

import io.pomona.api.MdmException;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/** Bodies of the admin side: whoever has no account yet has little to say. */
final class AdminBodies implements BodyRule {
  private static final long LIMIT = 32L << 20;
  private static final long OPEN_LIMIT = 16L << 10;
  private static final Pattern OPEN = Pattern.compile(".*/(login|setup|sso/[a-z]+)/?");

  @Override
  public Meter meter(HttpServletRequest request, String path) {
    return new Capped(OPEN.matcher(path).matches() ? OPEN_LIMIT : LIMIT);
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
