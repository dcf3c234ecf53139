package dev.muster.cloud;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes clients as an environment says: region from {@code AWS_REGION}, another endpoint from {@code
 * AWS_ENDPOINT_URL_<service>} or {@code AWS_ENDPOINT_URL}, and then with the keys that stand beside it, as an emulator
 * knows no others. Each method makes a new client: make it once and keep it.
 */
public final class AwsClients {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(4);

    /** With all repetitions; below the time limit of every function. */
    private static final Duration CALL = Duration.ofSeconds(20);

    private final Map<String, String> environment;
    private final SdkHttpClient http;
    private final RandomGenerator random;

    public AwsClients(Map<String, String> environment) {
        // Secure because a snapshot that many instances start from must not give all of them the same delays.
        this(environment, new SecureRandom());
    }

    AwsClients(Map<String, String> environment, RandomGenerator random) {
        this(
                environment,
                random,
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ANSWER)
                        .build());
    }

    AwsClients(Map<String, String> environment, RandomGenerator random, SdkHttpClient http) {
        this.environment = Map.copyOf(environment);
        this.random = random;
        this.http = http;
    }

    public DynamoDbClient dynamoDb() {
        return configured(DynamoDbClient.builder(), "DYNAMODB").build();
    }

    public SqsClient sqs() {
        return configured(SqsClient.builder(), "SQS").build();
    }

    public SnsClient sns() {
        return configured(SnsClient.builder(), "SNS").build();
    }

    public SecretsManagerClient secretsManager() {
        return configured(SecretsManagerClient.builder(), "SECRETS_MANAGER").build();
    }

    /** An emulator's buckets are folders of its one host, not hosts of their own. */
    public S3Client s3() {
        return configured(S3Client.builder(), "S3")
                .forcePathStyle(emulated("S3"))
                .build();
    }

    public S3Presigner s3Presigner() {
        var presigner = S3Presigner.builder()
                .region(region())
                .credentialsProvider(credentials("S3"))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(emulated("S3"))
                        .build());
        endpoint("S3").ifPresent(presigner::endpointOverride);
        return presigner.build();
    }

    /** Whether the service is not AWS's own; {@code service} as in the names of the variables. */
    boolean emulated(String service) {
        return endpoint(service).isPresent();
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> B configured(
            B builder, String service) {
        endpoint(service).ifPresent(builder::endpointOverride);
        return builder.region(region())
                .credentialsProvider(credentials(service))
                .httpClient(http)
                .overrideConfiguration(override -> override.retryStrategy(Repeating.whatFailsInPassing(random))
                        .apiCallTimeout(CALL));
    }

    private Region region() {
        return variable("AWS_REGION")
                .map(Region::of)
                .orElseThrow(() -> new IllegalArgumentException("expected the environment variable AWS_REGION"));
    }

    private Optional<URI> endpoint(String service) {
        return Stream.of("AWS_ENDPOINT_URL_" + service, "AWS_ENDPOINT_URL")
                .flatMap(name -> variable(name).stream())
                .findFirst()
                .map(URI::create);
    }

    private AwsCredentialsProvider credentials(String service) {
        return endpoint(service)
                .flatMap(emulator -> givenKeys())
                .<AwsCredentialsProvider>map(StaticCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private Optional<AwsCredentials> givenKeys() {
        return variable("AWS_ACCESS_KEY_ID").map(id -> {
            var secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
            return variable("AWS_SESSION_TOKEN")
                    .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                    .orElseGet(() -> AwsBasicCredentials.create(id, secret));
        });
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
