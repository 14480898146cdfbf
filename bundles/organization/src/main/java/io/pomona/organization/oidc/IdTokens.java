package io.pomona.organization.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.pomona.api.organization.SsoIdentity;
import io.pomona.organization.EmailAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes a token only with a signature by a key that the provider publishes. Algorithms of shared
 * secrets are none of it: the public key would do as the secret.
 */
final class IdTokens {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final IDTokenValidator validator;
  private final String clientId;

  /** Keys are fetched anew when one is unknown, but not more often than twice in 30 seconds. */
  IdTokens(SsoSettings settings, URI keys, OutboundHttp http) throws MalformedURLException {
    this.clientId = settings.clientId();
    this.validator =
        new IDTokenValidator(
            new Issuer(settings.issuer()),
            new ClientID(settings.clientId()),
            new JWSVerificationKeySelector<SecurityContext>(
                ALGORITHMS,
                JWKSourceBuilder.create(keys.toURL(), http)
                    .refreshAheadCache(false)
                    .rateLimited(true)
                    .build()),
            null);
  }

  Person person(JWT token, String nonce) {
    IDTokenClaimsSet claims = claims(token, nonce);
    Optional<String> email = Optional.ofNullable(claims.getStringClaim("email"));
    if (email.isEmpty() || !isTrue(claims.getClaim("email_verified"))) {
      throw SsoRefusal.of(
          "organization.sso_email_not_verified",
          "The provider does not vouch for your e-mail address. Ask an admin.");
    }
    return new Person(
        new SsoIdentity(claims.getIssuer().getValue(), claims.getSubject().getValue()),
        address(email.get()),
        Optional.ofNullable(claims.getStringClaim("name")).orElse(""));
  }

  private IDTokenClaimsSet claims(JWT token, String nonce) {
    try {
      IDTokenClaimsSet claims = validator.validate(token, new Nonce(nonce));
      requireMine(claims);
      return claims;
    } catch (KeySourceException e) {
      throw SsoRefusal.unreachable(e);
    } catch (BadJOSEException | JOSEException e) {
      LOG.info("Single sign-on: a token was refused: {}", e.getMessage());
      throw SsoRefusal.badToken();
    }
  }

  /** OpenID Connect Core 3.1.3.7, 4 and 5: a token for several says whose it is. */
  private void requireMine(IDTokenClaimsSet claims) throws BadJOSEException {
    Optional<String> party =
        Optional.ofNullable(claims.getAuthorizedParty()).map(AuthorizedParty::getValue);
    boolean known = party.isPresent() || claims.getAudience().size() == 1;
    if (!known || party.filter(other -> !other.equals(clientId)).isPresent()) {
      throw new BadJOSEException("The authorized party is another");
    }
  }

  /** Letters that only look alike in lower case, such as the sign of Kelvin, are not the same. */
  private static String address(String email) {
    String text = email.strip();
    String lower = EmailAddress.normalize(text);
    boolean same =
        text.length() == lower.length()
            && IntStream.range(0, text.length())
                .allMatch(i -> text.charAt(i) < 128 || text.charAt(i) == lower.charAt(i));
    if (!same) {
      throw SsoRefusal.of(
          "organization.sso_email", "Your e-mail address at the provider cannot be used here.");
    }
    return lower;
  }

  /** Some providers write it as text. */
  private static boolean isTrue(Object claim) {
    return Boolean.TRUE.equals(claim) || "true".equals(claim);
  }
}
