package io.pomona.itests.contract;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Test;

/** The contract and the code say the same, both ways. */
public class ContractTest {
  private final Map<Operation, String> code = CodeOperations.all();
  private final OpenApi contract = OpenApi.read();

  @Test
  public void everyOperationOfTheCodeIsInTheContractAndTheOtherWayRound() {
    assertEquals(lines(code), lines(contract.operations()));
  }

  @Test
  public void noOperationIsClosedByForgetfulness() {
    List<Operation> closed =
        code.entrySet().stream()
            .filter(entry -> entry.getValue().equals(CodeOperations.CLOSED))
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of(), closed);
  }

  @Test
  public void everyOperationIsDescribed() {
    assertEquals(List.of(), contract.undescribed());
  }

  private static String lines(Map<Operation, String> operations) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(operations)
        .forEach(
            (operation, permission) ->
                text.append(operation).append(": ").append(permission).append('\n'));
    return text.toString();
  }

  @Test
  public void everyOperationIsReached() {
    assertEquals(List.of(), CodeOperations.hidden());
  }
}
