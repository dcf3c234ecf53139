package dev.muster.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** The cloud of {@code small.yaml}, and the SDK's clients for it. */
final class SmallCloud {

    private SmallCloud() {}

    static LocalCloud.Options options() {
        return LocalCloud.Options.of(template());
    }

    static Path template() {
        try {
            return Path.of(SmallCloud.class.getResource("small.yaml").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> environment(LocalCloud cloud) {
        return cloud.environment("EchoFunction");
    }

    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            LocalCloud cloud, B builder, String service) {
        var environment = environment(cloud);
        return builder.endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_" + service)))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"))))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
