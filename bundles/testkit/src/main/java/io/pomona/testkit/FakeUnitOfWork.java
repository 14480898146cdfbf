package io.pomona.testkit;

import io.pomona.api.UnitOfWork;
import java.util.function.Supplier;

/** Runs the steps and counts how they ended; what is in memory cannot be taken back. */
public final class FakeUnitOfWork implements UnitOfWork {
  private int kept;
  private int takenBack;

  @Override
  public <T> T run(Supplier<T> steps) {
    T result = steps.get();
    kept++;
    return result;
  }

  @Override
  public <T> T rehearse(Supplier<T> steps) {
    T result = steps.get();
    takenBack++;
    return result;
  }

  public int kept() {
    return kept;
  }

  public int takenBack() {
    return takenBack;
  }
}
