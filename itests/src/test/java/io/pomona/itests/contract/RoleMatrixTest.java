package io.pomona.itests.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.organization.RoleAccess;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** Every operation of the contract has its row, and the code decides as the row says. */
public class RoleMatrixTest {
  private final RoleMatrix matrix = RoleMatrix.read();
  private final Map<Operation, String> operations = OpenApi.read().operations();

  @Test
  public void everyOperationHasItsRow() {
    assertEquals(operations.keySet(), matrix.rows().keySet());
  }

  @Test
  public void theCodeDecidesAsTheTableSays() {
    Access access = new RoleAccess();
    operations.forEach(
        (operation, permission) ->
            assertEquals(
                operation.toString(), decisions(access, permission), matrix.rows().get(operation)));
  }

  private Map<String, Boolean> decisions(Access access, String permission) {
    Map<String, Boolean> row = new LinkedHashMap<>();
    for (String role : matrix.roles()) {
      boolean open = permission.equals(CodeOperations.ANYBODY);
      row.put(role, open || !role.equals("none") && allows(access, role, permission));
    }
    return row;
  }

  private static boolean allows(Access access, String role, String permission) {
    Role known = Role.valueOf(role.toUpperCase(java.util.Locale.ROOT));
    Actor actor = new Actor(Optional.empty(), role, "", Set.of(known));
    return access.mayAnywhere(actor, Permission.valueOf(permission));
  }
}
