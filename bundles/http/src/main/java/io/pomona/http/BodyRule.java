package io.pomona.http;

import javax.servlet.http.HttpServletRequest;

/** How much body a request may have. */
interface BodyRule {
  /**
   * @param path decoded
   */
  Meter meter(HttpServletRequest request, String path);

  /** Follows the body of one request, also one whose length was not declared. */
  interface Meter extends AutoCloseable {
    /**
     * The body has so many bytes, or says that it will have them. Called again as it grows.
     *
     * @throws io.pomona.api.MdmException when it is not to be read on
     */
    void reached(long bytes);

    @Override
    void close();
  }
}
