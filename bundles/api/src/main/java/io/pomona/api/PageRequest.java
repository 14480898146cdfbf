package io.pomona.api;

/**
 * A part of a long list, in ascending order of the rows' ids unless a method says otherwise.
 *
 * @param after rows with an id up to this one are left out; 0 begins at the start. Cheap at any
 *     depth
 * @param offset rows to leave out after that; for clients that count pages. Costs what it leaves
 *     out
 * @param limit rows at most, 1 to 10,000
 */
public record PageRequest(long after, int offset, int limit) {
  public static final int MOST = 10_000;

  public PageRequest {
    if (after < 0 || offset < 0 || limit < 1 || limit > MOST) {
      throw MdmException.invalid(
          "page.out_of_range",
          "per_page",
          "A page holds 1 to 10,000 rows and begins at 0 or later.");
    }
  }

  public static PageRequest first(int limit) {
    return new PageRequest(0, 0, limit);
  }
}
