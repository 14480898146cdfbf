package io.pomona.itests.contract;

import io.pomona.itests.contract.TeamCalls.Call;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls by the operation that each is of. */
final class CallTable {
  private final Map<Operation, Call> calls = new LinkedHashMap<>();

  /**
   * @param operation as the matrix of roles has it
   */
  void add(String operation, Call call) {
    calls.put(Operation.parse(operation), call);
  }

  Map<Operation, Call> calls() {
    return calls;
  }
}
