package io.pomona.abm.apple;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi10a;
import com.github.scribejava.core.model.OAuth1AccessToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.OAuth10aService;
import io.pomona.protocol.dep.ServerToken;
import java.io.IOException;

/** The OAuth 1.0a header that opens a session. */
final class Signature {
  private Signature() {}

  static String of(ServerToken token, String address) {
    OAuthRequest request = new OAuthRequest(Verb.GET, address);
    request.setRealm("ADM");
    try (OAuth10aService service =
        new ServiceBuilder(token.consumerKey())
            .apiSecret(token.consumerSecret())
            .build(new TokensInHand())) {
      service.signRequest(
          new OAuth1AccessToken(token.accessToken(), token.accessSecret()), request);
    } catch (IOException e) {
      throw new IllegalStateException("Signing opens nothing that could fail to close", e);
    }
    return request.getHeaders().get("Authorization");
  }

  /** Apple hands out access tokens with the file; none is asked for. */
  private static final class TokensInHand extends DefaultApi10a {
    @Override
    public String getRequestTokenEndpoint() {
      return "";
    }

    @Override
    public String getAccessTokenEndpoint() {
      return "";
    }

    @Override
    protected String getAuthorizationBaseUrl() {
      return "";
    }
  }
}
