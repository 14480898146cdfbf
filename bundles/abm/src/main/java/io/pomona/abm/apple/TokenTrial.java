package io.pomona.abm.apple;

import io.pomona.protocol.dep.AppleAccount;
import io.pomona.protocol.dep.ServerToken;

/** Proves a token before it is kept. */
public interface TokenTrial {
  /**
   * What Apple says of the account behind it.
   *
   * @throws AppleRefusal when Apple does not take it
   */
  AppleAccount account(ServerToken token);
}
