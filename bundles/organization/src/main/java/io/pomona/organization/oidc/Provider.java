package io.pomona.organization.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.organization.outbound.TrustedRoots;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configured provider: sends people there, and learns from it who they are. */
final class Provider {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  private final SsoSettings settings;
  private final OutboundHttp http;
  private final Discovery discovery;
  private Optional<Keys> keys = Optional.empty();

  private record Keys(URI place, IdTokens tokens) {}

  Provider(SsoSettings settings, Clock clock) {
    this.settings = settings;
    this.http =
        new OutboundHttp(settings.rule(), TrustedRoots.sockets(settings.trust(), "oidc.trust.pem"));
    this.discovery = new Discovery(settings, http, clock);
  }

  SsoSettings settings() {
    return settings;
  }

  /**
   * Where the browser has to go.
   *
   * @param again whether the person shall log in there even who has just done so
   */
  URI authorization(Flow flow, URI callback, boolean again) {
    Scope scope = new Scope("openid");
    settings.scopes().forEach(scope::add);
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, scope, new ClientID(settings.clientId()), callback)
            .endpointURI(discovery.endpoints().authorization())
            .state(new State(flow.state().revealText()))
            .nonce(new Nonce(flow.nonce()))
            .codeChallenge(new CodeVerifier(flow.verifier()), CodeChallengeMethod.S256);
    return (again ? request.prompt(Prompt.Type.LOGIN) : request).build().toURI();
  }

  /**
   * Who has logged in there.
   *
   * @param answer what the browser brought back
   */
  Person person(Answer answer, Flow flow, URI callback) {
    ProviderEndpoints endpoints = discovery.endpoints();
    requireFrom(answer, endpoints);
    if (answer.code().isBlank()) {
      throw SsoRefusal.of(
          "organization.sso_denied", "The provider did not log you in. Begin again.");
    }
    try {
      JWT token = redeem(endpoints, answer.code(), flow, callback);
      return tokens(endpoints.keys()).person(token, flow.nonce());
    } catch (ParseException | IllegalArgumentException e) {
      LOG.info("Single sign-on: what came for a code is no token");
      throw SsoRefusal.badToken();
    } catch (IOException e) {
      throw SsoRefusal.unreachable(e);
    }
  }

  /** RFC 9207: what another provider has sent is not for this one. */
  private void requireFrom(Answer answer, ProviderEndpoints endpoints) {
    boolean silent = answer.issuer().isEmpty() && !endpoints.namesItself();
    if (!silent && !answer.issuer().equals(settings.issuer().toString())) {
      throw SsoRefusal.expired();
    }
  }

  private JWT redeem(ProviderEndpoints endpoints, String code, Flow flow, URI callback)
      throws IOException, ParseException {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), callback, new CodeVerifier(flow.verifier()));
    TokenResponse answer =
        OIDCTokenResponseParser.parse(request(endpoints, grant).toHTTPRequest().send(http));
    if (answer instanceof TokenErrorResponse error) {
      String said = Optional.ofNullable(error.getErrorObject().getCode()).orElse("");
      LOG.info("Single sign-on: no token: {}", said.replaceAll("[^a-z_]", "?"));
      throw SsoRefusal.of(
          "organization.sso_denied", "The provider did not log you in. Begin again.");
    }
    JWT token = answer.toSuccessResponse().getTokens().toOIDCTokens().getIDToken();
    return Optional.ofNullable(token).orElseThrow(() -> new ParseException("No ID token"));
  }

  private TokenRequest request(ProviderEndpoints endpoints, AuthorizationCodeGrant grant) {
    ClientID client = new ClientID(settings.clientId());
    if (settings.clientSecret().isEmpty()) {
      return new TokenRequest.Builder(endpoints.token(), client, grant).build();
    }
    Secret secret = new Secret(settings.clientSecret().revealText());
    return new TokenRequest.Builder(
            endpoints.token(),
            endpoints.secretInBody()
                ? new ClientSecretPost(client, secret)
                : new ClientSecretBasic(client, secret),
            grant)
        .build();
  }

  private synchronized IdTokens tokens(URI place) throws MalformedURLException {
    if (keys.filter(known -> known.place().equals(place)).isEmpty()) {
      keys = Optional.of(new Keys(place, new IdTokens(settings, place, http)));
    }
    return keys.get().tokens();
  }
}
