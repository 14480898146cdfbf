package io.pomona.cli.output;

import java.io.PrintWriter;

/** How far something long is: one line that is written over on a terminal, else a line each. */
public final class ProgressLine {
  private final PrintWriter err;
  private final boolean terminal;
  private String last = "";

  public ProgressLine(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  public void show(String text) {
    String printable = Printable.text(text);
    if (terminal) {
      err.print("\r\u001b[K" + printable);
    } else if (!printable.equals(last)) {
      err.println(printable);
    }
    err.flush();
    last = printable;
  }

  /** The last words, which stay. */
  public void finish(String text) {
    end();
    err.println(Printable.text(text));
  }

  /** Leaves the terminal's line to what is printed next. */
  public void end() {
    if (terminal && !last.isEmpty()) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
