package io.pomona.abm;

import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.organization.ExpirySource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Server tokens last for a year. */
@Component
public final class AbmTokenExpiry implements ExpirySource {
  private final AbmTokenStore tokens;

  @Activate
  public AbmTokenExpiry(@Reference AbmTokenStore tokens) {
    this.tokens = tokens;
  }

  @Override
  public List<Expiring> expiring() {
    List<AbmToken> all = tokens.list();
    TokenNames names = new TokenNames(all);
    return all.stream()
        .map(
            token ->
                new Expiring(
                        "abm.token." + names.of(token),
                        "server token of " + token.account().serverName(),
                        token.expiresAt(),
                        "Download a new one at business.apple.com and renew it.")
                    .meaning("new Macs of Apple Business Manager are not seen"))
        .toList();
  }
}
