package io.pomona.api.abm;

/**
 * What a Mac fetches from an address of its own.
 *
 * @param name of the package
 * @param tokenSha256 of the token that only this Mac was told
 * @param fetched what the Mac has been given of it
 */
public record SetupDownload(
    String name, LargeFileId file, long size, String tokenSha256, FetchedBytes fetched) {
  /** Whether the Mac has been given every byte. */
  public boolean complete() {
    return fetched.isAll(size);
  }

  public SetupDownload with(long first, long end) {
    return new SetupDownload(name, file, size, tokenSha256, fetched.with(first, end));
  }
}
