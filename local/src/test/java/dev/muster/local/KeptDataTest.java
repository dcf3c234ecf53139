package dev.muster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

class KeptDataTest {

    private static final Map<String, AttributeValue> ITEM =
            Map.of("pk", AttributeValue.fromS("DRILL#1"), "sk", AttributeValue.fromS("META"));

    @TempDir
    Path folder;

    @Test
    void everythingIsThereAgainAfterARestart() throws Exception {
        String secret;
        try (var cloud = LocalCloud.start(SmallCloud.options().keptIn(folder))) {
            secret = secretOf(cloud);
            fill(cloud);
            assertASecondOneIsRefused();
        }
        Files.writeString(folder.resolve("mailbox.jsonl"), "{\"torn", StandardOpenOption.APPEND);

        try (var cloud = LocalCloud.start(SmallCloud.options().keptIn(folder))) {
            var environment = SmallCloud.environment(cloud);
            try (var dynamo = SmallCloud.client(cloud, DynamoDbClient.builder(), "DYNAMODB");
                    var s3 = SmallCloud.client(cloud, S3Client.builder(), "S3")) {
                assertThat(dynamo.getItem(b ->
                                        b.tableName(environment.get("TABLE")).key(ITEM))
                                .item())
                        .isEqualTo(ITEM);
                assertThat(s3.getObjectAsBytes(
                                        b -> b.bucket(environment.get("BUCKET")).key("a/b.txt"))
                                .asUtf8String())
                        .isEqualTo("kept");
            }
            assertThat(cloud.mailbox().mails()).extracting(Mail::text).containsExactly("kept");
            assertThat(secretOf(cloud)).isEqualTo(secret);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret-Keys.json"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aTableOfAnotherShapeIsRefusedAndTheFolderIsFreeAfterwards() throws Exception {
        LocalCloud.start(SmallCloud.options().keptIn(folder)).close();
        var changed = folder.resolve("changed.yaml");
        Files.writeString(
                changed, Files.readString(SmallCloud.template()).replace("IndexName: by-shard", "IndexName: by-other"));

        for (var i = 0; i < 2; i++) {
            assertThatThrownBy(() ->
                            LocalCloud.start(LocalCloud.Options.of(changed).keptIn(folder)))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("changed.yaml:18:5: the data folder holds the table Table with other keys");
        }
    }

    @Test
    void aHandlerThatDoesNotExistIsReportedWhereTheTemplateNamesIt() throws Exception {
        var wrong = folder.resolve("wrong.yaml");
        Files.writeString(wrong, """
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: dev.muster.Nowhere::handleRequest
                """);
        assertThatThrownBy(() -> LocalCloud.start(LocalCloud.Options.of(wrong)))
                .hasMessageContaining("wrong.yaml:5:16: F: there is no class dev.muster.Nowhere");

        Files.writeString(
                wrong, Files.readString(wrong).replace("dev.muster.Nowhere", "dev.muster.local.KeptDataTest"));
        assertThatThrownBy(() -> LocalCloud.start(LocalCloud.Options.of(wrong)))
                .hasMessageContaining("wrong.yaml:5:16: F: ")
                .hasMessageContaining("handleRequest");
    }

    private void assertASecondOneIsRefused() {
        assertThatThrownBy(() -> LocalCloud.start(SmallCloud.options().keptIn(folder)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is in use by another Muster");
    }

    private static void fill(LocalCloud cloud) {
        var environment = SmallCloud.environment(cloud);
        try (var dynamo = SmallCloud.client(cloud, DynamoDbClient.builder(), "DYNAMODB");
                var s3 = SmallCloud.client(cloud, S3Client.builder(), "S3");
                var sns = SmallCloud.client(cloud, SnsClient.builder(), "SNS")) {
            dynamo.putItem(b -> b.tableName(environment.get("TABLE")).item(ITEM));
            s3.putObject(b -> b.bucket(environment.get("BUCKET")).key("a/b.txt"), RequestBody.fromString("kept"));
            sns.publish(b -> b.topicArn(environment.get("TOPIC")).message("kept"));
        }
    }

    private static String secretOf(LocalCloud cloud) {
        try (var secrets = SmallCloud.client(cloud, SecretsManagerClient.builder(), "SECRETS_MANAGER")) {
            return secrets.getSecretValue(
                            b -> b.secretId(SmallCloud.environment(cloud).get("SECRET")))
                    .secretString();
        }
    }
}
