package io.pomona.protocol.dep;

import java.util.List;
import java.util.stream.Collectors;

/** A profile for automatic enrollment that Apple would refuse, or that says what is not its own. */
public final class MalformedSetupProfileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<SetupProblem> problems;

  MalformedSetupProfileException(List<SetupProblem> problems) {
    super(problems.stream().map(SetupProblem::words).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  MalformedSetupProfileException(String reason) {
    this(List.of(new SetupProblem("", reason)));
  }

  /** At least one. */
  public List<SetupProblem> problems() {
    return problems;
  }
}
