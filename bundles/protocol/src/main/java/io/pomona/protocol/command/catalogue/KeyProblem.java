package io.pomona.protocol.command.catalogue;

/**
 * One thing that is wrong with a command.
 *
 * @param path of the key, such as {@code Updates[0].InstallAction}; empty for the command itself
 * @param reason half a sentence of which the path is the subject: what was found, what is valid
 */
public record KeyProblem(String path, String reason) {
  /** A whole sentence. */
  public String sentence(String requestType) {
    return (path.isEmpty() ? requestType : path) + " " + reason + ".";
  }
}
