package io.pomona.cli;

/**
 * Ends the command: one sentence for whoever typed it, and an exit code for whoever scripted it.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why it failed, as scripts see it. 2 is picocli's for a command line that cannot be read. */
  public enum Kind {
    /** The server understood and said no. */
    REFUSED(1),
    /** Not logged in, or no longer. */
    LOGIN(3),
    /** No answer, or one that cannot be trusted or read. */
    UNREACHABLE(4),
    /** A file of this machine cannot be read or written. */
    FILE(5),
    /** What was waited for has not come to be. */
    WAIT(7);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }
  }

  private final Kind kind;
  private final String code;

  public Failure(Kind kind, String sentence) {
    this(kind, sentence, "");
  }

  /**
   * @param code the server's name for what is wrong; empty text when it gave none
   */
  public Failure(Kind kind, String sentence, String code) {
    super(sentence);
    this.kind = kind;
    this.code = code;
  }

  public Failure(Kind kind, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
    this.code = "";
  }

  /** With one more sentence, on what to do. */
  public Failure with(String sentence) {
    return new Failure(kind, getMessage() + "\n" + sentence, this);
  }

  /** Whether the server called it so. */
  public boolean is(String wanted) {
    return code.equals(wanted);
  }

  public int exitCode() {
    return kind.exitCode;
  }
}
