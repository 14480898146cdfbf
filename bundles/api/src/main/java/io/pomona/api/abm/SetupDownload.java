package io.pomona.api.abm;

/**
 * What a Mac fetches at its set-up.
 *
 * @param name of the package
 * @param tokenSha256 of the token that only this Mac was told
 * @param complete whether the Mac has been given the last byte
 */
public record SetupDownload(
    String name, LargeFileId file, long size, String tokenSha256, boolean complete) {
  public SetupDownload completed() {
    return new SetupDownload(name, file, size, tokenSha256, true);
  }
}
