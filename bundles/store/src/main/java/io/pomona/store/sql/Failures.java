package io.pomona.store.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.openjpa.util.ExceptionInfo;

/** What a database means by an error, wherever in a chain of causes it is. */
public final class Failures {
  private static final String DUPLICATE = "23505";

  /** Serialization failure and deadlock of the standard; lock timeout, conflict and abort of H2. */
  private static final Set<String> TRANSIENT =
      Set.of("40001", "40P01", "55P03", "HYT00", "90131", "40000");

  private Failures() {}

  /** The text of a broken unique constraint, in lower case; names the constraint. */
  public static Optional<String> duplicate(Throwable failure) {
    return find(failure, e -> DUPLICATE.equals(e.getSQLState()))
        .map(e -> e.getMessage().toLowerCase(Locale.ROOT));
  }

  /** Whether the same transaction may well succeed when it is tried again at once. */
  public static boolean isTransient(Throwable failure) {
    return find(failure, e -> e.getSQLState() != null && TRANSIENT.contains(e.getSQLState()))
        .isPresent();
  }

  /** A connection broke, perhaps long ago; another one may be had. */
  public static boolean isLostConnection(Throwable failure) {
    return !isPoolTimeout(failure)
        && find(failure, e -> stateBegins(e, "08") || stateBegins(e, "57P")).isPresent();
  }

  /** The database cannot be reached: whatever is asked of it next will fail as well. */
  public static boolean isUnreachable(Throwable failure) {
    return isPoolTimeout(failure) || isLostConnection(failure);
  }

  private static boolean isPoolTimeout(Throwable failure) {
    return find(failure, SQLTransientConnectionException.class::isInstance).isPresent();
  }

  private static boolean stateBegins(SQLException e, String start) {
    return e.getSQLState() != null && e.getSQLState().startsWith(start);
  }

  /** OpenJPA keeps its causes in a list of its own. */
  private static Optional<SQLException> find(Throwable failure, Predicate<SQLException> wanted) {
    Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(failure);
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      if (!known.add(next)) {
        continue;
      }
      if (next instanceof SQLException sql && wanted.test(sql)) {
        return Optional.of(sql);
      }
      if (next instanceof ExceptionInfo info && info.getNestedThrowables() != null) {
        open.addAll(Arrays.asList(info.getNestedThrowables()));
      }
      if (next.getCause() != null) {
        open.add(next.getCause());
      }
    }
    return Optional.empty();
  }
}
