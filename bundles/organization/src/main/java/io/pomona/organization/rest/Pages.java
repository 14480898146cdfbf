package io.pomona.organization.rest;

import io.pomona.api.PageRequest;

/** Pages as clients of the reference count them: from 0. */
final class Pages {
  private Pages() {}

  /**
   * @param perPage 0 = as many as a page can have
   */
  static PageRequest of(long after, int page, int perPage) {
    int limit = perPage == 0 ? PageRequest.MOST : perPage;
    long offset = (long) page * limit;
    // A negative number, which no page has, where the product is beyond all pages.
    return new PageRequest(after, offset == (int) offset ? (int) offset : -1, limit);
  }
}
