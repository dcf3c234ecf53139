package dev.muster.local;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What {@code !Ref} and {@code !GetAtt} mean on this machine. */
final class LocalResources implements Resolver.Physical {

    private final UnaryOperator<String> queueUrl;
    private final String apiUrl;

    /** @param queueUrl from a queue's name to its URL */
    LocalResources(UnaryOperator<String> queueUrl, String apiUrl) {
        this.queueUrl = queueUrl;
        this.apiUrl = apiUrl;
    }

    static String nameOf(Template.Resource resource) {
        // A bucket's name has no capitals.
        return resource.type().equals("AWS::S3::Bucket")
                ? LocalAccount.physicalName(resource.logicalId()).toLowerCase(java.util.Locale.ROOT)
                : LocalAccount.physicalName(resource.logicalId());
    }

    @Override
    public Optional<String> reference(Template.Resource resource) {
        return switch (resource.type()) {
            case "AWS::SQS::Queue" -> Optional.of(queueUrl.apply(nameOf(resource)));
            case "AWS::SNS::Topic", "AWS::SecretsManager::Secret" -> attribute(resource, "Arn");
            case "AWS::DynamoDB::Table",
                    "AWS::S3::Bucket",
                    "AWS::Serverless::Function",
                    "AWS::Serverless::HttpApi",
                    "AWS::Logs::LogGroup" -> Optional.of(nameOf(resource));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<String> attribute(Template.Resource resource, String attribute) {
        return switch (attribute) {
            case "Arn" -> arn(resource);
            case "TopicArn" -> resource.type().equals("AWS::SNS::Topic") ? arn(resource) : Optional.empty();
            case "QueueName" ->
                resource.type().equals("AWS::SQS::Queue") ? Optional.of(nameOf(resource)) : Optional.empty();
            case "ApiEndpoint" ->
                resource.type().equals("AWS::Serverless::HttpApi") ? Optional.of(apiUrl) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> arn(Template.Resource resource) {
        var name = nameOf(resource);
        return switch (resource.type()) {
            case "AWS::SQS::Queue" -> Optional.of(LocalAccount.arn("sqs", name));
            case "AWS::SNS::Topic" -> Optional.of(LocalAccount.arn("sns", name));
            case "AWS::SecretsManager::Secret" -> Optional.of(LocalAccount.arn("secretsmanager", "secret:" + name));
            case "AWS::DynamoDB::Table" -> Optional.of(LocalAccount.arn("dynamodb", "table/" + name));
            case "AWS::S3::Bucket" -> Optional.of("arn:aws:s3:::" + name);
            default -> Optional.empty();
        };
    }
}
